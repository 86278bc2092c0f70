import { memberOf } from '../../asl/pointer.ts';
import type { ObjectNode } from '../../asl/tree.ts';
import { tight, type Expression } from './Converted.ts';
import { from, NOTHING, replaced, type Part } from './Part.ts';
import { pathToJsonata } from './pathToJsonata.ts';
import { readPath } from './resultToJsonata.ts';

/** A text that spells a number counts as one in the fields that end in `Path`. */
export const asNumber = (value: Expression): string => (value.gives === 'number' ? tight(value) : `$number(${value.text})`);

/** A field whose value is a path, under its name without `Path`. */
export function atPath(of: ObjectNode, name: string, to: string, input: Expression, write: (value: Expression) => string, field = name): Part {
  const member = memberOf(of, name);
  if (!member) return NOTHING;
  const path = readPath(name, member.value);
  return from(field, path.ok ? pathToJsonata(path.value, tight(input)) : path, (value) => replaced(of, member, to, field, write(value)));
}
