import type { CodeEditorInstance, CodeModel } from './monaco.ts';

/** JSONata inside a JSON string: Monaco's JSON colours cannot see it. */
const EXPRESSION = /"(\{%(?:[^"\\]|\\.)*%\})"/g;
/** A minified document has one line of a megabyte. */
const LONG_LINE = 5_000;

/** Colours expressions in the lines that are in view. */
export function bindExpressions(editor: CodeEditorInstance, model: CodeModel, inlineClass: string): () => void {
  const marks = editor.createDecorationsCollection();
  let frame = 0;
  const show = (): void => {
    frame = 0;
    marks.set(editor.getVisibleRanges().flatMap(({ startLineNumber, endLineNumber }) => linesBetween(startLineNumber, endLineNumber).flatMap((line) => expressionsOn(model, line, inlineClass))));
  };
  const soon = (): void => { frame ||= requestAnimationFrame(show); };
  const listeners = [model.onDidChangeContent(soon), editor.onDidScrollChange(soon), editor.onDidLayoutChange(soon)];
  soon();
  return () => { cancelAnimationFrame(frame); for (const listener of listeners) listener.dispose(); marks.clear(); };
}

const linesBetween = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

function expressionsOn(model: CodeModel, line: number, inlineClassName: string) {
  if (line > model.getLineCount() || model.getLineLength(line) > LONG_LINE) return [];
  return [...model.getLineContent(line).matchAll(EXPRESSION)].map((match) => {
    const start = match.index + 2;
    return { range: { startLineNumber: line, startColumn: start, endLineNumber: line, endColumn: start + (match[1] ?? '').length }, options: { inlineClassName } };
  });
}
