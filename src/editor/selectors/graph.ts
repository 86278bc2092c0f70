import { project } from '../../graph/project.ts';
import type { Graph } from '../../graph/types.ts';
import type { EditorState } from '../EditorState.ts';
import { selectGoodTree } from './document.ts';
import { onceFor } from './onceFor.ts';

let previous: Graph | undefined;

/** Shares with the graph before it, so untouched states keep their node objects and React Flow stays quiet. */
export const selectGraph: (s: EditorState) => Graph = onceFor(selectGoodTree, (tree) => (previous = project(tree, previous)));
