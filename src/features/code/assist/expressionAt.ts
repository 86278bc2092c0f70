import type { StateId } from '../../../asl/names.ts';
import type { Segment } from '../../../asl/pointer.ts';
import { segmentsOf } from '../../../asl/pointer.ts';
import type { Tree } from '../../../asl/tree.ts';
import { embeddedIn } from '../../../assist/embedded/embeddedIn.ts';

/** An expression that is edited by itself, without its delimiters, and where it goes back to. */
export interface EditedExpression {
  readonly state: StateId;
  readonly way: readonly Segment[];
  readonly text: string;
  readonly place: string;
}

/** The JSONata expression at an offset, on which the caret stands. */
export function expressionAt(tree: Tree, offset: number): EditedExpression | null {
  const found = embeddedIn(tree, { offset, length: 0 }).find(({ use }) => use === 'jsonata');
  const state = found?.role.state;
  if (!found || !state) return null;
  const way = found.way.slice(segmentsOf(state.pointer).length);
  return { state: state.id, way, text: bare(found.node.value), place: `${way.join(' / ')} of ${state.name}` };
}

/** One blank at each end belongs to the delimiters. */
const bare = (value: string): string => value.slice(2, -2).replace(/^(?: |\n)/, '').replace(/(?: |\n)$/, '');
export const delimited = (text: string): string => (text.includes('\n') ? `{%\n${text.trim()}\n%}` : `{% ${text.trim()} %}`);
