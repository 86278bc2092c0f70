import type { StructureShape } from '../../../catalog/Shape.ts';
import type { QueryLanguage } from '../../../asl/names.ts';
import type { ValueNode } from '../../../asl/tree.ts';

export interface MemberRows {
  /** Required ones first, then what is written, in the order of the document, then what was asked for. */
  readonly shown: readonly string[];
  /** Written, and not known to the request. Keys as they stand there. */
  readonly unknown: readonly string[];
  /** What could be added. */
  readonly rest: readonly string[];
}

/** In JSONPath `Name.$` gives `Name`. */
export const memberName = (key: string, language: QueryLanguage): string => (language === 'JSONPath' && key.endsWith('.$') ? key.slice(0, -2) : key);

export function memberRows(shape: StructureShape, node: ValueNode | null, language: QueryLanguage, asked: readonly string[] = []): MemberRows {
  const keys = node?.kind === 'object' ? [...new Set(node.members.map(({ key }) => key.value))] : [];
  const known = (name: string): boolean => Object.hasOwn(shape.members, name);
  const written = keys.map((key) => memberName(key, language)).filter(known);
  const shown = [...new Set([...(shape.required ?? []), ...written, ...asked.filter(known)])];
  const unknown = keys.filter((key) => !known(memberName(key, language)));
  // Of a union one member may stand there.
  const rest = shape.union && shown.length > 0 ? [] : Object.keys(shape.members).filter((name) => !shown.includes(name));
  return { shown, unknown, rest };
}
