import { Dialog as Base } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { useRef, useState, type FocusEvent } from 'react';
import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { Icon } from '../../ui/icons.tsx';
import { cardIn } from './cardIn.ts';
import { edgeIn } from './edgeIn.ts';
import { questionFor, reasonAgainst, type Choosable, type PickRequest, type Question } from './picks.ts';
import css from './PickDialog.module.css';

/** Beyond this many, typing narrows the list faster than scrolling. */
const SHOWN = 60;

/** A list to choose from, by typing or by arrows: the way without dragging for everything that a drag does. */
export function PickDialog({ dialog }: { readonly dialog: PickRequest }) {
  const store = useEditorStore();
  const { showDialog, apply, selectEdge } = useActions();
  const [question, setQuestion] = useState<Question>(() => questionFor(dialog, store.getState()));
  const [search, setSearch] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const choose = ({ does }: Choosable): void => {
    if (typeof does === 'object' && 'edge' in does) {
      selectEdge(does.edge);
      showDialog(null);
      return;
    }
    if (typeof does !== 'function') {
      setQuestion(does);
      setSearch('');
      field.current?.focus();
      return;
    }
    const refusal = apply(does, { origin: 'canvas' });
    if (refusal) setRefused(refusal.message);
    else showDialog(null);
  };
  // The card or the arrow has the focus again, or the state that was added; it may not be drawn yet.
  const focusAfter = (): HTMLElement | boolean => {
    const { selected, selectedEdge } = store.getState();
    const last = selected.at(-1);
    if (last === undefined && selectedEdge !== null) {
      // The dialog gives the focus to HTML elements only, and a line is none.
      requestAnimationFrame(() => edgeIn(document, selectedEdge)?.focus({ preventScroll: true }));
      return false;
    }
    return (last !== undefined && cardIn(document, last)) || true;
  };
  // The menu or the command palette that led here closes after this has opened, and gives the focus back to a card behind it.
  const keepFocus = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
    if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget) && relatedTarget.closest('[data-canvas]')) requestAnimationFrame(() => field.current?.focus());
  };
  const found = question.options.filter(({ label, hint = '' }) => matches(`${label} ${hint}`, search)).toSorted((a, b) => Number(isSaid(b, search)) - Number(isSaid(a, search)));
  return (
    <Base.Root open onOpenChange={(open) => { if (!open) showDialog(null); }}>
      <Base.Portal>
        <Base.Backdrop className={css.backdrop} />
        <Base.Popup className={css.popup} initialFocus={field} finalFocus={focusAfter} onBlur={keepFocus} data-testid="pick">
          <Command label={question.title} shouldFilter={false} loop>
            <Base.Title className={css.title}>{question.title}</Base.Title>
            <div className={css.search}>
              <Icon name="search" />
              <Command.Input ref={field} autoFocus className={css.input} placeholder="Type to narrow the list" value={search} onValueChange={(text) => { setSearch(text); setRefused(null); }} />
            </div>
            {refused !== null && <p role="alert" className={css.refused}>{refused}</p>}
            <Command.List className={css.list}>
              <Command.Empty className={css.empty}>{question.none}</Command.Empty>
              {found.slice(0, SHOWN).map((option) => <Row key={option.id} option={option} onChoose={choose} />)}
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** One that cannot be chosen stays in the list with its reason: leaving it out would not say why. */
function Row({ option, onChoose }: { readonly option: Choosable; readonly onChoose: (option: Choosable) => void }) {
  const store = useEditorStore();
  const why = reasonAgainst(option, store.getState());
  return (
    <Command.Item className={css.item} value={option.id} disabled={why !== null} onSelect={() => onChoose(option)}>
      <span className={css.label}>{option.label}</span>
      <span className={css.hint}>{why ?? option.hint}</span>
    </Command.Item>
  );
}

/** What is typed as it stands comes before what only has its words. */
const isSaid = ({ label }: Choosable, search: string): boolean => label.toLowerCase().includes(search.trim().toLowerCase());

const matches = (text: string, search: string): boolean => {
  const low = text.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => low.includes(word));
};
