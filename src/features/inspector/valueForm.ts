import { setField, type FieldPath } from '../../asl/commands/setField.ts';
import { isLegalField, isStateType } from '../../asl/fields.ts';
import { noSuchState, refuse, setTo } from '../../asl/commands/operate.ts';
import type { StateId } from '../../asl/names.ts';
import type { Command } from '../../asl/operations.ts';
import { memberOf, nodeAt, pointerOf } from '../../asl/pointer.ts';
import { findState, type StateEntry } from '../../asl/states.ts';
import type { ValueNode } from '../../asl/tree.ts';
import type { Json } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { FIELD_SPECS, type FieldKind, type LineKind } from './fieldSpecs.ts';
import { setFieldText } from './setFieldText.ts';
import { bracedExpression, readLine, textOfValue } from './textValues.ts';
import { isJsonata } from './typedValue.ts';
import { nodeIn } from './values.ts';

/** One value of the form: where it stands written out, and where when it is computed. */
export interface ValueSpec {
  readonly kind: FieldKind;
  readonly path: FieldPath;
  /** JSONPath: the place of the path, under another name. Absent: it cannot be taken from the input. */
  readonly twin?: FieldPath;
  /** JSONata: `{% … %}` may stand in its place. */
  readonly computed?: boolean;
  readonly start?: Json;
}

export type Mode = 'literal' | 'expression';

const last = (path: FieldPath): string => String(path.at(-1));
const beside = (path: FieldPath, name: string): FieldPath => [...path.slice(0, -1), name];

/** A top-level field of the table. */
export function fieldValue(entry: StateEntry, field: string): ValueSpec {
  const spec = FIELD_SPECS[field] ?? { kind: 'json' };
  const twin = spec.twin && isStateType(entry.type) && isLegalField(entry.type, 'JSONPath', `${field}Path`);
  return { kind: spec.kind, path: [field], ...(twin ? { twin: [`${field}Path`] } : {}), ...(spec.computed ? { computed: true } : {}), ...(spec.start === undefined ? {} : { start: spec.start }) };
}

/** A member of a payload template: JSONPath computes it under its name with `.$`. */
export const templateValue = (kind: FieldKind, path: FieldPath, start?: Json): ValueSpec =>
  ({ kind, path, twin: beside(path, `${last(path)}.$`), computed: true, ...(start === undefined ? {} : { start }) });

/** A member that has a twin with `Path` in its name. */
export const pathedValue = (kind: FieldKind, path: FieldPath, start?: Json): ValueSpec =>
  ({ kind, path, twin: beside(path, `${last(path)}Path`), computed: true, ...(start === undefined ? {} : { start }) });

export interface ReadValue {
  readonly mode: Mode;
  /** Where it is written; where it would be, when it is not. */
  readonly path: FieldPath;
  readonly node: ValueNode | null;
  /** Both forms stand there, which AWS refuses. */
  readonly twice: boolean;
}

export function readValue(entry: StateEntry, spec: ValueSpec): ReadValue {
  const literal = nodeIn(entry, spec.path);
  if (entry.language === 'JSONata') {
    const mode = spec.computed && literal?.kind === 'string' && isJsonata(literal.value) ? 'expression' : 'literal';
    return { mode, path: spec.path, node: literal, twice: false };
  }
  const path = spec.twin ? nodeIn(entry, spec.twin) : null;
  if (spec.twin && path && !literal) return { mode: 'expression', path: spec.twin, node: path, twice: false };
  return { mode: 'literal', path: spec.path, node: literal, twice: literal !== null && path !== null };
}

export const hasToggle = (entry: StateEntry, spec: ValueSpec): boolean => (entry.language === 'JSONata' ? spec.computed === true : spec.twin !== undefined);

/** Whether one line of text can stand for what is written. */
export function fitsLine(node: ValueNode | null, kind: FieldKind): boolean {
  if (kind === 'json') return false;
  if (!node || node.kind === 'string') return true;
  return kind === 'count' || kind === 'decimal' ? node.kind === 'number' : kind === 'path' && node.kind === 'literal' && node.value === null;
}

/** What a typed line does to the document; an empty one takes the value away. */
export function lineCommand(entry: StateEntry, spec: ValueSpec & { readonly kind: LineKind }, mode: Mode, typed: string): Result<Command, string> {
  const { id, language } = entry;
  const at = mode === 'expression' && language === 'JSONPath' && spec.twin ? spec.twin : spec.path;
  if (typed.trim() === '') return ok(clearValue(entry, at));
  if (mode === 'expression' && language === 'JSONata') return ok(setField(id, at, bracedExpression(typed)));
  const read = readLine(typed, mode === 'expression' ? 'path' : spec.kind, spec.computed === true && language === 'JSONata');
  if (!read.ok) return err(read.error);
  return ok(read.value.kind === 'number' ? setFieldText(id, at, read.value.spelling) : setField(id, at, read.value.value));
}

/** Takes a value away, and with it the objects that held nothing else: AWS refuses an empty `Credentials`. */
export function clearValue(entry: StateEntry, path: FieldPath): Command {
  let at = path;
  while (at.length > 1) {
    const holder = nodeIn(entry, at.slice(0, -1));
    if (holder?.kind !== 'object' || holder.members.length !== 1 || nodeIn(entry, at) === null) break;
    at = at.slice(0, -1);
  }
  return setField(entry.id, at, undefined);
}

/** The other form of a value that is written, in its place. */
export function toggleCommand(entry: StateEntry, spec: ValueSpec, to: Mode, value: Json): Command {
  const { path, twice } = readValue(entry, spec);
  if (entry.language === 'JSONata' || !spec.twin) return setField(entry.id, spec.path, value);
  if (twice) return setField(entry.id, to === 'literal' ? spec.twin : spec.path, undefined);
  return respell(entry.id, path, to === 'literal' ? last(spec.path) : last(spec.twin), value);
}

/** Makes it computed, whether or not something stands there yet. */
export function computeCommand(entry: StateEntry, spec: ValueSpec): Command {
  const start = otherForm(entry, spec, 'expression');
  if (readValue(entry, spec).node) return toggleCommand(entry, spec, 'expression', start);
  return setField(entry.id, entry.language === 'JSONPath' && spec.twin ? spec.twin : spec.path, start);
}

/** Another name and value for a member, where it stands. Errors: `no-such-state`, `no-such-place`. */
export const respell = (id: StateId, path: FieldPath, to: string, value?: Json): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const member = memberOf(nodeAt(state.node, pointerOf(path.slice(0, -1))), last(path));
  if (!member) return refuse('no-such-place', `${path.join('.')} is not there any more. Look at the code.`);
  return ok({ ops: [{ op: 'renameKey', member, to }, ...(value === undefined ? [] : [setTo(member.value, value)])], label: `Change ${path.join('.')} of ${state.name}` });
};

/** What the other form begins with: as near to what is written as can be. */
export function otherForm(entry: StateEntry, spec: ValueSpec, to: Mode): Json {
  const { node } = readValue(entry, spec);
  const text = textOfValue(node);
  if (to === 'literal') return literalFrom(text, spec);
  if (entry.language === 'JSONPath') return `$.${lowerFirst(last(spec.path))}`;
  return node === null ? '{% $states.input %}' : `{% ${jsonataFrom(node)} %}`;
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function literalFrom(expression: string, spec: ValueSpec): Json {
  const inner = expression.replace(/^\{%\s*|\s*%\}$/g, '');
  const number = Number(inner);
  if ((spec.kind === 'count' || spec.kind === 'decimal') && inner !== '' && Number.isFinite(number)) return number;
  const quoted = /^(?:"((?:[^"\\])*)"|'([^'\\]*)')$/.exec(inner);
  if (spec.kind === 'text' && quoted) return quoted[1] ?? quoted[2] ?? '';
  if (spec.kind === 'json') return jsonIn(inner) ?? spec.start ?? {};
  return spec.start ?? (spec.kind === 'text' ? '' : 0);
}

function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse answers Json
  } catch {
    return undefined;
  }
}

/** JSON is JSONata as it stands, but for the expressions inside it, which lose their quotes. */
export function jsonataFrom(node: ValueNode): string {
  switch (node.kind) {
    case 'object':
      return node.members.length === 0 ? '{}' : `{ ${node.members.map(({ key, value }) => `${JSON.stringify(key.value)}: ${jsonataFrom(value)}`).join(', ')} }`;
    case 'array':
      return `[${node.items.map(jsonataFrom).join(', ')}]`;
    case 'string':
      return isJsonata(node.value) ? `(${node.value.slice(2, -2).trim()})` : JSON.stringify(node.value);
    case 'number':
      return node.spelling;
    case 'literal':
      return String(node.value);
    default:
      return 'null';
  }
}
