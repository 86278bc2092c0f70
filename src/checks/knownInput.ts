import { memberOf, valueOf, type Segment as Step } from '../asl/pointer.ts';
import type { StateEntry } from '../asl/states.ts';
import { toJson } from '../asl/toJson.ts';
import type { ObjectNode, StringNode, ValueNode } from '../asl/tree.ts';
import { isIntrinsicText } from '../expr/intrinsics/parseIntrinsic.ts';
import { parseJsonPath } from '../expr/jsonpath/parseJsonPath.ts';
import { isJsonArray, isJsonObject, type Json } from '../lib/Json.ts';
import type { Arrow, Flow } from './flow.ts';
import { hasPlaceholder } from './problem.ts';
import { textsWithin } from './stateParts.ts';
import { isPathField } from './variables/variableUse.ts';

/** What a value is as far as it is proven; members of `any` may be anything. */
type Known = { readonly json: Json; readonly any: readonly string[] } | null;

const CAUGHT: Known = { json: {}, any: ['Error', 'Cause'] };

/** What goes along an arrow, where that is always the same; null: not known. */
function along({ from, kind, index }: Arrow): Known {
  if (from.language !== 'JSONPath') return null;
  if (kind === 'catch') {
    const catchers = valueOf(from.node, 'Catch');
    const catcher = catchers?.kind === 'array' ? catchers.items[index] : undefined;
    return catcher && !memberOf(catcher, 'ResultPath') ? CAUGHT : null;
  }
  const output = valueOf(from.node, 'OutputPath');
  if (output?.kind === 'literal' && output.value === null) return { json: {}, any: [] };
  if (output || memberOf(from.node, 'ResultPath')) return null;
  const result = from.type === 'Pass' ? valueOf(from.node, 'Result') : undefined;
  if (result && !isNull(result)) return isFilledIn(result) ? null : { json: toJson(result), any: [] };
  const template = valueOf(from.node, MAKES[from.type ?? ''] ?? '');
  return template?.kind === 'object' ? namesOf(template) : null;
}

/** The template that a state leaves, by type. */
const MAKES: { readonly [type: string]: string } = { Pass: 'Parameters', Task: 'ResultSelector', Map: 'ResultSelector', Parallel: 'ResultSelector' };

/** Of a template only the names are known, `.$` left out. */
function namesOf(template: ObjectNode): Known {
  const names = template.members.map(({ key }) => key.value);
  return names.some(hasPlaceholder) ? null : { json: {}, any: names.map((name) => (name.endsWith('.$') ? name.slice(0, -2) : name)) };
}

const isNull = (node: ValueNode): boolean => node.kind === 'literal' && node.value === null;

const isFilledIn = (node: ValueNode): boolean => {
  if (node.kind === 'placeholder' || node.kind === 'broken') return true;
  if (node.kind === 'string') return hasPlaceholder(node.value);
  if (node.kind === 'array') return node.items.some(isFilledIn);
  return node.kind === 'object' && node.members.some(({ key, value }) => hasPlaceholder(key.value) || isFilledIn(value));
};

export interface MissingPath {
  readonly state: StateEntry;
  readonly node: StringNode;
  readonly way: readonly Step[];
  readonly path: string;
  readonly from: string;
}

/** Fields that look at the state's raw or effective input; those behind the work see something else. */
const LOOKS_AT_INPUT: ReadonlySet<string> = new Set(['InputPath', 'Parameters', 'Choices', 'ItemsPath', 'ItemSelector', 'SecondsPath', 'TimestampPath', 'TimeoutSecondsPath', 'HeartbeatSecondsPath', 'ErrorPath', 'CausePath', 'MaxConcurrencyPath']);

/** Paths that none of the ways here can satisfy. */
export function missingPaths(flow: Flow): readonly MissingPath[] {
  return flow.scope.children.flatMap((state): readonly MissingPath[] => {
    const arrows = flow.into.get(state) ?? [];
    if (state === flow.start || arrows.length === 0 || state.language !== 'JSONPath' || !flow.reached.has(state)) return [];
    const inputs = arrows.filter(({ from }) => flow.reached.has(from)).map((arrow) => ({ from: arrow.from.name, known: along(arrow) }));
    if (inputs.length === 0 || inputs.some(({ known }) => known === null)) return [];
    const narrowed = memberOf(state.node, 'InputPath') !== undefined;
    const fields = narrowed ? new Set(['InputPath']) : LOOKS_AT_INPUT;
    return textsWithin(state, fields).flatMap(({ node, way, name }) => {
      if (!isPathField(name, way.length) || isIntrinsicText(node.value) || hasPlaceholder(node.value) || mayMiss(state, way)) return [];
      return inputs.every(({ known }) => known !== null && misses(known, node.value)) ? [{ state, node, way, path: node.value, from: inputs[0]?.from ?? '' }] : [];
    });
  });
}

/** IsPresent asks whether the path is there. */
function mayMiss(state: StateEntry, way: readonly Step[]): boolean {
  let node: ValueNode | undefined = state.node;
  for (const step of way.slice(0, -1)) node = node?.kind === 'array' ? node.items[Number(step)] : valueOf(node, String(step));
  // And and Or look no further than they must: an IsPresent beside may guard the path.
  return memberOf(node, 'IsPresent') !== undefined || way.includes('And') || way.includes('Or');
}

function misses({ json, any }: NonNullable<Known>, text: string): boolean {
  const path = parseJsonPath(text);
  if (!path.ok || path.value.root.kind !== 'input') return false;
  let at: Json | undefined = json;
  for (const [depth, { descend, segment }] of path.value.steps.entries()) {
    if (descend || segment.kind !== 'name' || at === undefined) return false;
    if (depth === 0 && any.includes(segment.name)) return false;
    if (isJsonArray(at)) return false;
    if (!isJsonObject(at) || !Object.hasOwn(at, segment.name)) return true;
    at = at[segment.name];
  }
  return false;
}
