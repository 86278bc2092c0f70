import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { renameState } from '../../asl/commands/renameState.ts';
import { STATE_NAME_MAX } from '../../asl/names.ts';
import type { StateEntry } from '../../asl/states.ts';
import { useApply } from './useApply.ts';
import css from './InspectorHeader.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
}

/** The name as a heading; a click or Enter turns it into a field. Every arrow that points here follows a rename. */
export function StateTitle({ entry, editing, onEditing }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const comesBack = useRef(false);
  useEffect(() => {
    if (editing || !comesBack.current) return;
    comesBack.current = false;
    button.current?.focus();
  }, [editing]);
  const close = (): void => {
    comesBack.current = true;
    onEditing(false);
  };
  if (editing) return <NameField key={entry.id} entry={entry} onDone={close} onLeave={() => onEditing(false)} />;
  return (
    <h2 className={css.heading}>
      <button ref={button} type="button" className={css.name} title={`${entry.name} (click to rename)`} aria-label={`Rename ${entry.name}`} onClick={() => onEditing(true)} data-testid="inspector.name">
        {entry.name === '' ? '(no name)' : entry.name}
      </button>
    </h2>
  );
}

function NameField({ entry, onDone, onLeave }: { readonly entry: StateEntry; readonly onDone: () => void; readonly onLeave: () => void }) {
  const [text, setText] = useState<string>(entry.name);
  const { error, apply, clear } = useApply();
  const field = useRef<HTMLInputElement>(null);
  const message = useId();
  useEffect(() => { field.current?.focus(); field.current?.select(); }, []);
  const commit = (): boolean => text === entry.name || apply(renameState(entry.id, text));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // Else the same key press would reach the heading, which gets the focus, and open the field again.
    event.preventDefault();
    if (event.key === 'Enter') {
      if (commit()) onDone();
      return;
    }
    event.stopPropagation();
    onDone();
  };
  return (
    <>
      <input
        ref={field}
        className={css.input}
        aria-label="Name"
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : message}
        value={text}
        maxLength={STATE_NAME_MAX}
        spellCheck={false}
        onChange={(event) => { setText(event.target.value); clear(); }}
        onKeyDown={onKeyDown}
        onBlur={() => { if (error === null) commit(); onLeave(); }}
        data-testid="inspector.name.input"
      />
      {error !== null && <span id={message} role="alert" className={css.refusal}>{error}</span>}
    </>
  );
}
