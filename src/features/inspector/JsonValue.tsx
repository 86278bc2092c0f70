import { useState } from 'react';
import { setField, type FieldPath } from '../../asl/commands/setField.ts';
import type { StateEntry } from '../../asl/states.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { newGesture } from './newGesture.ts';
import { setFieldText } from './setFieldText.ts';
import { shownText } from './shownText.ts';
import { looksLikeExpression, readTyped } from './typedValue.ts';
import { useApply } from './useApply.ts';

interface Props {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: string | undefined;
  readonly placeholder?: string;
  readonly lines?: readonly [number, number];
  /** Inside a payload template of JSONPath, where an expression stands under the name with `.$`. */
  readonly template?: boolean;
  readonly testId?: string;
}

/** Any JSON value, or an expression written bare. Leaving the field commits it; an empty field removes the value. */
export function JsonValue({ entry, path, label, hideLabel, hint, placeholder, lines = [1, 12], template = false, testId }: Props) {
  const text = useEditor((s) => shownText(s.goodTree.text, entry, path, template));
  const [typed, setTyped] = useState({ from: text, text });
  const { error, offset, apply, clear } = useApply();
  const shown = typed.from === text ? typed.text : text;
  const withExpressions = entry.language === 'JSONata' || template;

  const commit = (next: string): void => {
    const read = withExpressions ? readTyped(next, entry.language) : next.trim() === '' ? ({ kind: 'nothing' } as const) : ({ kind: 'json' } as const);
    const computed = [...path.slice(0, -1), `${String(path.at(-1))}.$`];
    const gesture = newGesture();
    const plain = read.kind === 'json' || (read.kind === 'expression' && entry.language === 'JSONata');
    const set = read.kind === 'json' ? setFieldText(entry.id, path, next) : read.kind === 'expression' ? setField(entry.id, plain ? path : computed, read.text) : setField(entry.id, path, undefined);
    if (!apply(set, gesture) || !template || entry.language === 'JSONata') return;
    if (read.kind !== 'expression') apply(setField(entry.id, computed, undefined), gesture);
    else apply(setField(entry.id, path, undefined), gesture);
  };
  return (
    <CodeField
      label={label}
      hideLabel={hideLabel}
      hint={hint}
      error={error}
      errorOffset={error === null ? undefined : offset}
      value={text}
      language={withExpressions && looksLikeExpression(shown, entry.language) ? 'text' : 'json'}
      lines={lines}
      allowEmpty
      footer={false}
      placeholder={placeholder}
      onChange={(next) => { setTyped({ from: text, text: next }); clear(); }}
      onCommit={commit}
      data-testid={testId}
    />
  );
}
