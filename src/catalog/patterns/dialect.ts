import type { QueryLanguage } from '../../asl/names.ts';
import type { Json, JsonObject } from '../../lib/Json.ts';

/** A value that the workflow fills in while it runs: out of the input of a state, or of its context. */
class Ref {
  readonly of: 'input' | 'context';
  readonly path: string;
  constructor(of: 'input' | 'context', path: string) {
    this.of = of;
    this.path = path;
  }
}

type Filled = Json | Ref | readonly Filled[] | { readonly [key: string]: Filled };
export type FilledObject = { readonly [key: string]: Filled };

/** `input('order.id')`; without a path all of it. */
export const input = (path = ''): Ref => new Ref('input', path);
export const context = (path: string): Ref => new Ref('context', path);
export const TASK_TOKEN = context('Task.Token');

interface Rule {
  readonly path: string;
  /** `greater`: than this number. */
  readonly is: 'equal' | 'greater' | 'present';
  readonly value?: string | number | boolean;
  readonly next: string;
}

/** The few things that the two query languages spell differently, so that a pattern is written once. */
export interface Dialect {
  readonly language: QueryLanguage;
  /** `Arguments` or `Parameters`. */
  readonly args: (value: FilledObject) => JsonObject;
  /** The result lies at this member of the input from then on. */
  readonly keep: (at: string) => JsonObject;
  /** The output is the input as it was. */
  readonly passOn: () => JsonObject;
  readonly caught: (errors: readonly string[], next: string) => JsonObject;
  readonly rule: (rule: Rule) => JsonObject;
  /** The items of a Map. */
  readonly items: (path: string) => JsonObject;
  /** The arguments of an `ItemReader` or a `ResultWriter`. */
  readonly reader: (resource: string, value: FilledObject) => JsonObject;
}

export const dialectOf = (language: QueryLanguage): Dialect => (language === 'JSONata' ? jsonata : jsonPath);

const pathAt = (root: string, path: string): string => (path === '' ? root : `${root}.${path}`);
const isList = (value: Filled): value is readonly Filled[] => Array.isArray(value);
const isObject = (value: Filled): value is FilledObject => typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Ref);

function filled(value: Filled, spell: (key: string, ref: Ref) => readonly [string, Json]): Json {
  if (isList(value)) return value.map((item) => filled(item, spell));
  if (!isObject(value)) return value instanceof Ref ? spell('', value)[1] : value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => (inner instanceof Ref ? spell(key, inner) : [key, filled(inner, spell)])));
}

const asPath = (key: string, { of, path }: Ref): readonly [string, Json] => [`${key}.$`, pathAt(of === 'input' ? '$' : '$$', path)];
const asExpression = (key: string, { of, path }: Ref): readonly [string, Json] => [key, `{% ${pathAt(`$states.${of}`, path)} %}`];
// What goes in is an object, so an object comes out.
const object = (value: FilledObject, spell: typeof asPath): JsonObject => filled(value, spell) as JsonObject;

const jsonPath: Dialect = {
  language: 'JSONPath',
  args: (value) => ({ Parameters: object(value, asPath) }),
  keep: (at) => ({ ResultPath: `$.${at}` }),
  passOn: () => ({ ResultPath: null }),
  caught: (errors, next) => ({ ErrorEquals: [...errors], ResultPath: '$.error', Next: next }),
  rule({ path, is, value = true, next }) {
    const variable = { Variable: `$.${path}` };
    if (is === 'present') return { ...variable, IsPresent: true, Next: next };
    if (is === 'greater') return { ...variable, NumericGreaterThan: value, Next: next };
    const operator = typeof value === 'string' ? 'StringEquals' : typeof value === 'number' ? 'NumericEquals' : 'BooleanEquals';
    return { ...variable, [operator]: value, Next: next };
  },
  items: (path) => ({ ItemsPath: `$.${path}` }),
  reader: (resource, value) => ({ Resource: resource, Parameters: object(value, asPath) }),
};

const SPELLED = { equal: '=', greater: '>' } as const;
const merged = (at: string, what: string): string => `{% $merge([$states.input, {'${at}': ${what}}]) %}`;

const jsonata: Dialect = {
  language: 'JSONata',
  args: (value) => ({ Arguments: object(value, asExpression) }),
  keep: (at) => ({ Output: merged(at, '$states.result') }),
  passOn: () => ({ Output: '{% $states.input %}' }),
  caught: (errors, next) => ({ ErrorEquals: [...errors], Output: merged('error', '$states.errorOutput'), Next: next }),
  rule({ path, is, value = true, next }) {
    const at = `$states.input.${path}`;
    const condition = is === 'present' ? `$exists(${at})` : `${at} ${SPELLED[is]} ${typeof value === 'string' ? `'${value}'` : String(value)}`;
    return { Condition: `{% ${condition} %}`, Next: next };
  },
  items: (path) => ({ Items: `{% $states.input.${path} %}` }),
  reader: (resource, value) => ({ Resource: resource, Arguments: object(value, asExpression) }),
};
