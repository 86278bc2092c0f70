import type { ArrayNode, Member, ObjectNode, ValueNode } from '../../asl/tree.ts';
import { setTo } from '../../asl/commands/operate.ts';
import { jsonNumber } from '../../asl/jsonText.ts';
import { err, ok } from '../../lib/Result.ts';
import { BY_HAND, type Converted } from './Converted.ts';
import { expressionToJsonata } from './expressionToJsonata.ts';
import { objectLiteral, textLiteral } from './jsonataLiteral.ts';
import { asTemplate, doing, from, joined, NOTHING, renamed, type Part } from './Part.ts';

/**
 * A payload template where it stands: members that end in `.$` lose the suffix and get `{% %}`, everything else keeps its bytes.
 * @param field how a problem names the template
 * @param data what `$` stands for, as JSONata that can begin a path
 */
export function templateInPlace(template: ValueNode, field: string, data: string): Part {
  if (template.kind === 'array') return joined(template.items.map((item, index) => templateInPlace(item, `${field}[${index}]`, data)));
  if (template.kind === 'object') return joined(template.members.map((member) => memberInPlace(template, member, `${field}.${member.key.value}`, data)));
  return template.kind === 'string' ? literalInPlace(template.value, template) : NOTHING;
}

function memberInPlace(of: ObjectNode, member: Member, field: string, data: string): Part {
  const { key, value } = member;
  if (!isDynamic(key.value)) return templateInPlace(value, field, data);
  return from(field, valueOf(member, data), ({ text }) => joined([renamed(of, member, plainName(key.value), field), doing(setTo(value, asTemplate(text)))]));
}

/** A text that JSONata would take for an expression becomes one that gives it. */
const literalInPlace = (text: string, node: ValueNode): Part => (text.startsWith('{%') && text.endsWith('%}') ? doing(setTo(node, asTemplate(textLiteral(text)))) : NOTHING);

/** Texts inside a value that is literal in JSONPath, whatever its members are called. */
export function literalsInPlace(value: ValueNode): Part {
  if (value.kind === 'array') return joined(value.items.map(literalsInPlace));
  if (value.kind === 'object') return joined(value.members.map((member) => literalsInPlace(member.value)));
  return value.kind === 'string' ? literalInPlace(value.value, value) : NOTHING;
}

/** The same as one expression, where it is only a part of one. `data` null: a value that is literal, whatever its members are called. */
export function templateExpression(template: ValueNode, data: string | null): Converted {
  const remarks: string[] = [];
  const text = written(template, data, remarks);
  return text.ok ? ok({ text: text.value, remarks, ...(template.kind === 'object' ? { gives: 'object' } as const : {}) }) : text;
}

function written(node: ValueNode, data: string | null, remarks: string[]): Converted<string> {
  switch (node.kind) {
    case 'object':
      return writtenObject(node, data, remarks);
    case 'array':
      return writtenArray(node, data, remarks);
    case 'string':
      return ok(textLiteral(node.value));
    case 'number':
      return ok(jsonNumber(node.spelling, node.value));
    case 'literal':
      return ok(String(node.value));
    case 'placeholder':
      return err({ reason: `\${${node.name}} would stand inside an expression, where nobody knows whether it is a number or a text.`, nextStep: BY_HAND });
    case 'broken':
      return err({ reason: 'A value cannot be read.', nextStep: 'Correct it first.' });
  }
}

function writtenObject(node: ObjectNode, data: string | null, remarks: string[]): Converted<string> {
  const members: [string, string][] = [];
  for (const member of node.members) {
    const dynamic = data !== null && isDynamic(member.key.value);
    const value = dynamic ? expressionOf(member, data, remarks) : written(member.value, data, remarks);
    if (!value.ok) return value;
    members.push([dynamic ? plainName(member.key.value) : member.key.value, value.value]);
  }
  return ok(objectLiteral(members));
}

function expressionOf(member: Member, data: string, remarks: string[]): Converted<string> {
  const value = valueOf(member, data);
  if (!value.ok) return value;
  remarks.push(...value.value.remarks);
  return ok(value.value.text);
}

function writtenArray(node: ArrayNode, data: string | null, remarks: string[]): Converted<string> {
  const items: string[] = [];
  for (const item of node.items) {
    const value = written(item, data, remarks);
    if (!value.ok) return value;
    items.push(value.value);
  }
  return ok(`[${items.join(', ')}]`);
}

function valueOf({ key, value }: Member, data: string): Converted {
  return value.kind === 'string' ? expressionToJsonata(value.value, data) : err({ reason: `"${key.value}" is neither a path nor a function call.`, nextStep: 'Correct it first.' });
}

const isDynamic = (name: string): boolean => name.endsWith('.$');
const plainName = (name: string): string => name.slice(0, -2);
