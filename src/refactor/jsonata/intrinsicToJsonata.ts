import type { Argument, IntrinsicCall } from '../../expr/intrinsics/parseIntrinsic.ts';
import { err, ok } from '../../lib/Result.ts';
import { BY_HAND, tight, type Converted, type Expression } from './Converted.ts';
import { jsonataLiteral, textLiteral } from './jsonataLiteral.ts';
import { pathToJsonata } from './pathToJsonata.ts';

/** Converted arguments, with what is known of them. */
interface Given {
  readonly argument: Argument;
  readonly is: Expression;
}

type Writer = (given: readonly Given[], call: IntrinsicCall) => Expression | null;

/** An intrinsic function call as JSONata. `data`: what `$` stands for. The oracle is `expr/intrinsics/intrinsicTable.ts`. */
export function intrinsicToJsonata(call: IntrinsicCall, data: string): Converted {
  const given: Given[] = [];
  for (const argument of call.args) {
    const is = argumentToJsonata(argument, data);
    if (!is.ok) return is;
    given.push({ argument, is: is.value });
  }
  const made = writers[call.name](given, call);
  if (made === null) return err({ reason: `${call.text} has arguments that JSONata has no counterpart for.`, nextStep: BY_HAND });
  return ok({ ...made, remarks: [...given.flatMap(({ is }) => is.remarks), ...made.remarks] });
}

function argumentToJsonata(argument: Argument, data: string): Converted {
  if (argument.kind === 'path') return pathToJsonata(argument.path, data);
  if (argument.kind === 'call') return intrinsicToJsonata(argument.call, data);
  return ok({ text: jsonataLiteral(argument.value), remarks: [], ...literalType(argument.value) });
}

const literalType = (value: unknown): Pick<Expression, 'gives'> => {
  if (typeof value === 'string') return { gives: 'text' };
  if (typeof value === 'number') return { gives: 'number' };
  return typeof value === 'boolean' ? { gives: 'boolean' } : {};
};

const literalOf = ({ argument }: Given): unknown => (argument.kind === 'literal' ? argument.value : undefined);
const texts = (given: readonly Given[]): string => given.map(({ is }) => is.text).join(', ');
/** A function of the same meaning with the same arguments. */
const call = (name: string, count: number, gives?: Expression['gives'], remark?: (call: IntrinsicCall, given: readonly Given[]) => string | null): Writer => (given, { ...made }) => {
  if (given.length !== count) return null;
  const said = remark?.(made, given) ?? null;
  return { text: `${name}(${texts(given)})`, ...(gives && { gives }), remarks: said === null ? [] : [said] };
};
const isScalar = ({ is }: Given): boolean => is.gives === 'text' || is.gives === 'number' || is.gives === 'boolean';

const array: Writer = (given, { text }) => ({
  text: `[${texts(given)}]`,
  gives: 'list',
  remarks: given.every(({ is, argument }) => is.gives !== undefined && is.gives !== 'list' ? true : argument.kind === 'literal') ? [] : [`${text}: where a value is itself a list, JSONata joins its items in.`],
});

/** `{}` takes the next argument; a text without any is the text itself. */
const format: Writer = ([template, ...values], { text }) => {
  if (template?.argument.kind !== 'literal' || typeof template.argument.value !== 'string') return null;
  const parts = formatParts(template.argument.raw ?? template.argument.value);
  if (parts.filter((part) => part === null).length !== values.length) return null;
  const rest = [...values];
  const written = parts.flatMap((part) => {
    if (part !== null) return part === '' ? [] : [textLiteral(part)];
    const value = rest.shift();
    return value ? [tight(value.is)] : [];
  });
  const remarks = values.every(isScalar) ? [] : [`${text} writes lists and objects as Java does ({a=1}), JSONata as JSON.`];
  const only = written.length === 1 ? parts.find((part) => part !== '') : undefined;
  if (written.length === 0) return { text: "''", gives: 'text', remarks };
  if (only !== undefined) return { text: only === null ? `$string(${written[0]})` : (written[0] ?? "''"), gives: 'text', remarks };
  return { text: written.join(' & '), loose: true, gives: 'text', remarks };
};

/** The texts between the placeholders; null is one. */
function formatParts(raw: string): readonly (string | null)[] {
  const parts: (string | null)[] = [];
  let text = '';
  for (const [piece, escaped] of raw.matchAll(/\\(.)|\{\}|[^\\{]+|\{/gs)) {
    if (piece === '{}') {
      parts.push(text, null);
      text = '';
    } else text += escaped ?? piece;
  }
  return [...parts, text];
}

const getItem: Writer = ([list, index], { text }) =>
  list && index ? { text: `(${list.is.text})[${index.is.text}]`, remarks: [`${text} fails where the list is shorter; JSONata gives nothing there, and in an object leaves the member out.`] } : null;

const contains: Writer = (given, { text }) => {
  const [list, value] = given;
  if (!list || !value || given.length !== 2) return null;
  return { text: `${tight(value.is)} in ${tight(list.is)}`, loose: true, gives: 'boolean', remarks: isScalar(value) ? [] : [`${text} also finds lists and objects; JSONata's "in" finds texts, numbers and the like.`] };
};

const roundsFirst = (text: string): string => `${text} rounds both numbers to whole ones first; JSONata takes them as they are.`;

const add: Writer = (given, { text }) => {
  if (given.length !== 2) return null;
  const whole = given.every((one) => Number.isInteger(literalOf(one)) || one.is.gives === 'number');
  return { text: given.map(({ is }) => tight(is)).join(' + '), loose: true, gives: 'number', remarks: whole ? [] : [roundsFirst(text)] };
};

/** Each character of the second text parts, and empty parts are left out. */
const split: Writer = ([text, separators]) => {
  const by = separators && literalOf(separators);
  if (!text || typeof by !== 'string' || by === '') return null;
  const separator = by.length === 1 ? textLiteral(by) : `/[${by.replace(/[\\\]^/-]/g, '\\$&')}]/`;
  return { text: `[$split(${text.is.text}, ${separator})[$ != '']]`, gives: 'list', remarks: [] };
};

const merge: Writer = ([a, b, deep]) => (a && b && deep && literalOf(deep) === false ? { text: `$merge([${a.is.text}, ${b.is.text}])`, gives: 'object', remarks: [] } : null);

const random: Writer = ([from, to, seed, ...more], { text }) => {
  if (!from || !to || more.length > 0) return null;
  const [low, high] = [literalOf(from), literalOf(to)];
  const width = typeof low === 'number' && typeof high === 'number' ? `${high - low}` : `(${tight(to.is)} - ${tight(from.is)})`;
  return { text: `$floor($random(${seed ? seed.is.text : ''}) * ${width}) + ${tight(from.is)}`, loose: true, gives: 'number', remarks: Number.isInteger(low) && Number.isInteger(high) ? [] : [roundsFirst(text)] };
};

const hash: Writer = ([value, algorithm, ...more]) => {
  if (!value || !algorithm || more.length > 0) return null;
  const remarks = value.is.gives === 'text' ? [] : ['States.Hash also takes what is no text; $hash takes texts, so put $string() around it where it is none.'];
  return { text: `$hash(${value.is.text}, ${algorithm.is.text})`, gives: 'text', remarks };
};

const toString: Writer = ([value, ...more], { text }) => {
  if (!value || more.length > 0) return null;
  const remarks = value.is.gives === 'object' || value.is.gives === 'list' || value.is.gives === 'number' ? [] : [`${text} puts a text in quotes; $string leaves a text as it is.`];
  return { text: `$string(${value.is.text})`, gives: 'text', remarks };
};

const writers: { readonly [name in IntrinsicCall['name']]: Writer } = {
  'States.Array': array,
  // The brackets: nothing comes of an empty list.
  'States.ArrayPartition': (given) => (given.length === 2 ? { text: `[$partition(${texts(given)})]`, gives: 'list', remarks: [] } : null),
  'States.ArrayContains': contains,
  'States.ArrayRange': (given) => (given.length === 3 ? { text: `[$range(${texts(given)})]`, gives: 'list', remarks: [] } : null),
  'States.ArrayGetItem': getItem,
  'States.ArrayLength': call('$count', 1, 'number'),
  'States.ArrayUnique': call('$distinct', 1, 'list'),
  'States.Base64Encode': call('$base64encode', 1, 'text', ({ text }) => `${text}: JSONata encodes letters beyond Latin differently.`),
  'States.Base64Decode': call('$base64decode', 1, 'text', ({ text }) => `${text}: JSONata decodes letters beyond Latin differently.`),
  'States.Hash': hash,
  'States.JsonMerge': merge,
  'States.StringToJson': call('$parse', 1),
  'States.JsonToString': toString,
  'States.MathRandom': random,
  'States.MathAdd': add,
  'States.StringSplit': split,
  'States.Format': format,
  'States.UUID': call('$uuid', 0, 'text'),
};
