import jsonata from 'jsonata';
import { boundedCache } from '../../lib/boundedCache.ts';

export interface FreeVariable {
  /** Without the `$`. */
  readonly name: string;
  /** Offset of the name, behind the `$`. */
  readonly at: number;
}

interface AstNode {
  readonly type?: string;
  readonly value?: unknown;
  readonly position?: number;
  readonly lhs?: unknown;
  readonly rhs?: unknown;
  readonly expressions?: readonly AstNode[];
  readonly steps?: readonly AstNode[];
  readonly arguments?: readonly AstNode[];
  readonly body?: AstNode;
  readonly focus?: string;
  readonly index?: string;
}

/**
 * The variables that an expression (the text between the delimiters) reads from outside: what it binds itself (`$x := …`, the parameters of a
 * function, `@$x`, `#$i`) is its own from there on. `$`, `$$` and functions that come with JSONata are among them under their names, for
 * callers to leave out. Null where the text cannot be read.
 */
export const freeVariables: (text: string) => readonly FreeVariable[] | null = boundedCache((text) => {
  try {
    const found: FreeVariable[] = [];
    walk(jsonata(text).ast(), new Set(), found);
    return found.toSorted((a, b) => a.at - b.at);
  } catch {
    return null;
  }
});

/** `bound` grows as a block goes on: its later expressions see what the earlier ones bind. */
function walk(node: unknown, bound: Set<string>, found: FreeVariable[]): void {
  if (Array.isArray(node)) return node.forEach((item) => walk(item, bound, found));
  if (typeof node !== 'object' || node === null) return;
  const at = node as AstNode;
  switch (at.type) {
    case 'variable':
      return read(at, bound, found);
    case 'block': {
      const inside = new Set(bound);
      return at.expressions?.forEach((expression) => walk(expression, inside, found));
    }
    case 'bind':
      walk(at.rhs, bound, found);
      bound.add(String((at.lhs as AstNode).value));
      return;
    case 'lambda':
      return walk(at.body, new Set([...bound, ...(at.arguments ?? []).map(({ value }) => String(value))]), found);
    case 'path': {
      const along = new Set(bound);
      return at.steps?.forEach((step) => {
        for (const name of [step.focus, step.index]) if (name !== undefined) along.add(name);
        walkMembers(step, along, found);
      });
    }
    default:
      walkMembers(at, bound, found);
  }
}

/** Of a step its own kind counts too: a path may begin with a variable or a block. */
function walkMembers(node: AstNode, bound: Set<string>, found: FreeVariable[]): void {
  if (node.type === 'variable') read(node, bound, found);
  else if (node.type === 'block' || node.type === 'lambda' || node.type === 'bind' || node.type === 'path') return walk(node, bound, found);
  for (const [name, value] of Object.entries(node)) if (name !== 'value') walk(value, bound, found);
}

function read({ value, position }: AstNode, bound: ReadonlySet<string>, found: FreeVariable[]): void {
  if (typeof value !== 'string' || bound.has(value) || position === undefined) return;
  found.push({ name: value, at: position - value.length });
}
