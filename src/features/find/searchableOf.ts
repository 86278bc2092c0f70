import type { StateEntry } from '../../asl/states.ts';
import type { ValueNode } from '../../asl/tree.ts';

/** One field of a state: where it stands, said as a path, and its text. */
export interface Field {
  readonly where: string;
  readonly text: string;
}
export interface Searchable {
  readonly state: StateEntry;
  readonly fields: readonly Field[];
  /** Everything above in lower case, to find quickly what need not be looked at. */
  readonly all: string;
}

/** What can be found of a state: its name, its type as people say it, and every field with its path, but not what stands inside it. */
export function searchableOf(state: StateEntry): Searchable {
  const fields: Field[] = [{ where: 'Name', text: state.name }, ...fieldsOf(state)];
  if (fields.some(({ where, text }) => where === 'Resource' && text.endsWith(':http:invoke'))) fields.push({ where: 'Type', text: 'HTTP task' });
  return { state, fields, all: fields.map(({ where, text }) => `${where}\n${text}`).join('\n').toLowerCase() };
}

interface Step {
  readonly node: ValueNode;
  readonly where: string;
}

/** Without recursion: a document may be nested as deep as it likes. */
function fieldsOf(state: StateEntry): Field[] {
  const hidden = new Set<ValueNode>(state.inner.flatMap((scope) => scope.states ?? []));
  const fields: Field[] = [];
  const stack: Step[] = [{ node: state.node, where: '' }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node, where } = step;
    if (hidden.has(node)) continue;
    const text = textOf(node);
    if (text !== null) fields.push({ where, text });
    stack.push(...partsOf(node, where).toReversed());
  }
  return fields;
}

function partsOf(node: ValueNode, where: string): Step[] {
  const below = (key: string): string => (where === '' ? key : `${where}.${key}`);
  if (node.kind === 'object') return node.members.map((member) => ({ node: member.value, where: below(member.key.value) }));
  return node.kind === 'array' ? node.items.map((item, i) => ({ node: item, where: below(String(i + 1)) })) : [];
}

function textOf(node: ValueNode): string | null {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.spelling;
    case 'literal':
      return String(node.value);
    case 'placeholder':
      return `\${${node.name}}`;
    default:
      return null;
  }
}
