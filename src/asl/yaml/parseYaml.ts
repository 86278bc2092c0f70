import { Composer, CST, Parser, type Document } from 'yaml';
import type { ParseProblem, Tree } from '../tree.ts';
import { keepNotes } from './notes.ts';
import { maskPlaceholders } from './placeholders.ts';
import { problemFrom, problemOf } from './problems.ts';
import { TreeBuilder } from './TreeBuilder.ts';

/** As for JSON: deeper than AWS reads, and shallow enough for the stack. */
export const MAX_DEPTH = 500;
/** A binary file is not worth a million sentences. */
const MAX_FATAL = 1_000;

/** The last text: a writer looks at what it wrote, and the store reads the same text a moment later. */
let last: Tree | undefined;

/**
 * Reads YAML into the tree that JSON makes too. Never throws; what cannot be read becomes fatal problems, and whatever the library
 * recovers around them. `yes` and dates are texts, as in YAML 1.2, unless the document says `%YAML 1.1`.
 */
export function parseYaml(text: string): Tree {
  if (last?.text === text) return last;
  last = read(text);
  return last;
}

function read(text: string): Tree {
  const masked = maskPlaceholders(text);
  const deep = (offset: number): Tree => failed(text, problemOf(text, 'too-deep', offset, 1, String(MAX_DEPTH)));
  try {
    // The library counts a byte order mark as a column of its line.
    const tokens = [...new Parser().parse(masked.text.replace(/^\ufeff/, '\n'))];
    const depth = deeperThan(tokens, MAX_DEPTH);
    if (depth !== null) return deep(depth);
    const composer = new Composer({ keepSourceTokens: true, uniqueKeys: false, strict: true, prettyErrors: false, logLevel: 'silent', version: '1.2' });
    return built(text, [...composer.compose(tokens, true, text.length)] as Document.Parsed[], masked.restore);
  } catch (thrown) {
    // The library's own parser has no limits: a text that is one long nesting ends in its stack.
    if (thrown instanceof RangeError) return deep(0);
    const what = thrown instanceof Error ? thrown.message : 'the text';
    return failed(text, problemOf(text, 'unreadable', 0, text.length, what.replace(/\.$/, '')));
  }
}

function failed(text: string, problem: ParseProblem): Tree {
  const tree: Tree = { format: 'yaml', text, root: null, problems: [problem] };
  keepNotes(tree, { anchors: [], holders: new Map(), containers: new Map(), values: new Map(), merged: new Map(), aliasNodes: new Map() });
  return tree;
}

function built(text: string, documents: readonly Document.Parsed[], restore: (value: string, from: number, to: number) => string): Tree {
  const [document, second] = documents;
  const builder = new TreeBuilder(text, restore);
  const root = document?.contents ? builder.root(document) : null;
  const problems = [...builder.problems];
  const errors = documents.flatMap((each) => each.errors).map((error) => problemFrom(text, error));
  // The library says the same about one place twice, in two passes.
  const seen = new Set(problems.filter(({ fatal }) => fatal).map(({ code, offset }) => `${code} ${offset}`));
  for (const problem of errors) {
    const key = `${problem.code} ${problem.offset}`;
    if (seen.has(key) || problems.length > MAX_FATAL) continue;
    seen.add(key);
    problems.push(problem);
  }
  if (second) problems.push(problemOf(text, 'several-documents', second.range[0], text.length - second.range[0]));
  if (root === null && problems.length === 0) problems.push(problemOf(text, 'empty', 0, 0));
  const tree: Tree = { format: 'yaml', text, root, problems: problems.toSorted((a, b) => a.offset - b.offset) };
  keepNotes(tree, builder.notes());
  return tree;
}

/** Offset of the first token nested deeper than a limit; null when there is none. */
function deeperThan(tokens: readonly CST.Token[], limit: number): number | null {
  const queue: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let item = queue.pop(); item; item = queue.pop()) {
    const { token, depth } = item;
    if (depth > limit) return 'offset' in token ? token.offset : 0;
    if (token.type === 'document' && token.value) queue.push({ token: token.value, depth });
    if (!CST.isCollection(token)) continue;
    for (const { key, value } of token.items) {
      if (key) queue.push({ token: key, depth: depth + 1 });
      if (value) queue.push({ token: value, depth: depth + 1 });
    }
  }
  return null;
}
