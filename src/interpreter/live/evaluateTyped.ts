import { rawOffsetIn } from '../../checks/offsetInText.ts';
import { parseJson } from '../../asl/json/parseJson.ts';
import type { QueryLanguage } from '../../asl/names.ts';
import { toJson } from '../../asl/toJson.ts';
import type { StringNode, ValueNode } from '../../asl/tree.ts';
import { evaluateIntrinsic } from '../../expr/intrinsics/evaluateIntrinsic.ts';
import { isIntrinsicText, parseIntrinsic } from '../../expr/intrinsics/parseIntrinsic.ts';
import { jsonataSyntax } from '../../expr/jsonata/jsonataSyntax.ts';
import { evaluateJsonataTemplate, jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { referencePath, setAtReferencePath } from '../../expr/jsonpath/referencePath.ts';
import { evaluateExpression, evaluatePathField, evaluateTemplate } from '../../expr/payloadTemplate.ts';
import type { ExpressionFailure, PathScope, Sources } from '../../expr/PathScope.ts';
import type { Json, JsonObject } from '../../lib/Json.ts';
import type { Result } from '../../lib/Result.ts';
import { AWS_LIMITS } from '../limits.ts';
import { payloadBytes } from '../payloadSize.ts';
import { payloadText } from '../payloadText.ts';
import { missedAt } from './missedAt.ts';

/** `path`: InputPath and its like; `reference`: ResultPath; `value`: JSON with expressions in it, or one expression. */
export type TypedForm = 'path' | 'reference' | 'value';

export interface TypedExpression {
  /** As it stands in the field, finished or not. */
  readonly text: string;
  /** What the field is called, for AWS's error texts. */
  readonly field: string;
  readonly language: QueryLanguage;
  readonly form: TypedForm;
  /** What `$` is in JSONPath: the value that this field looks at. */
  readonly data: Json;
  /** `$states` without its context, and the raw input. */
  readonly states: { readonly input: Json; readonly result?: Json; readonly errorOutput?: Json };
  readonly context: JsonObject;
  readonly variables: JsonObject;
}

export type TypedAnswer =
  /** `json`: the value as compact JSON text. */
  | { readonly kind: 'value'; readonly json: string; readonly bytes: number }
  /** `offset`: the character in the typed text. `error`: what AWS would raise; absent: the text cannot be read. */
  | { readonly kind: 'problem'; readonly message: string; readonly offset?: number; readonly error?: string }
  /** Nothing in it is computed. */
  | { readonly kind: 'nothing' };

/** Evaluates what a person is typing, as the state would, with the character where it goes wrong. Sends nothing. */
export async function evaluateTyped(typed: TypedExpression, sources: Sources): Promise<TypedAnswer> {
  const text = typed.text.trim();
  if (text === '') return { kind: 'nothing' };
  const lead = typed.text.indexOf(text);
  const answer = typed.language === 'JSONata' ? await jsonata(typed, text, sources) : jsonPath(typed, text, sources);
  return answer.kind === 'problem' && answer.offset !== undefined ? { ...answer, offset: answer.offset + lead } : answer;
}

const value = (found: Json): TypedAnswer => ({ kind: 'value', json: payloadText(found), bytes: payloadBytes(found) });
const unread = (message: string, offset: number): TypedAnswer => ({ kind: 'problem', message, offset });
const failed = (error: string, message: string, offset: number | undefined): TypedAnswer => ({ kind: 'problem', error, message, ...(offset === undefined ? {} : { offset }) });

async function jsonata(typed: TypedExpression, text: string, sources: Sources): Promise<TypedAnswer> {
  const bare = jsonataText(text) !== null;
  if (!bare && text.startsWith('{%')) return unread('The expression has no end. Close it with %}.', text.length);
  const source: Source = bare ? { root: { kind: 'string', value: text, offset: 0, length: text.length }, raw: null } : readSource(text);
  if ('problem' in source) return source.problem;
  const expressions = placesIn(source.root, typed.field).filter(({ node }) => jsonataText(node.value) !== null);
  if (expressions.length === 0) return { kind: 'nothing' };
  for (const { node } of expressions) {
    const wrong = jsonataSyntax(jsonataText(node.value) ?? '');
    if (wrong) return unread(wrong.message, inTyped(source, node, inBraces(node.value, wrong.offset)));
  }
  const { timeoutMs, depth } = { timeoutMs: AWS_LIMITS.jsonataTimeoutMs, depth: AWS_LIMITS.jsonataDepth };
  const states: JsonObject = { ...typed.states, context: typed.context };
  const result = await evaluateJsonataTemplate(toJson(source.root), typed.field, { states, variables: typed.variables, sources, timeoutMs, depth });
  if (result.ok) return value(result.value);
  const { message, location, offset = 0 } = result.error;
  const at = expressions.find(({ place }) => place === location)?.node;
  return failed('States.QueryEvaluationError', message, at && inTyped(source, at, inBraces(at.value, offset)));
}

/** An offset within the expression as one within the text with its braces. */
const inBraces = (braced: string, offset: number): number => 2 + (/^\s*/.exec(braced.slice(2))?.[0].length ?? 0) + offset;

type Source = { readonly root: ValueNode; /** Null: the text is the value, without quotes and escapes. */ readonly raw: string | null } | { readonly problem: TypedAnswer };

function readSource(text: string): Source {
  const tree = parseJson(text);
  const problem = tree.problems.find(({ fatal }) => fatal);
  if (problem) return { problem: unread(problem.message, problem.offset) };
  return tree.root ? { root: tree.root, raw: text } : { problem: { kind: 'nothing' } };
}

const inTyped = (source: Exclude<Source, { problem: TypedAnswer }>, node: StringNode, index: number): number =>
  (source.raw === null ? node.offset + index : rawOffsetIn(source.raw, node, index));

/** Every text in a value, with its place as AWS words it: `Output/a[0]`. */
function placesIn(node: ValueNode, place: string): readonly { readonly node: StringNode; readonly place: string; readonly key?: string }[] {
  switch (node.kind) {
    case 'string':
      return [{ node, place }];
    case 'array':
      return node.items.flatMap((item, at) => placesIn(item, `${place}[${at}]`));
    case 'object':
      return node.members.flatMap(({ key, value: inner }) => placesIn(inner, `${place}/${key.value}`).map((found) => (inner.kind === 'string' ? { ...found, key: key.value } : found)));
    default:
      return [];
  }
}

function jsonPath(typed: TypedExpression, text: string, sources: Sources): TypedAnswer {
  const scope: PathScope = { input: typed.data, context: typed.context, variables: typed.variables, sources };
  if (typed.form === 'path' && text === 'null') return value({});
  if (typed.form === 'reference') return merged(typed, text);
  if (/^(\$(?!\{)|States\.)/.test(text)) return single(text, typed.field, scope, typed.form);
  if (typed.form === 'path') return unread('A path begins with $, as in $.order.total.', 0);
  const source = readSource(text);
  if ('problem' in source) return source.problem;
  const dynamic = placesIn(source.root, '').filter(({ key }) => key?.endsWith('.$'));
  if (dynamic.length === 0) return { kind: 'nothing' };
  for (const { node, key = '' } of dynamic) {
    const answer = single(node.value, key, scope, 'value');
    if (answer.kind === 'problem') return { ...answer, offset: inTyped(source, node, answer.offset ?? 0) };
  }
  return settled(evaluateTemplate(toJson(source.root), scope), undefined);
}

/** One path or one call of an intrinsic function. */
function single(text: string, field: string, scope: PathScope, form: TypedForm): TypedAnswer {
  if (isIntrinsicText(text)) {
    const call = parseIntrinsic(text);
    if (!call.ok) return unread(call.error.message, call.error.offset);
    return settled(evaluateIntrinsic(call.value, scope), () => missedAt(text, scope));
  }
  const path = parseJsonPath(text);
  if (!path.ok) return unread(path.error.message, path.error.offset);
  return settled(form === 'path' ? evaluatePathField(text, scope) : evaluateExpression(text, field, scope), () => missedAt(text, scope));
}

const settled = (result: Result<Json, ExpressionFailure>, offset: (() => number | undefined) | undefined): TypedAnswer =>
  (result.ok ? value(result.value) : failed('States.Runtime', result.error.message, offset?.()));

/** What ResultPath makes of the state's input and its result. */
function merged({ states, data }: TypedExpression, text: string): TypedAnswer {
  if (text === 'null') return value(states.input);
  const path = parseJsonPath(text);
  if (!path.ok) return unread(path.error.message, path.error.offset);
  const reference = referencePath(text);
  if (reference === null || path.value.root.kind !== 'input') return unread('ResultPath names one place under $: names and indexes only, such as $.order.result.', 0);
  const made = setAtReferencePath(reference, states.input, data);
  return made.ok ? value(made.value) : failed('States.ReferencePathConflict', `There is no place for ${text} in the state's input: something on the way to it is no object.`, undefined);
}
