import { describe, expect, it } from 'vitest';
import type { StateId } from '../asl/names.ts';
import { parse } from '../asl/parse.ts';
import { layout } from './layout.ts';
import { partOfGraph } from './partOfGraph.ts';
import { project } from './project.ts';
import { mermaidText, toMermaid } from './toMermaid.ts';
import { toSvg } from './toSvg.ts';
import type { Graph } from './types.ts';

const HOSTILE = ['end', '%% hidden', 'a "quoted" <b>&amp;</b>', "it's]]>", 'two\nlines', '--> [*]', 's1 : x; y #35;', '</text><script>alert(1)</script>', '\u0000\u001f\ud800', 'Straße ≤ 5 λ', '{', 'note right of s1', ''];

function graphOf(names: readonly string[]): Graph {
  const states = Object.fromEntries(names.map((name, i) => [name, { Type: 'Choice', Choices: [{ Condition: `{% $x = "<${name}>" %}`, Next: names[(i + 1) % names.length] ?? '' }], Default: names[0], Catch: [] }]));
  const inner = { StartAt: 'In "ner"', States: { 'In "ner"': { Type: 'Pass', End: true } } };
  return project(parse(JSON.stringify({ QueryLanguage: 'JSONata', StartAt: names[0], States: { ...states, Both: { Type: 'Parallel', Branches: [inner, { StartAt: 'Right', States: { Right: { Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals: ['A<B'], Next: 'Right' }], End: true } } }], End: true } } }), 'json'));
}
const graph = graphOf(HOSTILE);
const options = { theme: 'light', title: 'My <flow> & "more"' } as const;

/** Every tag closed, every ampersand an entity, every attribute quoted: what an XML parser asks for (e2e parses with a real one). */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg.replaceAll(/<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/g, (_, closing: string, name: string, __, single: string) => {
    if (closing) expect(open.pop()).toBe(name);
    else if (!single) open.push(name);
    return '';
  });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(rest.replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
  // oxlint-disable-next-line no-control-regex -- XML 1.0 has no place for them
  expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/u);
}

describe('toSvg', () => {
  it.each(['light', 'dark'] as const)('is well-formed whatever states are called (%s)', (theme) => {
    const { svg } = toSvg(graph, layout(graph), { ...options, theme });
    expectWellFormed(svg);
    expect(svg).not.toContain('<script');
  });

  it('holds every name whole, and refers to nothing outside', () => {
    const { svg } = toSvg(graph, layout(graph), options);
    expect(svg.match(/<title>/g)?.length).toBeGreaterThanOrEqual(HOSTILE.length + 4);
    expect(svg).toContain('<title>a &quot;quoted&quot; &lt;b&gt;&amp;amp;&lt;/b&gt;</title>');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|url\((?!data:)|@import/);
  });

  it('is as large as what it shows, with a margin', () => {
    const laid = layout(graph);
    const { svg, width, height } = toSvg(graph, laid, options);
    expect(width).toBeGreaterThan(Math.max(...laid.nodes.map((node) => node.x + node.width)) - Math.min(...laid.nodes.map((node) => node.x)));
    expect(height).toBeGreaterThan(Math.max(...laid.nodes.map((node) => node.y + node.height)));
    expect(svg).toContain(`width="${width}" height="${height}"`);
  });

  it('draws the selection alone: its states, what is in them, and the edges between them', () => {
    const part = partOfGraph(graph, layout(graph), new Set(['end', 'Both'] as StateId[]));
    expect(part.graph.nodes.map((node) => node.data.name).filter((name) => name !== '')).toEqual(['end', 'Both', 'In "ner"', 'Right']);
    expect(part.layout.nodes.length).toBe(part.graph.nodes.length);
    const { svg, width } = toSvg(part.graph, part.layout, options);
    expectWellFormed(svg);
    expect(width).toBeLessThan(toSvg(graph, layout(graph), options).width + 1);
    expect(svg).not.toContain('hidden');
  });

  it('says nothing where nothing is', () => expectWellFormed(toSvg({ nodes: [], edges: [] }, { nodes: [], edges: [], lanes: {} }, options).svg));
});

describe('toMermaid', () => {
  const text = toMermaid(graph, options.title);
  const lines = text.split('\n').map((line) => line.trim());

  it('knows only the lines that it means to write', () => {
    const [open, title, close, kind, ...body] = lines;
    expect([open, close, kind]).toEqual(['---', '---', 'stateDiagram-v2']);
    expect(title).toMatch(/^title: "[^"\\]*"$/);
    const known = /^(state "[^"%<>:;{}[\]]*(#\d+;[^"%<>:;{}[\]]*)*" as s\d+( \{)?|(\[\*\]|s\d+) --> (\[\*\]|s\d+)( : [^"%<>:{}[\]]*)?|--|\}|)$/;
    for (const line of body) expect(line).toMatch(known);
  });

  it('has every state once, and branches side by side in their Parallel', () => {
    expect(lines.filter((line) => line.startsWith('state "'))).toHaveLength(HOSTILE.length + 3);
    const from = lines.findIndex((line) => line.startsWith('state "Both" as'));
    const until = lines.indexOf('}', from);
    expect(lines.slice(from, until).filter((line) => line === '--')).toHaveLength(1);
    expect(lines.slice(from, until).join('\n')).toContain('state "In #34;ner#34;" as');
  });

  it('says conditions, the default, caught errors, beginnings and ends', () => {
    const one = toMermaid(project(parse(JSON.stringify({ StartAt: 'C', States: { C: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericGreaterThan: 5, Next: 'T' }], Default: 'E' }, T: { Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'E' }], End: true }, E: { Type: 'Fail' } } }), 'json')), 'x');
    expect(one.split('\n').map((line) => line.trim()).filter((line) => line.includes('-->'))).toEqual(['[*] --> s1', 's1 --> s2 : if n #62; 5', 's1 --> s3 : otherwise', 's2 --> s3 : on any error', 's2 --> [*]', 's3 --> [*]']);
  });

  it.each([['%%', '#37;#37;'], ['a-->b', 'a#45;#45;#62;b'], ['x\n y', 'x y'], ['Straße 5', 'Straße 5'], ['"', '#34;']])('writes %j as %j', (name, written) => expect(mermaidText(name)).toBe(written));
});
