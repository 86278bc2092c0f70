import type { Range, StringNode, Tree } from '../../asl/tree.ts';
import { isIntrinsicText, parseIntrinsic } from '../../expr/intrinsics/parseIntrinsic.ts';
import { jsonataSyntax } from '../../expr/jsonata/jsonataSyntax.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { isReferencePath } from '../../expr/jsonpath/referencePath.ts';
import { stringMap } from '../stringMap.ts';
import type { TextUse } from './textUse.ts';

export interface TextProblem {
  readonly message: string;
  /** Offset in the text. */
  readonly at: number;
}

/** What keeps a text from being read as what it is used for; null: nothing. */
export function textProblem(use: TextUse, text: string): TextProblem | null {
  if (use === null) return null;
  if (use === 'jsonata') {
    const problem = jsonataSyntax(text.slice(2, -2));
    return problem && { message: problem.message, at: Math.min(2 + problem.offset, text.length - 2) };
  }
  if (isIntrinsicText(text) && (use === 'template' || use === 'fail-path')) {
    const call = parseIntrinsic(text);
    return call.ok ? null : { message: call.error.message, at: call.error.offset };
  }
  const path = parseJsonPath(text);
  if (!path.ok) return { message: path.error.message, at: path.error.offset };
  return use === 'reference' && !isReferencePath(path.value) ? { message: 'A path to write to has only names and indexes.', at: 0 } : null;
}

/** Where in the document a character of a text stands: from it to the end of its word, at least one character. */
export function placeInText(tree: Tree, node: StringNode, at: number): Range {
  const map = stringMap(tree, node);
  if (!map) return node;
  const word = /^[\w$]+/.exec(node.value.slice(at))?.[0].length ?? 1;
  const from = Math.min(at, Math.max(0, node.value.length - 1));
  const offset = map(from);
  return { offset, length: Math.max(1, map(Math.min(at + word, node.value.length)) - offset) };
}
