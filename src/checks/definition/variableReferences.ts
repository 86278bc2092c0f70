import { parseIntrinsic, isIntrinsicText, type IntrinsicCall } from '../../expr/intrinsics/parseIntrinsic.ts';
import { jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { isJsonArray, isJsonObject, member, type Json, type JsonObject } from '../../lib/Json.ts';

/** Fields whose value is never evaluated, or which hold other states. */
const OPAQUE = new Set(['Result', 'Comment', 'Type', 'QueryLanguage', 'Resource', 'Next', 'Default', 'Retry', 'ErrorEquals', 'Branches', 'ItemProcessor', 'Iterator', 'Label']);

/** State name to the variables it reads, sorted: `variableReferences` of DescribeStateMachine. States that read none are left out. */
export function variableReferences(machine: JsonObject): { readonly [state: string]: readonly string[] } {
  const found: Record<string, readonly string[]> = {};
  collectScope(machine, member(machine, 'QueryLanguage'), found);
  return found;
}

function collectScope(machine: JsonObject, machineLanguage: Json | undefined, found: Record<string, readonly string[]>): void {
  const states = member(machine, 'States');
  if (!isJsonObject(states)) return;
  for (const [name, state] of Object.entries(states)) {
    if (!isJsonObject(state)) continue;
    const names = new Set<string>();
    const language = member(state, 'QueryLanguage') ?? machineLanguage;
    for (const [field, value] of Object.entries(state)) if (!OPAQUE.has(field)) collectValue(field, value, language === 'JSONata', names);
    if (names.size > 0) found[name] = [...names].sort();
    for (const inner of innerScopes(state)) collectScope(inner, machineLanguage, found);
  }
}

function innerScopes(state: JsonObject): JsonObject[] {
  const branches = member(state, 'Branches') ?? [];
  return [member(state, 'ItemProcessor'), member(state, 'Iterator'), ...(isJsonArray(branches) ? branches : [])].filter(isJsonObject);
}

function collectValue(field: string, value: Json, isJsonata: boolean, names: Set<string>): void {
  if (typeof value === 'string') return isJsonata ? fromJsonata(value, names) : fromJsonPathField(field, value, names);
  if (isJsonArray(value)) for (const item of value) collectValue('', item, isJsonata, names);
  if (isJsonObject(value)) for (const [name, item] of Object.entries(value)) if (!OPAQUE.has(name)) collectValue(name, item, isJsonata, names);
}

/** Paths stand in `…Path` fields, in `Variable` and behind `.$`. */
function fromJsonPathField(field: string, text: string, names: Set<string>): void {
  if (!field.endsWith('Path') && !field.endsWith('.$') && field !== 'Variable') return;
  if (isIntrinsicText(text)) {
    const call = parseIntrinsic(text);
    if (call.ok) fromCall(call.value, names);
  } else fromPath(text, names);
}

function fromPath(text: string, names: Set<string>): void {
  const path = parseJsonPath(text);
  if (path.ok && path.value.root.kind === 'variable') names.add(path.value.root.name);
}

function fromCall(call: IntrinsicCall, names: Set<string>): void {
  for (const arg of call.args) {
    if (arg.kind === 'call') fromCall(arg.call, names);
    else if (arg.kind === 'path' && arg.path.root.kind === 'variable') names.add(arg.path.root.name);
  }
}

/** `$name` that is neither called, nor bound in the expression itself, nor `$states`; texts and comments are passed over. */
function fromJsonata(value: string, names: Set<string>): void {
  const text = jsonataText(value)?.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|\/\*[\s\S]*?\*\//g, ' ');
  if (text === undefined) return;
  const bound = new Set([...text.matchAll(/\$(\w+)\s*:=/g)].map((found) => found[1]));
  for (const [, parameters] of text.matchAll(/(?:function|λ)\s*\(([^)]*)\)/g)) {
    for (const [, name] of (parameters ?? '').matchAll(/\$(\w+)/g)) bound.add(name);
  }
  for (const [, name] of text.matchAll(/\$([\p{L}_][\p{L}\p{N}_]*)(?!\s*\()(?![\p{L}\p{N}_])/gu)) {
    if (name !== undefined && name !== 'states' && !bound.has(name)) names.add(name);
  }
}
