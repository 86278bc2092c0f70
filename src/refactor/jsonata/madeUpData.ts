import { memberOf, valueOf } from '../../asl/pointer.ts';
import { toJson } from '../../asl/toJson.ts';
import type { ObjectNode, ValueNode } from '../../asl/tree.ts';
import { isIntrinsicText, parseIntrinsic, type Argument, type IntrinsicCall } from '../../expr/intrinsics/parseIntrinsic.ts';
import type { JsonPath, Step } from '../../expr/jsonpath/JsonPath.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { isJsonArray, isJsonObject, member, objectOf, type Json, type JsonObject } from '../../lib/Json.ts';

/** Data in which every path of a state finds something, where no sample of its own is at hand. */
export interface MadeUpData {
  readonly input: Json;
  /** What its task, branches or iterations answer. */
  readonly result: Json;
  readonly variables: JsonObject;
  /** What the state reads of the context object, `Map.Item` left out: the engine gives that. */
  readonly context: JsonObject;
  /** How many items a Map goes through. */
  readonly count: number;
  /** What the ItemReader of a Map reads. */
  readonly items?: Json;
}

const ITEMS = [{ id: 1 }, { id: 2 }];

type Document = 'input' | 'effective' | 'result' | 'output' | 'none';

const RESULT_FIELDS: ReadonlySet<string> = new Set(['ResultSelector']);
const UNREAD: ReadonlySet<string> = new Set(['Type', 'Comment', 'QueryLanguage', 'Resource', 'Next', 'Default', 'Retry', 'Catch', 'Branches', 'ItemProcessor', 'Iterator', 'ResultPath', 'Result', 'Label']);
const PERFORMING: ReadonlySet<string> = new Set(['Task', 'Map', 'Parallel']);

/** @param leaf what stands at the end of a path of which nothing else is known */
export function madeUpData(state: ObjectNode, leaf: Json): MadeUpData {
  const data: { input: Json; effective: Json; result: Json; variables: Json; context: Json } = { input: {}, effective: {}, result: {}, variables: {}, context: {} };
  const type = valueOf(state, 'Type');
  const performs = type?.kind === 'string' && PERFORMING.has(type.value);
  for (const { key, value } of state.members) {
    const document = documentOf(key.value, performs);
    for (const { path, leaf: own } of pathsIn(value, key.value, leaf)) {
      if (path.root.kind === 'variable') data.variables = put(data.variables, [{ descend: false, segment: { kind: 'name', name: path.root.name } }, ...path.steps], own);
      else if (path.root.kind === 'context') data.context = isOfItem(path) ? data.context : put(data.context, path.steps, contextLeaf(path));
      else if (document === 'output') [data.input, data.result] = [put(data.input, path.steps, own), put(data.result, path.steps, own)];
      else if (document !== 'none') data[document] = put(data[document], path.steps, own);
    }
  }
  const reads = memberOf(state, 'ItemReader') !== undefined;
  const iterates = type?.kind === 'string' && type.value === 'Map' && !reads && !memberOf(state, 'ItemsPath');
  if (iterates) data.effective = ITEMS;
  return {
    count: ITEMS.length,
    ...(reads ? { items: ITEMS } : {}),
    input: within(data.input, memberOf(state, 'InputPath')?.value, data.effective),
    result: data.result,
    variables: asObject(data.variables),
    context: asObject(data.context),
  };
}

const asObject = (value: Json): JsonObject => (isJsonObject(value) ? value : {});
/** As they look on AWS, where every one of them is a text but the numbers of retries and redrives. */
function contextLeaf({ text }: JsonPath): Json {
  if (text.endsWith('Count')) return 0;
  if (text.endsWith('Time')) return '2026-01-02T03:04:05Z';
  if (text.endsWith('.Id')) return 'arn:aws:states:us-east-1:123456789012:execution:orders:11111111-2222-4333-8444-555555555555';
  return text.endsWith('.Input') ? {} : 'text';
}

const isOfItem = ({ steps }: JsonPath): boolean => steps[0]?.segment.kind === 'name' && steps[0].segment.name === 'Map';

function documentOf(field: string, performs: boolean): Document {
  if (UNREAD.has(field)) return 'none';
  if (RESULT_FIELDS.has(field) || (field === 'Assign' && performs)) return 'result';
  if (field === 'OutputPath') return 'output';
  return field === 'InputPath' || field === 'ErrorPath' || field === 'CausePath' ? 'input' : 'effective';
}

/** The effective input where InputPath reads it; at the top where that is absent. */
function within(input: Json, inputPath: ValueNode | undefined, effective: Json): Json {
  if (inputPath?.kind !== 'string') return merged(input, effective);
  const path = parseJsonPath(inputPath.value);
  return path.ok && path.value.root.kind === 'input' ? put(input, path.value.steps, effective) : input;
}

function merged(a: Json, b: Json): Json {
  if (!isJsonObject(a) || !isJsonObject(b)) return isJsonObject(b) && Object.keys(b).length === 0 ? a : b;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return objectOf([...names].map((name) => [name, a[name] === undefined ? (b[name] as Json) : b[name] === undefined ? a[name] : merged(a[name], b[name])] as const));
}

interface Read {
  readonly path: JsonPath;
  readonly leaf: Json;
}

/** Items for what is gone through, numbers where a number is read, the literal itself where a rule compares. */
function pathsIn(node: ValueNode, field: string, leaf: Json): readonly Read[] {
  if (node.kind === 'array') return node.items.flatMap((item) => pathsIn(item, field, leaf));
  if (node.kind === 'object') {
    const compared = memberOf(node, 'Variable') ? node.members.find(({ key }) => /Equals$|Than$|Matches$/.test(key.value)) : undefined;
    return node.members.flatMap(({ key, value }) => pathsIn(value, key.value, key.value === 'Variable' && compared ? toJson(compared.value) : leaf));
  }
  if (node.kind !== 'string') return [];
  if (isIntrinsicText(node.value)) {
    const call = parseIntrinsic(node.value);
    return call.ok ? pathsOfCall(call.value, leaf) : [];
  }
  const path = node.value.startsWith('$') ? parseJsonPath(node.value) : null;
  return path?.ok ? [{ path: path.value, leaf: leafFor(field, leaf) }] : [];
}

function leafFor(field: string, leaf: Json): Json {
  if (field === 'ItemsPath') return ITEMS;
  if (field === 'TimestampPath') return '2026-01-02T03:04:05Z';
  return /^(Seconds|TimeoutSeconds|HeartbeatSeconds|MaxConcurrency|Tolerated\w+|Max\w+)Path$|^Numeric\w+Path$/.test(field) ? 3 : leaf;
}

const LIST = /^States\.(ArrayPartition|ArrayContains|ArrayGetItem|ArrayLength|ArrayUnique)$/;
const NUMBER = /^States\.(ArrayRange|MathRandom|MathAdd)$/;

function pathsOfCall({ name, args }: IntrinsicCall, leaf: Json): readonly Read[] {
  const wanted = (at: number): Json => {
    if (LIST.test(name)) return at === 0 ? ['a', 'b', 'c'] : name === 'States.ArrayContains' ? 'a' : 1;
    if (NUMBER.test(name)) return at + 1;
    if (name === 'States.StringToJson') return '{"a":[1]}';
    if (name === 'States.JsonMerge') return { [`of${at}`]: true };
    return name === 'States.JsonToString' ? { a: 1 } : typeof leaf === 'object' ? 'text' : leaf;
  };
  return args.flatMap((argument: Argument, at) => {
    if (argument.kind === 'call') return pathsOfCall(argument.call, leaf);
    return argument.kind === 'path' ? [{ path: argument.path, leaf: wanted(at) }] : [];
  });
}

/** The value with a leaf where the steps lead; what is there already and goes deeper stays. */
function put(value: Json | undefined, steps: readonly Step[], leaf: Json): Json {
  const [step, ...rest] = steps;
  if (step === undefined) return ended(value, leaf);
  const { segment } = step;
  const object = isJsonObject(value) ? value : {};
  if (segment.kind === 'function') return isJsonArray(value) ? value : ['a', 'b'];
  if (segment.kind === 'name') return objectOf([...Object.entries(object), [segment.name, put(member(object, segment.name), rest, leaf)]]);
  if (segment.kind === 'names') return objectOf([...Object.entries(object), ...segment.names.map((name) => [name, leaf] as const)]);
  const items = isJsonArray(value) && value.length > 0 ? value : [undefined, undefined];
  const count = segment.kind === 'index' && segment.index >= items.length ? segment.index + 1 : items.length;
  return Array.from({ length: count }, (_, at) => put(items[at], rest, leaf));
}

/** A document of its own is an object: ResultPath would have nothing to write into. */
function ended(value: Json | undefined, leaf: Json): Json {
  if (value === undefined) return leaf;
  if (isJsonObject(value) && isJsonObject(leaf)) return merged(value, leaf);
  return isJsonArray(leaf) && isJsonObject(value) && Object.keys(value).length === 0 ? leaf : value;
}
