import { parse } from '../../asl/parse.ts';
import { applyEdits } from '../../asl/textEdits.ts';
import type { Format, Tree } from '../../asl/tree.ts';
import type { Suggestion } from '../Suggestion.ts';

/** A document with the caret written as `¦`. */
export function atCaret(marked: string, format: Format = 'json'): { readonly tree: Tree; readonly caret: number } {
  const caret = marked.indexOf('¦');
  if (caret < 0) throw new Error('The document has no caret.');
  return { tree: parse(marked.replace('¦', ''), format), caret };
}

/** What an editor would show: those whose filter begins with what is typed, then those that hold its letters in order. */
export function shown(tree: Tree, caret: number, all: readonly Suggestion[]): readonly Suggestion[] {
  const typed = ({ replace }: Suggestion): string => tree.text.slice(replace.offset, caret).toLowerCase();
  const begins = all.filter((one) => one.filter.toLowerCase().startsWith(typed(one)));
  const holds = all.filter((one) => !begins.includes(one) && [...typed(one)].reduce((at, c) => (at < 0 ? -1 : one.filter.toLowerCase().indexOf(c, at) + 1 || -1), 0) >= 0);
  return [...begins, ...holds];
}

/** The text with a suggestion accepted; tab stops hold their defaults, the first of several choices counts. */
export function accepted(text: string, { insert, replace, also }: Suggestion): string {
  const plain = insert.replaceAll('\t', '  ').replaceAll(/\\([\\$}])|\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:((?:\\.|[^}])*)\}|\$\d+/g, (_, escaped: string | undefined, choice: string | undefined, named: string | undefined) => escaped ?? choice ?? named?.replaceAll(/\\(.)/g, '$1') ?? '');
  // As an editor does: lines that are inserted begin where the line they are put into begins.
  const indent = /^ */.exec(text.slice(text.lastIndexOf('\n', replace.offset - 1) + 1))?.[0] ?? '';
  return applyEdits(text, [...also, { ...replace, text: plain.replaceAll('\n', `\n${indent}`) }].toSorted((a, b) => a.offset - b.offset));
}
