import { setField } from '../../asl/commands/setField.ts';
import type { Command } from '../../asl/operations.ts';
import { memberOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import type { ValueNode } from '../../asl/tree.ts';

const field = (node: ValueNode | undefined, key: string): ValueNode | undefined => (node?.kind === 'object' ? memberOf(node, key)?.value : undefined);

const argumentsKey = (entry: StateEntry): 'Arguments' | 'Parameters' => (entry.language === 'JSONata' ? 'Arguments' : 'Parameters');

/** The literal endpoint of an HTTP task, or nothing where it is computed. */
export function endpointOf(entry: StateEntry | null): string {
  if (entry === null) return '';
  const endpoint = field(field(entry.node, argumentsKey(entry)), 'ApiEndpoint');
  return endpoint?.kind === 'string' && !endpoint.value.startsWith('{%') ? endpoint.value : '';
}

/** Names the connection in the HTTP task, in the form that the definition already uses. */
export function nameConnection(entry: StateEntry, arn: string): Command {
  const key = argumentsKey(entry);
  const holder = field(field(entry.node, key), 'Authentication') ? 'Authentication' : 'InvocationConfig';
  return setField(entry.id, [key, holder, 'ConnectionArn'], arn);
}
