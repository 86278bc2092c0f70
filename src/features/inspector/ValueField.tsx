import type { StateEntry } from '../../asl/states.ts';
import { TextField } from '../../ui/TextField.tsx';
import { LiveField } from './data/LiveField.tsx';
import { JsonValue } from './JsonValue.tsx';
import { ModeToggle } from './ModeToggle.tsx';
import { textOfValue } from './textValues.ts';
import { useApply } from './useApply.ts';
import { useMode } from './useMode.ts';
import { fitsLine, hasToggle, lineCommand, type ValueSpec } from './valueForm.ts';

interface Props {
  readonly entry: StateEntry;
  readonly spec: ValueSpec;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly lines?: readonly [number, number];
  readonly hideLabel?: boolean;
  readonly testId?: string | undefined;
}

/** One value: written out or computed, by one toggle; a line of text where one can hold it, else JSON. */
export function ValueField({ entry, spec, label, hint, placeholder, lines, hideLabel, testId }: Props) {
  const { mode, path, node, toggle, error: toggled } = useMode(entry, spec);
  const { error, apply, refuse, clear } = useApply();
  const end = hasToggle(entry, spec) ? <ModeToggle label={label} language={entry.language} pressed={mode === 'expression'} onToggle={toggle} testId={testId && `${testId}.toggle`} /> : undefined;
  const { kind } = spec;
  const computed = mode === 'expression';
  if (kind === 'json' || !fitsLine(node, computed ? 'path' : kind)) {
    const template = entry.language === 'JSONPath' && spec.twin !== undefined && String(spec.twin.at(-1)).endsWith('.$');
    return <JsonValue entry={entry} path={template ? spec.path : path} template={template} label={label} hideLabel={hideLabel === true} hint={toggled ?? hint} placeholder={placeholder} lines={lines ?? [1, 12]} labelEnd={end} testId={testId} />;
  }
  const commit = (text: string): void => {
    const command = lineCommand(entry, { ...spec, kind }, mode, text);
    if (!command.ok) return refuse(command.error);
    apply(command.value);
  };
  const example = computed ? (entry.language === 'JSONata' ? '{% $states.input.value %}' : '$.value') : placeholder;
  const field = (
    <TextField
      label={label}
      hideLabel={hideLabel}
      mono
      value={textOfValue(node)}
      hint={hint}
      error={error ?? toggled}
      placeholder={example}
      inputMode={!computed && kind === 'count' ? 'numeric' : undefined}
      labelEnd={end}
      onChange={clear}
      onCommit={commit}
      data-testid={testId}
    />
  );
  return computed || kind === 'path' || spec.computed === true ? <LiveField entry={entry} path={path} label={label} plain={!computed && kind === 'text'}>{field}</LiveField> : field;
}
