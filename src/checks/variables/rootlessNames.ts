import jsonata from 'jsonata';
import { boundedCache } from '../../lib/boundedCache.ts';

interface AstNode {
  readonly type?: string;
  readonly value?: unknown;
  readonly position?: number;
  readonly steps?: readonly AstNode[];
  readonly expressions?: readonly AstNode[];
  readonly arguments?: readonly AstNode[];
  readonly expression?: AstNode;
  readonly lhs?: AstNode | readonly (readonly AstNode[])[] | readonly AstNode[];
  readonly rhs?: AstNode;
  readonly condition?: AstNode;
  readonly then?: AstNode;
  readonly else?: AstNode;
}

export interface RootlessName {
  /** As it is written: `order`, `$`, `$$`. */
  readonly text: string;
  readonly offset: number;
}

/**
 * Names that an expression reads of nothing: the context at its top is empty in Step Functions, the data stands in `$states`
 * (recorded: `{% states.input %}` gives nothing). What stands inside a path, a filter or a function has a context of its own and is left alone.
 */
export const rootlessNames: (text: string) => readonly RootlessName[] = boundedCache((text) => {
  try {
    return namesAtTop(jsonata(text).ast());
  } catch {
    return []; // a rule of its own says so
  }
});

function namesAtTop(node: AstNode | undefined): readonly RootlessName[] {
  if (!node) return [];
  switch (node.type) {
    case 'path':
      return namesAtTop(node.steps?.[0]);
    case 'name':
      return [{ text: String(node.value), offset: endOf(node) - String(node.value).length }];
    case 'variable': {
      const text = node.value === '' ? '$' : node.value === '$' ? '$$' : null;
      return text === null ? [] : [{ text, offset: endOf(node) - text.length }];
    }
    case 'binary':
      return [...all(partsOf(node.lhs)), ...namesAtTop(node.rhs)];
    case 'unary':
      return [...all(partsOf(node.lhs)), ...all(node.expressions ?? []), ...namesAtTop(node.expression)];
    case 'block':
      return all(node.expressions ?? []);
    case 'condition':
      return all([node.condition, node.then, node.else]);
    case 'bind':
      return namesAtTop(node.rhs);
    case 'function':
      return all(node.arguments ?? []);
    default:
      return [];
  }
}

const all = (nodes: readonly (AstNode | undefined)[]): readonly RootlessName[] => nodes.flatMap(namesAtTop);
const endOf = ({ position = 0 }: AstNode): number => position;

/** Of an object constructor `lhs` is a list of pairs. */
function partsOf(lhs: AstNode['lhs']): readonly AstNode[] {
  if (lhs === undefined) return [];
  return Array.isArray(lhs) ? (lhs as readonly unknown[]).flat() as AstNode[] : [lhs as AstNode];
}
