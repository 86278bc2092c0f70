import { itemsOf } from '../../asl/pointer.ts';
import type { Member, ValueNode } from '../../asl/tree.ts';
import { isForbiddenHeader } from '../../http/forbiddenHeaders.ts';
import { isHeaderName, isHeaderValue } from '../../http/headerSyntax.ts';
import { ARRAY_FORMATS } from '../../http/readArguments.ts';
import { didYouMean } from '../didYouMean.ts';
import { hasPlaceholder, hasUnknownMembers, isExpression, isUnknown, type Problem } from '../problem.ts';
import { find, placeIn, plainName, sayAt, type HttpTask } from './httpTaskNode.ts';

/** Step Functions writes these itself. Source: http-task.md section 3. */
const REPLACED: ReadonlySet<string> = new Set(['range', 'user-agent', 'content-length']);

export function headers(task: HttpTask): readonly Problem[] {
  const { value: node, dynamic } = find(task.given, 'Headers');
  if (dynamic || node === undefined) return [];
  if (node.kind !== 'object') return sayAt('error', 'bad-headers', placeIn(task, node, 'Headers'), 'Headers must be an object of names and values, such as {"Accept": "application/json"}.');
  return node.members.flatMap((member) => [...headerName(task, member), ...headerValue(task, member)]);
}

function headerName(task: HttpTask, { key }: Member): readonly Problem[] {
  const name = plainName(task, key.value);
  const say = (severity: 'error' | 'info', code: string, message: string) => sayAt(severity, code, placeIn(task, key, 'Headers', key.value), message);
  if (isForbiddenHeader(name)) {
    const next = name.toLowerCase() === 'authorization' ? 'It comes from the connection: put it there.' : 'Remove it.';
    return say('error', 'forbidden-header', `Step Functions does not let a task set the header ${name}. ${next}`);
  }
  if (REPLACED.has(name.toLowerCase())) return say('info', 'replaced-header', `Step Functions writes the header ${name} itself, so this value is never sent. Remove it.`);
  if (isHeaderName(name) || hasPlaceholder(name)) return [];
  return say('error', 'bad-header-name', `${JSON.stringify(name)} cannot be the name of a header: it may hold letters, digits and hyphens, no spaces or colons.`);
}

function headerValue(task: HttpTask, { key, value }: Member): readonly Problem[] {
  if (plainName(task, key.value) !== key.value) return []; // a path
  for (const one of value.kind === 'array' ? itemsOf(value) : [value]) {
    if (isUnknown(one) || (one.kind === 'string' && isExpression(one.value))) continue;
    const at = placeIn(task, one, 'Headers', key.value);
    // Whether AWS takes them is not documented (unconfirmed.ts), so no error.
    if (one.kind !== 'string') return sayAt('warning', 'header-not-text', at, `The header ${key.value} should be a text or a list of texts, since AWS documents nothing else and a test here refuses it. Put the value in quotes.`);
    if (!isHeaderValue(one.value)) return sayAt('error', 'bad-header-value', at, `The header ${key.value} holds a character that no HTTP header may hold, such as a line break. Remove it.`);
  }
  return [];
}

export function queryParameters(task: HttpTask): readonly Problem[] {
  const { value, dynamic } = find(task.given, 'QueryParameters');
  if (dynamic || value === undefined || value.kind === 'object') return [];
  return sayAt('error', 'bad-query-parameters', placeIn(task, value, 'QueryParameters'), 'QueryParameters must be an object of names and values, such as {"limit": "10"}.');
}

const ENCODINGS = ['NONE', 'URL_ENCODED'] as const;

export function transform(task: HttpTask): readonly Problem[] {
  const { value: node, dynamic } = find(task.given, 'Transform');
  if (dynamic || node === undefined) return [];
  const next = 'It takes RequestBodyEncoding (NONE or URL_ENCODED) and RequestEncodingOptions with ArrayFormat.';
  if (node.kind !== 'object') return sayAt('error', 'bad-transform', placeIn(task, node, 'Transform'), `Transform must be an object. ${next}`);
  const options = find(node, 'RequestEncodingOptions');
  const encoding = oneOf(task, node, 'RequestBodyEncoding', ENCODINGS, ['Transform']);
  if (options.dynamic || options.value === undefined) return [...encoding, ...formType(task, node)];
  if (options.value.kind !== 'object') {
    return [...encoding, ...sayAt('error', 'bad-transform', placeIn(task, options.value, 'Transform', 'RequestEncodingOptions'), 'RequestEncodingOptions must be an object with ArrayFormat.')];
  }
  return [...encoding, ...oneOf(task, options.value, 'ArrayFormat', ARRAY_FORMATS, ['Transform', 'RequestEncodingOptions']), ...formType(task, node)];
}

function oneOf(task: HttpTask, node: ValueNode, key: string, known: readonly string[], way: readonly string[]): readonly Problem[] {
  const { value, dynamic } = find(node, key);
  if (dynamic || value === undefined || (value.kind === 'string' && known.includes(value.value))) return [];
  const guess = value.kind === 'string' ? didYouMean(value.value, known) : '';
  return sayAt('error', 'bad-transform', placeIn(task, value, ...way, key), `${key} must be one of ${known.join(', ')}, in capitals.${guess}`);
}

/** Step Functions leaves Content-Type as it is. Source: http-task.md section 2. */
function formType(task: HttpTask, node: ValueNode): readonly Problem[] {
  const { value } = find(node, 'RequestBodyEncoding');
  if (value?.kind !== 'string' || value.value !== 'URL_ENCODED') return [];
  const own = find(task.given, 'Headers');
  if (own.dynamic || (own.value && (own.value.kind !== 'object' || hasUnknownMembers(own.value)))) return [];
  const typed = own.value?.kind === 'object' && own.value.members.some(({ key }) => plainName(task, key.value).toLowerCase() === 'content-type');
  if (typed) return [];
  const message = 'The body is sent as a form, and Step Functions does not change Content-Type with it. Add the header Content-Type: application/x-www-form-urlencoded, unless the connection does.';
  return sayAt('warning', 'form-without-content-type', placeIn(task, value, 'Transform', 'RequestBodyEncoding'), message);
}

const FIELDS: readonly string[] = ['ApiEndpoint', 'Method', 'InvocationConfig', 'Authentication', 'Headers', 'QueryParameters', 'RequestBody', 'Transform'];

/** unconfirmed: that AWS refuses them, as it does for other integrations. Either way they have no effect. */
export function unknownFields(task: HttpTask): readonly Problem[] {
  if (task.given?.kind !== 'object') return [];
  return task.given.members.flatMap(({ key }) => {
    const name = plainName(task, key.value);
    if (FIELDS.includes(name)) return [];
    const at = placeIn(task, key, key.value);
    return sayAt('warning', 'unknown-http-field', at, `An HTTP task has no field ${JSON.stringify(name)}, so it has no effect.${didYouMean(name, FIELDS)}`);
  });
}
