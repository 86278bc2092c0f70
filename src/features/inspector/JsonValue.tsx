import type { ReactNode } from 'react';
import { setField, type FieldPath } from '../../asl/commands/setField.ts';
import type { Command } from '../../asl/operations.ts';
import type { StateEntry } from '../../asl/states.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { LiveField } from './data/LiveField.tsx';
import { KeptCodeField } from './KeptCodeField.tsx';
import { newGesture } from './newGesture.ts';
import { setFieldText } from './setFieldText.ts';
import { treeFor } from './shownEntry.ts';
import { shownText } from './shownText.ts';
import { looksLikeExpression, readTyped, type Typed } from './typedValue.ts';
import { useApply } from './useApply.ts';

interface Props {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly lines?: readonly [number, number];
  /** Inside a payload template of JSONPath, where an expression stands under the name with `.$`. */
  readonly template?: boolean;
  readonly labelEnd?: ReactNode;
  readonly testId?: string | undefined;
}

/** Any JSON value, or an expression written bare. Leaving the field commits it; an empty field removes the value. */
export function JsonValue({ entry, path, label, hideLabel, hint, placeholder, lines = [1, 12], template = false, labelEnd, testId }: Props) {
  const text = useEditor((s) => shownText(treeFor(s, entry.id), entry, path, template));
  const { error, offset, apply, clear } = useApply();
  const expressions = entry.language === 'JSONata' || template;
  const commit = (typed: string): boolean => {
    const gesture = newGesture();
    return commandsFor(entry, path, typed, template, expressions).every((command) => apply(command, gesture));
  };
  const field = (
    <KeptCodeField
      draftKey={`${entry.id}#${path.join('/')}`}
      label={label}
      hideLabel={hideLabel}
      hint={hint}
      error={error}
      errorOffset={error === null ? undefined : offset}
      value={text}
      language={(typed) => (expressions && looksLikeExpression(typed, entry.language) ? 'text' : 'json')}
      lines={lines}
      allowEmpty
      footer={false}
      placeholder={placeholder}
      labelEnd={labelEnd}
      commit={commit}
      onTyping={clear}
      data-testid={testId}
    />
  );
  const live = expressions || (entry.language === 'JSONPath' && TEMPLATES.has(String(path[0])));
  return live ? <LiveField entry={entry} path={path} label={label} bare={expressions}>{field}</LiveField> : field;
}

/** Fields of JSONPath that are evaluated wherever a name in them ends in `.$`. */
const TEMPLATES: ReadonlySet<string> = new Set(['Parameters', 'ItemSelector', 'ResultSelector', 'Assign', 'ItemReader', 'ItemBatcher', 'ResultWriter', 'Credentials']);

/** What typing means: the value under its name, or under the name with `.$`, and nothing under the other. */
function commandsFor(entry: StateEntry, path: FieldPath, typed: string, template: boolean, expressions: boolean): readonly Command[] {
  const { id, language } = entry;
  const read: Typed = expressions || typed.trim() === '' ? readTyped(typed, language) : { kind: 'json' };
  const dotted = [...path.slice(0, -1), `${String(path.at(-1))}.$`];
  const hasDotted = template && language === 'JSONPath';
  const without = (other: FieldPath): readonly Command[] => (hasDotted ? [setField(id, other, undefined)] : []);
  switch (read.kind) {
    case 'nothing':
      return [setField(id, path, undefined), ...without(dotted)];
    case 'json':
      return [setFieldText(id, path, typed), ...without(dotted)];
    case 'expression':
      return hasDotted ? [setField(id, dotted, read.text), ...without(path)] : [setField(id, path, read.text)];
  }
}
