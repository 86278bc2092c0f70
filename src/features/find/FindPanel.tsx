import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { StateId } from '../../asl/names.ts';
import { STATE_TYPES } from '../../asl/names.ts';
import { selectIndex } from '../../editor/selectors/document.ts';
import { containersAround } from '../../editor/selectors/reading.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { isolated } from '../../lib/isolated.ts';
import { Icon } from '../../ui/icons.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import { findStates, type Match } from './findStates.ts';
import css from './FindPanel.module.css';

/** Rows in the page at once; the arrows reach the others. */
const PAGE = 50;

/** Search over the canvas: results while typing, rings on the picture, Enter goes there. */
export function FindPanel() {
  const query = useEditor((s) => s.findText);
  const index = useEditor(selectIndex);
  const { setFindText, showFind, goTo } = useActions();
  const matches = useMatches(index, query);
  const [at, setAt] = useState(0);
  const current = matches[Math.min(at, matches.length - 1)];
  useRings(matches, current);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => field.current?.select(), []);
  const go = (match: Match | undefined): void => {
    if (!match) return;
    showFind(false);
    goTo(match.state.id, { focus: true });
  };
  const step = (by: number): void => setAt(matches.length === 0 ? 0 : (Math.min(at, matches.length - 1) + by + matches.length) % matches.length);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by !== undefined) step(by);
    else if (event.key === 'Enter') go(current);
    else if (event.key === 'Escape') showFind(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={css.panel} aria-label="Find a state" data-testid="find">
      <div className={css.bar}>
        <Icon name="search" />
        <input
          ref={field}
          role="combobox"
          aria-label="Find by name, type, resource or any text"
          aria-expanded={matches.length > 0}
          aria-controls={list}
          aria-activedescendant={current && rowId(list, current)}
          placeholder="Name, type, resource, any text"
          value={query}
          // Asked for by a key a moment ago.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setFindText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <span className={css.count} role="status">{countOf(query, matches, current)}</span>
        <IconButton icon="chevron-up" label="Previous match" size="small" disabledReason={matches.length > 0 ? null : 'Nothing is found.'} onClick={() => step(-1)} />
        <IconButton icon="chevron-down" label="Next match" size="small" disabledReason={matches.length > 0 ? null : 'Nothing is found.'} onClick={() => step(1)} />
        <IconButton icon="x" label="Close the search" size="small" onClick={() => showFind(false)} />
      </div>
      {matches.length > 0 && <Results id={list} matches={matches} current={current} query={query} onGo={go} />}
    </search>
  );
}

const STEPS: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1 };

function useMatches(index: ReturnType<typeof selectIndex>, query: string): readonly Match[] {
  // While someone types into a big document, the list may come a moment later than the letters.
  const [shownIndex, shownQuery] = [useDeferredValue(index), useDeferredValue(query)];
  return useMemo(() => findStates(shownIndex, shownQuery), [shownIndex, shownQuery]);
}

/** Tells the canvas what to ring, closed containers around a match among it, and brings the current one into view. */
function useRings(matches: readonly Match[], current: Match | undefined): void {
  const { setFound, requestViewport } = useActions();
  const folded = useEditor((s) => s.sidecar.folded);
  const id = current?.state.id ?? null;
  useEffect(() => {
    const states = new Set<StateId>();
    for (const { state } of matches) {
      states.add(state.id);
      for (const outer of containersAround(state)) if (Object.hasOwn(folded, outer.id)) states.add(outer.id);
    }
    setFound(states.size === 0 ? null : { states, current: id });
  }, [matches, id, folded, setFound]);
  useEffect(() => {
    if (id !== null) requestViewport({ kind: 'reveal', state: id });
  }, [id, requestViewport]);
}

function countOf(query: string, matches: readonly Match[], current: Match | undefined): string {
  if (query.trim() === '') return '';
  return current ? `${matches.indexOf(current) + 1} of ${matches.length}` : 'Nothing found';
}

const rowId = (list: string, match: Match): string => `${list}${match.state.pointer}`;

interface ResultsProps {
  readonly id: string;
  readonly matches: readonly Match[];
  readonly current: Match | undefined;
  readonly query: string;
  readonly onGo: (match: Match) => void;
}

function Results({ id, matches, current, query, onGo }: ResultsProps) {
  const from = Math.floor(Math.max(0, current ? matches.indexOf(current) : 0) / PAGE) * PAGE;
  return (
    <div className={css.list}>
      <div id={id} role="listbox" aria-label="States found">
        {matches.slice(from, from + PAGE).map((match, i) => (
          // The keys are heard in the field, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={match.state.pointer}
            id={rowId(id, match)}
            ref={match === current ? intoView : undefined}
            role="option"
            aria-selected={match === current}
            aria-posinset={from + i + 1}
            aria-setsize={matches.length}
            className={css.row}
            data-testid="find.row"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onGo(match)}
          >
            <StateIcon type={STATE_TYPES.find((type) => type === match.state.type) ?? 'Unknown'} size="xs" />
            <span className={css.words}>
              <b><bdi><Marked text={match.state.name} query={query} /></bdi></b>
              <small>{match.field ? <>{match.field.where}: <bdi><Marked text={excerpt(match.field.text, query)} query={query} /></bdi></> : placeOf(match)}</small>
            </span>
          </div>
        ))}
      </div>
      {matches.length > from + PAGE && <p className={css.more}>{`${matches.length - from - PAGE} more below: type more, or go on with the down key.`}</p>}
    </div>
  );
}

const intoView = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' });

const placeOf = ({ state }: Match): string => [state.type ?? 'no type', ...containersAround(state).map((outer) => isolated(outer.name))].join(' in ');

const LETTERS_BEFORE = 18;

/** Begins a little before what was found. */
function excerpt(text: string, query: string): string {
  const at = text.toLowerCase().indexOf(query.trim().toLowerCase());
  const from = at - LETTERS_BEFORE;
  return from > 0 ? `…${text.slice(from)}` : text;
}

function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  const wanted = query.trim().toLowerCase();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted);
  if (at < 0) return text;
  return <>{text.slice(0, at)}<mark>{text.slice(at, at + wanted.length)}</mark>{text.slice(at + wanted.length)}</>;
}
