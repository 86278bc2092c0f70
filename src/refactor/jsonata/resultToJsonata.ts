import { memberOf } from '../../asl/pointer.ts';
import type { Member, ObjectNode, ValueNode } from '../../asl/tree.ts';
import type { JsonPath, Step } from '../../expr/jsonpath/JsonPath.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { referencePath } from '../../expr/jsonpath/referencePath.ts';
import { err, ok } from '../../lib/Result.ts';
import { BY_HAND, tight, type Converted, type Expression } from './Converted.ts';
import { objectLiteral } from './jsonataLiteral.ts';
import { asTemplate, added, from, joined, NOTHING, renamed, without, type Part } from './Part.ts';
import { pathToJsonata } from './pathToJsonata.ts';
import { literalsInPlace, templateExpression, templateInPlace } from './templateToJsonata.ts';
import { withName } from './withName.ts';

export const INPUT: Expression = { text: '$states.input', remarks: [] };
export const EMPTY: Expression = { text: '{}', gives: 'object', remarks: [] };

/** What a state makes of its result before ResultPath: a template of its own, or what there is without one. */
export type Selected =
  | { readonly kind: 'template'; readonly member: Member; readonly data: string | null }
  | { readonly kind: 'expression'; readonly expression: Expression };

export const selectedExpression = (selected: Selected): Converted =>
  selected.kind === 'expression' ? ok(selected.expression) : templateExpression(selected.member.value, selected.data);

/**
 * ResultPath and OutputPath of a state, with what they are applied to, as Output. ResultPath puts the value into the raw input, whatever
 * InputPath chose.
 * @param otherwise what a JSONata state without Output leaves
 */
export function resultToJsonata(state: ObjectNode, selected: Selected, otherwise: string): Part {
  const paths = without(state, 'ResultPath', 'OutputPath');
  const resultPath = memberOf(state, 'ResultPath')?.value;
  const outputPath = memberOf(state, 'OutputPath')?.value;
  if (isWhole(resultPath) && isWhole(outputPath) && selected.kind === 'template') {
    return joined([paths, asOutput(state, selected)]);
  }
  const consumed = selected.kind === 'template' ? without(state, selected.member.key.value) : NOTHING;
  if (isNull(outputPath)) return joined([paths, consumed, added(state, 'Output', {})]);
  const output = from(selected.kind === 'template' ? selected.member.key.value : 'ResultPath', mergedAt(resultPath, selected, INPUT), (merged) =>
    from('OutputPath', throughPath(outputPath, resultPath, selected, merged), ({ text }) => (text === otherwise ? NOTHING : added(state, 'Output', asTemplate(text)))),
  );
  return joined([paths, consumed, output]);
}

/** The template itself becomes Output, and keeps what it says as it is written. */
function asOutput(state: ObjectNode, { member, data }: Extract<Selected, { kind: 'template' }>): Part {
  const field = member.key.value;
  const inside = data === null ? literalsInPlace(member.value) : templateInPlace(member.value, field, data);
  return joined([renamed(state, member, 'Output', field), inside]);
}

/** The value after ResultPath. */
export function mergedAt(resultPath: ValueNode | undefined, selected: Selected, input: Expression): Converted {
  if (isNull(resultPath)) return ok(input);
  const value = selectedExpression(selected);
  if (isWhole(resultPath) || !value.ok) return value;
  const path = resultPath?.kind === 'string' ? referencePath(resultPath.value) : null;
  if (path === null) return err({ reason: 'ResultPath is no reference path.', nextStep: 'Correct it first.' });
  const names = namesOf(path);
  if (names === null) return err({ reason: `ResultPath ${path.text} replaces one item of a list.`, nextStep: BY_HAND });
  const text = merge(input.text, names, value.value.text);
  return text === null ? err({ reason: `ResultPath ${path.text} has a name that JSONata has no way to write here.`, nextStep: BY_HAND }) : ok({ text, gives: 'object', remarks: value.value.remarks });
}

/** `$merge([data, { 'a': $merge([data.a, { 'b': value }]) }])` */
function merge(data: string, [name, ...deeper]: readonly string[], value: string): string | null {
  if (name === undefined || name === '__proto__') return null;
  const own = deeper.length === 0 ? data : withName(data, name);
  const inner = deeper.length === 0 ? value : own === null ? null : merge(own, deeper, value);
  return inner === null ? null : `$merge([${data}, ${objectLiteral([[name, inner]])}])`;
}

/** OutputPath over the value after ResultPath; where it reads what ResultPath has just written, straight from there. */
function throughPath(outputPath: ValueNode | undefined, resultPath: ValueNode | undefined, selected: Selected, merged: Expression): Converted {
  if (isWhole(outputPath)) return ok(merged);
  const path = readPath('OutputPath', outputPath);
  if (!path.ok) return path;
  const into = resultPath?.kind === 'string' ? referencePath(resultPath.value) : null;
  const names = path.value.root.kind === 'input' && into ? namesOf(into) : null;
  if (into === null || names === null || names.length === 0) return pathToJsonata(path.value, tight(merged));
  const value = selectedExpression(selected);
  if (!value.ok) return value;
  const meets = firstDifference(path.value.steps, into.steps);
  if (meets === into.steps.length) return pathToJsonata({ ...path.value, steps: path.value.steps.slice(meets) }, tight(value.value));
  const apart = meets < path.value.steps.length && path.value.steps.slice(0, meets + 1).every(isName);
  return pathToJsonata(path.value, apart ? INPUT.text : tight(merged));
}

const isName = ({ descend, segment }: Step): boolean => !descend && segment.kind === 'name';
const same = (a: Step | undefined, b: Step | undefined): boolean =>
  a !== undefined && b !== undefined && isName(a) && isName(b) && a.segment.kind === 'name' && b.segment.kind === 'name' && a.segment.name === b.segment.name;

function firstDifference(one: readonly Step[], other: readonly Step[]): number {
  let at = 0;
  while (at < other.length && same(one[at], other[at])) at += 1;
  return at;
}

/** Null where there is an index among them. */
function namesOf(path: JsonPath): readonly string[] | null {
  const names = path.steps.flatMap(({ segment }) => (segment.kind === 'name' ? [segment.name] : []));
  return names.length === path.steps.length ? names : null;
}

export const isWhole = (path: ValueNode | undefined): boolean => path === undefined || (path.kind === 'string' && path.value === '$');
export const isNull = (node: ValueNode | undefined): boolean => node?.kind === 'literal' && node.value === null;

export function readPath(field: string, node: ValueNode | undefined): Converted<JsonPath> {
  if (node?.kind !== 'string') return err({ reason: `${field} is no path.`, nextStep: 'Correct it first.' });
  const path = parseJsonPath(node.value);
  return path.ok ? path : err({ reason: `${node.value} cannot be read: ${path.error.message}`, nextStep: 'Correct it first.' });
}

/** InputPath over the raw input. */
export function effectiveInput(state: ObjectNode): Converted {
  const node = memberOf(state, 'InputPath')?.value;
  if (isWhole(node)) return ok(INPUT);
  if (isNull(node)) return ok(EMPTY);
  const path = readPath('InputPath', node);
  return path.ok ? pathToJsonata(path.value, INPUT.text) : path;
}
