import type { FormEvent, FocusEvent, ReactNode } from 'react';
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
  readonly children: ReactNode;
}

/** Around a field that may hold an expression: below it stands what it gives, as it is typed, and values can be clicked into it. */
export function LiveField({ entry, path, label, bare = true, children }: Props) {
  const { target, setTarget } = useLiveTarget();
  const key = `${entry.id}#${path.join('/')}`;
  const take = (event: FocusEvent | FormEvent): void => {
    const control = event.target;
    if (!isTextControl(control) || control.readOnly) return;
    const next: LiveTarget = { state: entry.id, key, path, label, control, text: control.value, bare };
    if (target?.key !== key || target.text !== next.text || target.control !== control) setTarget(next);
  };
  return (
    <div role="presentation" className={css.field} onFocus={take} onInput={take}>
      {children}
      {target?.key === key && <LiveResult entry={entry} target={target} />}
    </div>
  );
}

const isTextControl = (element: EventTarget): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');
