import { parse } from '../asl/parse.ts';
import type { Tree } from '../asl/tree.ts';
import { completeKeys } from './complete/completeKeys.ts';
import { completeValues } from './complete/completeValues.ts';
import { placeOf } from './complete/Place.ts';
import { machineSkeleton } from './complete/skeletons.ts';
import { jsonSpot } from './jsonSpot.ts';
import { render } from './Skeleton.ts';
import type { Spot } from './Spot.ts';
import type { Known, Suggestion } from './Suggestion.ts';
import { yamlSpot } from './yamlSpot.ts';

const READ_AGAIN_BELOW = 200_000;

/** What may be inserted at the caret, what belongs there first in front. Nothing that AWS would refuse there. */
export function suggestionsAt(tree: Tree, caret: number, known: Known = {}): readonly Suggestion[] {
  if (tree.text.trim() === '') return [wholeMachine(tree)];
  const spot = tree.format === 'json' ? jsonSpot(tree, caret) : yamlSpot(tree, caret);
  if (!spot) return [];
  const place = placeOf(readable(tree, spot), caret, spot, known);
  return spot.slot === 'key' ? completeKeys(place) : completeValues(place);
}

/** Half a word makes its neighbours unreadable (`"" "Type": "Pass"`): without it they can be read. Long documents do with what the tree has. */
function readable(tree: Tree, { token, quoted, before }: Spot): Tree {
  const broken = tree.problems.some(({ fatal }) => fatal) && (quoted || before !== '') && tree.text.length <= READ_AGAIN_BELOW;
  return broken ? parse(tree.text.slice(0, token.offset) + tree.text.slice(token.offset + token.length), tree.format) : tree;
}

function wholeMachine(tree: Tree): Suggestion {
  const text = render(machineSkeleton, tree.format);
  // In YAML the members of a document stand at the margin.
  const insert = tree.format === 'json' ? text : text.replaceAll('\n\t', '\n').trimStart();
  return { label: 'Workflow', kind: 'snippet', says: 'A workflow with one state.', insert, replace: { offset: 0, length: tree.text.length }, filter: 'Workflow', also: [] };
}
