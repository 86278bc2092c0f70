import { groupBy } from './groupBy.ts';
import type { Graph, GraphEdge, GraphNode } from './types.ts';

/**
 * The workflow as Mermaid text (a state diagram: Map and Parallel are composite states, branches stand side by side). States go by
 * numbers and their names by labels, so no name, `end` and `%%` included, is ever read as Mermaid.
 */
export function toMermaid(graph: Graph, title: string): string {
  const ids = new Map(graph.nodes.filter((node) => node.data.stateId !== undefined).map((node, i) => [node.id, `s${i + 1}`]));
  const scopes = groupBy(graph.nodes.filter((node) => node.data.kind !== 'end'), (node) => (node.data.kind === 'start' ? (node.data.pointer as string) : scopeOf(node.id)));
  const out = groupBy(graph.edges, (edge) => edge.source);
  const inner = new Map<string, (readonly string[])[]>();
  const top: string[] = [];
  // Inner scopes come after the one around them, so backwards each block is there when it is needed.
  for (const nodes of [...scopes.values()].toReversed()) {
    const states = nodes.flatMap((node) => (ids.has(node.id) ? stateLines(node, ids.get(node.id) ?? '', inner.get(node.id) ?? []) : []));
    const block = [...states, ...nodes.flatMap((node) => wayLines(node, out.get(node.id) ?? [], ids))];
    const around = nodes[0]?.parent;
    // Of a selection the container may be left out; then its states stand for themselves.
    if (around === undefined || !ids.has(around)) top.unshift(...block);
    else inner.set(around, [block, ...(inner.get(around) ?? [])]);
  }
  return ['---', `title: ${JSON.stringify(mermaidText(title))}`, '---', 'stateDiagram-v2', ...indented(top), ''].join('\n');
}

const wayLines = ({ id, data }: GraphNode, edges: readonly GraphEdge[], ids: ReadonlyMap<string, string>): string[] => [
  ...edges.flatMap((edge) => edgeLine(edge, ids) ?? []),
  ...(data.ends === true && !edges.some((edge) => edge.kind === 'end') ? [`${ids.get(id) ?? ''} --> [*]`] : []),
];

function stateLines({ data }: GraphNode, id: string, inner: readonly (readonly string[])[]): string[] {
  const head = `state "${mermaidText(data.name === '' ? 'State without a name' : data.name)}" as ${id}`;
  const filled = inner.filter((block) => block.length > 0);
  if (filled.length === 0) return [head];
  return [`${head} {`, ...filled.flatMap((block, i) => [...(i === 0 ? [] : ['--']), ...indented(block)]), '}'];
}

function edgeLine(edge: GraphEdge, ids: ReadonlyMap<string, string>): string | null {
  const [from, to] = [ids.get(edge.source), ids.get(edge.target)];
  if (edge.kind === 'start') return to === undefined ? null : `[*] --> ${to}`;
  if (edge.kind === 'end') return from === undefined ? null : `${from} --> [*]`;
  if (from === undefined || to === undefined) return null;
  const words = wordsOf(edge);
  return `${from} --> ${to}${words === '' ? '' : ` : ${mermaidText(words)}`}`;
}

function wordsOf({ kind, label = '', title }: GraphEdge): string {
  if (kind === 'choice') return `if ${title ?? label}`;
  return kind === 'catch' ? `on ${title === 'States.ALL' ? 'any error' : (title ?? label)}` : kind === 'default' ? 'otherwise' : '';
}

/** `/States/Ship/Branches/0/States/Pack` stands in `/States/Ship/Branches/0`. */
const scopeOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/', pointer.lastIndexOf('/') - 1));

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** Letters, digits and harmless signs stay; everything else is written as Mermaid's `#60;`, which it shows and does not read. */
export const mermaidText = (text: string): string =>
  Array.from(text.replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll(/\s+/g, ' ').trim(), (letter) => (/[\p{L}\p{N} .,()/_=+-]/u.test(letter) ? letter : `#${letter.codePointAt(0) ?? 0xfffd};`)).join('').replaceAll('--', '#45;#45;');
