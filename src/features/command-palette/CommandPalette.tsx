import { Dialog as Base } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { useRef } from 'react';
import { allActions } from '../../editor/actions/allActions.ts';
import { perform, type Action } from '../../editor/registry.ts';
import { selectIndex } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import type { StateEntry } from '../../asl/states.ts';
import { lineColumn } from '../../asl/lines.ts';
import { Icon } from '../../ui/icons.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import { iconTypeOf } from './iconTypeOf.ts';
import css from './CommandPalette.module.css';

/** Beyond this many, typing narrows the list faster than scrolling. */
const STATES_SHOWN = 200;

/** Every action with its key, and every state of the workflow. */
export function CommandPalette() {
  const { showDialog } = useActions();
  const states = useEditor(selectIndex).all;
  const field = useRef<HTMLInputElement>(null);
  const close = (): void => showDialog(null);
  return (
    <Base.Root open onOpenChange={(open) => !open && close()}>
      <Base.Portal>
        <Base.Backdrop className={css.backdrop} />
        {/* Focused by the dialog, not by itself: it would be taken for where the focus was, and has to go back to. */}
        <Base.Popup className={css.popup} initialFocus={field} aria-label="Find an action or a state" data-testid="command-palette">
          <Command label="Find an action or a state" loop>
            <div className={css.search}>
              <Icon name="search" />
              <Command.Input ref={field} className={css.input} placeholder="Find an action or a state" />
            </div>
            <Command.List className={css.list}>
              <Command.Empty className={css.empty}>Nothing has this name.</Command.Empty>
              <Command.Group heading="Actions">
                {allActions.filter((action) => action.id !== 'help.palette').map((action) => (
                  <ActionItem key={action.id} action={action} close={close} />
                ))}
              </Command.Group>
              <Command.Group heading="States">
                {states.slice(0, STATES_SHOWN).map((state) => (
                  <StateItem key={state.pointer} state={state} close={close} />
                ))}
              </Command.Group>
            </Command.List>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function ActionItem({ action, close }: { readonly action: Action; readonly close: () => void }) {
  const store = useEditorStore();
  const enabled = useEditor(action.enabled);
  const run = (): void => {
    close();
    perform(action, store.getState());
  };
  return (
    <Command.Item className={css.item} value={`${action.label} ${action.group}`} disabled={enabled !== true} onSelect={run}>
      <span className={css.label}>{action.label}</span>
      {enabled !== true && <span className={css.why}>{enabled}</span>}
      {action.keys?.[0] !== undefined && <Keys keys={action.keys[0]} />}
    </Command.Item>
  );
}

function StateItem({ state, close }: { readonly state: StateEntry; readonly close: () => void }) {
  const line = useEditor((s) => lineColumn(s.goodTree.text, state.member.offset).line);
  const { select, requestViewport } = useActions();
  const go = (): void => {
    close();
    select([state.id], 'other');
    requestViewport({ kind: 'reveal', state: state.id });
  };
  return (
    <Command.Item className={css.item} value={`state ${state.id} ${state.pointer}`} keywords={[state.name]} onSelect={go}>
      <StateIcon type={iconTypeOf(state)} size="xs" />
      <span className={css.label}>{state.name}</span>
      <span className={css.why}>{`line ${line}`}</span>
    </Command.Item>
  );
}
