import { putField, removeField, setTo } from '../../asl/commands/operate.ts';
import type { Operation } from '../../asl/operations.ts';
import { memberOf } from '../../asl/pointer.ts';
import type { Member, ObjectNode } from '../../asl/tree.ts';
import type { Json } from '../../lib/Json.ts';
import type { Converted, Expression, NotConverted } from './Converted.ts';

/** Why a field stays as it is. */
export interface FieldProblem extends NotConverted {
  /** As a person finds it in the state: `Choices[1].Variable`. */
  readonly field: string;
}

/** What the conversion of some fields comes to. With a problem, nothing of the state is changed. */
export interface Part {
  readonly ops: readonly Operation[];
  readonly remarks: readonly string[];
  readonly problems: readonly FieldProblem[];
}

export const NOTHING: Part = { ops: [], remarks: [], problems: [] };

export const joined = (parts: readonly Part[]): Part => ({
  ops: parts.flatMap(({ ops }) => ops),
  remarks: parts.flatMap(({ remarks }) => remarks),
  problems: parts.flatMap(({ problems }) => problems),
});

export const doing = (...ops: readonly Operation[]): Part => ({ ...NOTHING, ops });
export const saying = (...remarks: readonly string[]): Part => ({ ...NOTHING, remarks });
export const refusing = (field: string, { reason, nextStep }: NotConverted): Part => ({ ...NOTHING, problems: [{ field, reason, nextStep }] });

/** What is done with an expression, or why there is none. */
export const from = (field: string, made: Converted, write: (expression: Expression) => Part): Part =>
  made.ok ? joined([saying(...made.value.remarks), write(made.value)]) : refusing(field, made.error);

/** A JSONata string of the definition. */
export const asTemplate = (text: string): string => `{% ${text} %}`;

/** A field under the name that JSONata has for it; AWS refuses a state with both. */
export function renamed(of: ObjectNode, member: Member, to: string, field: string): Part {
  if (member.key.value === to) return NOTHING;
  return memberOf(of, to) ? taken(field, to, `"${member.key.value}" belongs`) : doing({ op: 'renameKey', member, to });
}

/** A field that only JSONata has. */
export const added = (state: ObjectNode, field: string, value: Json): Part => (memberOf(state, field) ? taken(field, field, 'the converted fields belong') : doing(putField(state, field, value)));

const taken = (field: string, to: string, what: string): Part => refusing(field, { reason: `There is "${to}" already, which is where ${what}.`, nextStep: `Remove "${to}" first.` });

export const without = (of: ObjectNode, ...fields: readonly string[]): Part => doing(...fields.flatMap((field) => removeField(of, field)));

/** Another name, and an expression in place of the value. */
export const replaced = (of: ObjectNode, member: Member, to: string, field: string, text: string): Part =>
  joined([renamed(of, member, to, field), doing(setTo(member.value, asTemplate(text)))]);
