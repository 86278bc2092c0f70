import { isHttpResource } from '../../asl/httpResource.ts';
import { isUrl } from '../../lib/isUrl.ts';
import { childPointer, memberOf, valueOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import type { ValueNode } from '../../asl/tree.ts';
import { classifyHost, isInsideOrRefused } from '../../http/addressKind.ts';
import { isConnectionArn, MADE_UP_ACCOUNT } from '../../http/connectionArn.ts';
import { isForbiddenHeader } from '../../http/forbiddenHeaders.ts';
import { HTTP_METHODS } from '../../http/readArguments.ts';
import { didYouMean } from '../didYouMean.ts';
import { atName, hasUnknownMembers, isExpression, isUnknown, perState, problem, type Place, type Problem, type Severity } from '../problem.ts';

/** The fields of an HTTP task as far as they stand in the document; paths and expressions are known only when it runs. */
export const httpTask = perState((state) => {
  const resource = valueOf(state.node, 'Resource');
  if (state.type !== 'Task' || resource?.kind !== 'string' || !isHttpResource(resource.value)) return [];
  const field = state.language === 'JSONata' ? 'Arguments' : 'Parameters';
  const given = valueOf(state.node, field);
  if (given !== undefined && given.kind !== 'object') return []; // one expression for everything
  if (given && hasUnknownMembers(given)) return [];
  const task: HttpTask = { state, field, given };
  return [...endpoint(task), ...method(task), ...connection(task), ...headers(task)];
});

interface HttpTask {
  readonly state: StateEntry;
  readonly field: 'Arguments' | 'Parameters';
  readonly given: ValueNode | undefined;
}

/** The member as written; `dynamic` where a path or an expression gives the value. */
function find(node: ValueNode | undefined, key: string): { readonly value: ValueNode | undefined; readonly dynamic: boolean } {
  const value = valueOf(node, key);
  const dynamic = memberOf(node, `${key}.$`) !== undefined || isUnknown(value) || (value?.kind === 'string' && isExpression(value.value));
  return { value, dynamic };
}

const place = ({ state, field }: HttpTask, node: ValueNode, ...way: readonly string[]): Place => ({
  offset: node.offset,
  length: node.length,
  pointer: childPointer(state.pointer, field, ...way),
  state: state.id,
});

const missing = (task: HttpTask, code: string, message: string): readonly Problem[] =>
  [problem('error', code, task.given ? { ...place(task, task.given), length: 1 } : atName(task.state), `${JSON.stringify(task.state.name)} ${message}`)];

function endpoint(task: HttpTask): readonly Problem[] {
  const { value, dynamic } = find(task.given, 'ApiEndpoint');
  if (dynamic) return [];
  if (value === undefined) return missing(task, 'missing-endpoint', 'has no ApiEndpoint. Add the full URL it calls, such as https://api.example.com/v1/items.');
  const say = (severity: Severity, code: string, message: string): readonly Problem[] => [problem(severity, code, place(task, value, 'ApiEndpoint'), message)];
  if (value.kind !== 'string' || !isUrl(value.value)) return say('error', 'bad-endpoint', 'ApiEndpoint must be a full URL, such as https://api.example.com/v1/items.');
  const url = new URL(value.value);
  if (url.username !== '' || url.password !== '') return say('error', 'endpoint-user-info', 'ApiEndpoint must not hold a user name or password: put them into a Basic connection.');
  if (value.value.includes('#')) return say('error', 'endpoint-fragment', 'ApiEndpoint must not hold a fragment: remove the part from # on.');
  if (url.protocol !== 'https:') return say('error', 'endpoint-not-https', 'AWS would refuse this endpoint: Step Functions calls https only. Use https here, and send tests elsewhere with a host mapping.');
  if (!isInsideOrRefused(classifyHost(url.hostname))) return [];
  return say('warning', 'endpoint-inside', `AWS cannot reach ${url.host}, an address inside this machine or network. Use a public name here, and send tests elsewhere with a host mapping.`);
}

function method(task: HttpTask): readonly Problem[] {
  const { value, dynamic } = find(task.given, 'Method');
  if (dynamic) return [];
  if (value === undefined) return missing(task, 'missing-method', `has no Method. Add one of ${HTTP_METHODS.join(', ')}.`);
  if (value.kind === 'string' && HTTP_METHODS.some((known) => known === value.value)) return [];
  const guess = value.kind === 'string' ? didYouMean(value.value, HTTP_METHODS) : '';
  return [problem('error', 'bad-method', place(task, value, 'Method'), `Method must be one of ${HTTP_METHODS.join(', ')}, in capitals.${guess}`)];
}

function connection(task: HttpTask): readonly Problem[] {
  const holders = ['InvocationConfig', 'Authentication'].filter((key) => memberOf(task.given, key) ?? memberOf(task.given, `${key}.$`));
  const [name] = holders;
  if (name === undefined) return missing(task, 'missing-connection', 'has no connection: every HTTP task calls through one. Choose or make one in the form of the state.');
  if (holders.length > 1) return missing(task, 'two-connections', 'has both InvocationConfig and Authentication. Keep InvocationConfig and remove Authentication.');
  const holder = find(task.given, name);
  if (holder.dynamic || holder.value === undefined) return [];
  const { value, dynamic } = find(holder.value, 'ConnectionArn');
  if (dynamic) return [];
  if (value === undefined) return missing(task, 'missing-connection', `has no ConnectionArn in ${name}. Choose or make a connection in the form of the state.`);
  const at = place(task, value, name, 'ConnectionArn');
  if (value.kind !== 'string' || !isConnectionArn(value.value)) {
    return [problem('error', 'bad-connection-arn', at, 'ConnectionArn must be the ARN of an EventBridge connection: arn:aws:events:REGION:ACCOUNT:connection/NAME/ID.')];
  }
  if (value.value.split(':')[4] !== MADE_UP_ACCOUNT) return [];
  return [problem('warning', 'made-up-connection-arn', at, 'This connection was made here and AWS does not know it. Make it in EventBridge and put its ARN here before you deploy.')];
}

function headers(task: HttpTask): readonly Problem[] {
  const node = valueOf(task.given, 'Headers');
  if (node?.kind !== 'object') return [];
  return node.members.flatMap(({ key }) => {
    const name = task.state.language === 'JSONPath' ? key.value.replace(/\.\$$/, '') : key.value;
    if (!isForbiddenHeader(name)) return [];
    const at: Place = { ...place(task, node, 'Headers', key.value), offset: key.offset, length: key.length };
    const next = name.toLowerCase() === 'authorization' ? 'It comes from the connection: put it there.' : 'Remove it.';
    return [problem('error', 'forbidden-header', at, `Step Functions does not let a task set the header ${name}. ${next}`)];
  });
}
