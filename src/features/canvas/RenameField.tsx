import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { renameState } from '../../asl/commands/renameState.ts';
import { STATE_NAME_MAX, type StateId } from '../../asl/names.ts';
import { useActions } from '../../editor/useActions.ts';
import css from './Card.module.css';

/** The name in place. Enter and leaving keep it, Escape does not; a refusal stays beside the field until it is mended. */
export function RenameField({ state, name }: { readonly state: StateId; readonly name: string }) {
  const actions = useActions();
  const [text, setText] = useState(name);
  const [refused, setRefused] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  // Leaving the field, however it is left, must not be taken for a second decision.
  const decided = useRef(false);

  const close = (): void => {
    decided.current = true;
    actions.startRenaming(null);
  };
  const commit = (): void => {
    if (decided.current) return;
    const refusal = text === name ? null : actions.apply(renameState(state, text), { origin: 'canvas' });
    setRefused(refusal?.message ?? null);
    if (!refusal) close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') close();
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
        onBlur={() => {
          if (decided.current) return;
          if (refused === null) commit();
          else close();
        }}
        onDoubleClick={(event) => event.stopPropagation()}
        // Opened by a gesture on this very card: the focus is where the person is working.
        autoFocus
      />
      {refused !== null && <span role="alert" className={css.renameRefusal}>{refused}</span>}
    </>
  );
}
