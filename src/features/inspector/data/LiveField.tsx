import { type FormEvent, type FocusEvent, type KeyboardEvent, type ReactNode, useEffect } from 'react';
import type { FieldPath } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { LiveResult } from './LiveResult.tsx';
import { useLiveTarget, type LiveTarget } from './liveTarget.tsx';
import css from './LiveField.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly label: string;
  readonly bare?: boolean;
  readonly plain?: boolean;
  readonly children: ReactNode;
}

/** Around a field that may hold an expression: below it stands what it gives, as it is typed, and values can be clicked into it. */
export function LiveField({ entry, path, label, bare = true, plain = false, children }: Props) {
  const { target, setTarget } = useLiveTarget();
  const key = `${entry.id}#${path.join('/')}`;
  const mine = target?.key === key ? target : null;
  // An undo, and whatever else writes into the field, tells nobody. The text is read once the field is drawn.
  useEffect(() => {
    if (mine?.control.isConnected && mine.control.value !== mine.text) setTarget({ ...mine, text: mine.control.value });
  });
  // Escape takes a draft back without an event of its own, so the key that did it is listened for.
  const take = (event: FocusEvent | FormEvent | KeyboardEvent): void => {
    const control = event.target;
    if (!isTextControl(control) || control.readOnly) return;
    const next: LiveTarget = { state: entry.id, key, path, label, control, text: control.value, bare, plain };
    if (mine?.text !== next.text || mine.control !== control) setTarget(next);
  };
  return (
    <div role="presentation" className={css.field} onFocus={take} onInput={take} onKeyUp={take}>
      {children}
      {mine && <LiveResult entry={entry} target={mine} />}
    </div>
  );
}

const isTextControl = (element: EventTarget): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');
