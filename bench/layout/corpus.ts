import { parse } from '../../src/asl/parse.ts';
import { layout } from '../../src/graph/layout.ts';
import { project } from '../../src/graph/project.ts';
import { measuresOf, ours, scopesOf, sum, type Measures } from './measures.ts';
import { peer } from './peer.ts';

/** One definition drawn by both, its scopes added up. */
export function compare(text: string): { readonly ours: Measures; readonly peer: Measures } {
  const scopes = scopesOf(layout(project(parse(text, 'json'))));
  return { ours: sum(scopes.map((scope) => measuresOf(ours(scope)))), peer: sum(scopes.map((scope) => measuresOf(peer(scope)))) };
}
