import type { FieldPath } from '../../asl/commands/setField.ts';
import type { StateEntry } from '../../asl/states.ts';
import { JsonValue } from './JsonValue.tsx';
import { nodeIn } from './values.ts';

interface Props {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  /** What has a control of its own. */
  readonly known: readonly string[];
}

/** What else stands in an object: nothing that is written is out of reach of the form. */
export function RestFields({ entry, path, known }: Props) {
  const node = nodeIn(entry, path);
  const rest = node?.kind === 'object' ? [...new Set(node.members.map(({ key }) => key.value))].filter((key) => !known.includes(key)) : [];
  return <>{rest.map((key) => <JsonValue key={key} entry={entry} path={[...path, key]} label={key} hint="Step Functions does not know this field here." testId={`inspector.rest.${key}`} />)}</>;
}
