import type { FieldPath } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { isJsonata } from '../typedValue.ts';
import { nodeIn, textIn } from '../values.ts';

/** Where the fields of an HTTP task stand: the query language decides. */
export const argumentsKey = (entry: StateEntry): 'Arguments' | 'Parameters' => (entry.language === 'JSONata' ? 'Arguments' : 'Parameters');

export const argumentPath = (entry: StateEntry, ...rest: FieldPath): FieldPath => [argumentsKey(entry), ...rest];

/** A text of the HTTP task, and whether Step Functions computes it: `{% … %}`, or under a name with `.$`. */
export interface Argument {
  readonly text: string;
  readonly computed: boolean;
  /** Where it stands now, or would be written. */
  readonly path: FieldPath;
}

export function argumentIn(entry: StateEntry, ...rest: FieldPath): Argument {
  const path = argumentPath(entry, ...rest);
  const dotted = [...path.slice(0, -1), `${String(path.at(-1))}.$`];
  const expression = entry.language === 'JSONPath' ? textIn(entry, dotted) : undefined;
  if (expression !== undefined) return { text: expression, computed: true, path: dotted };
  const text = textIn(entry, path) ?? '';
  return { text, computed: entry.language === 'JSONata' && isJsonata(text), path };
}

/** `InvocationConfig`, or the older `Authentication` where the definition uses that. */
export const connectionHolder = (entry: StateEntry): 'InvocationConfig' | 'Authentication' =>
  nodeIn(entry, argumentPath(entry, 'Authentication')) ? 'Authentication' : 'InvocationConfig';

/** The endpoint where it is literal. */
export function literalEndpoint(entry: StateEntry): string {
  const endpoint = argumentIn(entry, 'ApiEndpoint');
  return endpoint.computed ? '' : endpoint.text;
}
