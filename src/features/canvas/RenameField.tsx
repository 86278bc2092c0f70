import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { renameState } from '../../asl/commands/renameState.ts';
import { STATE_NAME_MAX, type StateId, type StateName } from '../../asl/names.ts';
import { useActions } from '../../editor/useActions.ts';
import css from './Card.module.css';

/** The name in place. Enter and leaving keep it, Escape does not; a refusal stays beside the field until it is mended. */
export function RenameField({ state, name }: { readonly state: StateId; readonly name: string }) {
  const actions = useActions();
  const [text, setText] = useState(name);
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const close = (): void => actions.startRenaming(null);
  const back = (): void => field.current?.closest<HTMLElement>('[data-state-id]')?.focus();
  const commit = (then: () => void): void => {
    const refusal = text === name ? null : actions.apply(renameState(state, text as StateName), { origin: 'canvas' });
    setRefused(refusal?.message ?? null);
    if (refusal) return;
    then();
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit(back);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    back();
    close();
  };
  return (
    <>
      <input
        ref={field}
        className={`${css.rename} nodrag nopan`}
        aria-label={`Name of ${name}`}
        aria-invalid={refused !== null || undefined}
        value={text}
        maxLength={STATE_NAME_MAX}
        spellCheck={false}
        onChange={(event) => { setText(event.target.value); setRefused(null); }}
        onKeyDown={onKeyDown}
        onBlur={() => (refused === null ? commit(() => undefined) : close())}
        onDoubleClick={(event) => event.stopPropagation()}
        // Opened by a gesture on this very card: the focus is where the person is working.
        autoFocus
      />
      {refused !== null && <span role="alert" className={css.renameRefusal}>{refused}</span>}
    </>
  );
}
