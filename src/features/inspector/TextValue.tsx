import { setField, type FieldPath } from '../../asl/commands/setField.ts';
import type { StateEntry } from '../../asl/states.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { FieldKind } from './fieldSpecs.ts';
import { textOfValue, valueOfText } from './textValues.ts';
import { useApply } from './useApply.ts';
import { nodeIn } from './values.ts';

interface Props {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly kind: Exclude<FieldKind, 'json'>;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly testId?: string;
}

/** A value that is one line: text, a path, a number. An empty line takes the field away. */
export function TextValue({ entry, path, kind, label, hint, placeholder, testId }: Props) {
  const { error, apply, refuse, clear } = useApply();
  const commit = (text: string): void => {
    const read = valueOfText(text, kind, entry.language);
    if (!read.ok) return refuse(read.error);
    apply(setField(entry.id, path, read.value));
  };
  return (
    <TextField
      label={label}
      mono
      value={textOfValue(nodeIn(entry, path))}
      hint={hint}
      error={error}
      placeholder={placeholder}
      inputMode={kind === 'count' ? 'numeric' : undefined}
      onChange={clear}
      onCommit={commit}
      data-testid={testId}
    />
  );
}
