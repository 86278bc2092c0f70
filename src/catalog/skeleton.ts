import type { QueryLanguage } from '../asl/names.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import { context, dialectOf, input, type FilledObject } from './patterns/dialect.ts';
import { readResource } from './resource.ts';
import type { Shape, StructureShape } from './Shape.ts';

/** A required member may hold its own kind; nobody fills in more than this by hand. */
const DEEPEST = 5;
/** Alone they do not say what is meant: the name around them is put in front. */
const VAGUE = /^(?:id|name|arn|key|value|type|mode|status|uri|url|[a-z]{1,2})$/i;

/**
 * A request with exactly what must be there. What only a person knows is a placeholder, `${TableName}`: the checks point at it, the export asks
 * for it, and it is never taken for a real name.
 */
export const requestSkeleton = (shape: Shape | undefined): JsonObject => (shape?.is === 'structure' ? structure(shape, '', 0) : {});

function structure({ members, required = [], union }: StructureShape, around: string, depth: number): JsonObject {
  if (depth > DEEPEST) return {};
  const names = union ? Object.keys(members).slice(0, 1) : required;
  return Object.fromEntries(names.flatMap((name): [string, Json][] => {
    const member = members[name];
    return member ? [[name, valueOf(member, VAGUE.test(name) ? `${around}${name}` : name, depth + 1)]] : [];
  }));
}

function valueOf(shape: Shape, name: string, depth: number): Json {
  switch (shape.is) {
    case 'boolean':
      return false;
    case 'list':
      return depth > DEEPEST ? [] : [valueOf(shape.of, singular(name), depth + 1)];
    case 'map':
      return depth > DEEPEST ? {} : { [placeholder(`${singular(name)}Name`)]: valueOf(shape.of, singular(name), depth + 1) };
    case 'structure':
      return structure(shape, singular(name), depth);
    case 'string':
    case 'number':
    case 'any':
      return placeholder(name);
  }
}

const placeholder = (name: string): string => `\${${name.replace(/\W+/g, '').replace(/^[a-z]/, (first) => first.toUpperCase()) || 'Value'}}`;
const singular = (name: string): string => (/(?:ss|us|is)$/i.test(name) ? name : name.replace(/ies$/, 'y').replace(/([^s])s$/, '$1'));

const TOKEN = { TaskToken: context('Task.Token') };
const EVENT = { Source: '${Source}', DetailType: '${DetailType}' };
/** What a call is of no use without, although the service does not ask for it. */
const USUAL: { readonly [service: string]: FilledObject } = { lambda: { Payload: input() }, events: { Entries: [{ ...EVENT, Detail: { Input: input() } }] } };
/** Where the token of a callback is put, for the integrations that write a message out themselves. */
const WITH_TOKEN: { readonly [service: string]: FilledObject } = {
  lambda: { Payload: { Input: input(), ...TOKEN } }, sqs: { MessageBody: { Input: input(), ...TOKEN } }, sns: { Message: { Input: input(), ...TOKEN } },
  states: { Input: { Input: input(), ...TOKEN } }, bedrock: { Body: { ...TOKEN } }, events: { Entries: [{ ...EVENT, Detail: { Input: input(), ...TOKEN } }] },
};

/** A Task that calls this, without its transition. `shape`: of the request; unknown where the catalog has none. */
export function taskFor(resource: string, shape: Shape | undefined, language: QueryLanguage): JsonObject {
  const read = readResource(resource);
  const service = read.kind === 'optimized' ? read.service : '';
  const callback = 'pattern' in read && read.pattern === 'waitForTaskToken';
  const table = callback ? WITH_TOKEN : USUAL;
  const own = Object.hasOwn(table, service) ? table[service] : {};
  // The answer of a function lies in `Payload`, that of a callback is the result itself.
  const answer = service !== 'lambda' || callback ? {} : language === 'JSONata' ? { Output: '{% $states.result.Payload %}' } : { OutputPath: '$.Payload' };
  // AWS wants the member also where an action needs no parameter.
  return { Type: 'Task', Resource: resource, ...dialectOf(language).args({ ...requestSkeleton(shape), ...own }), ...answer };
}

/** `Start job run`, `Describe DB instances`. */
export function nameForAction(action: string): string {
  const words = action.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').split(' ');
  const text = words.map((word) => (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase())).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
