import type { TextEdit } from '../../../asl/operations.ts';
import { applyEdits } from '../../../asl/textEdits.ts';
import { lineColumn, offsetAt } from '../../../asl/lines.ts';
import type { ModelChange } from '../modelEdits.ts';
import type { CodeEditorInstance, CodeModel, Monaco } from '../monaco.ts';

interface RangeEdit {
  readonly range: { readonly startLineNumber: number; readonly startColumn: number; readonly endLineNumber: number; readonly endColumn: number };
  readonly text: string;
}

/**
 * As much of Monaco as the binding of the text uses, without a page: one text with line feeds, edits by line and column, and an event
 * per operation whose changes run from the end of the text to its start, as Monaco's do.
 */
export function twinModel() {
  let text = '';
  const listeners = new Set<(event: { readonly changes: readonly ModelChange[] }) => void>();
  const change = (edits: readonly TextEdit[]): void => {
    text = applyEdits(text, edits);
    const changes = edits.toReversed().map((edit) => ({ rangeOffset: edit.offset, rangeLength: edit.length, text: edit.text }));
    for (const listener of listeners) listener({ changes });
  };
  const edited = ({ range, text: added }: RangeEdit): TextEdit => {
    const offset = offsetAt(text, { line: range.startLineNumber, column: range.startColumn });
    return { offset, length: offsetAt(text, { line: range.endLineNumber, column: range.endColumn }) - offset, text: added };
  };
  const model = {
    uri: 'twin:definition',
    getValue: () => text,
    getValueLength: () => text.length,
    setValue: (next: string) => change([{ offset: 0, length: text.length, text: next }]),
    setEOL: () => undefined,
    detectIndentation: () => undefined,
    applyEdits: (edits: readonly RangeEdit[]) => change(edits.map(edited)),
    getPositionAt(offset: number) {
      const { line, column } = lineColumn(text, offset);
      return { lineNumber: line, column };
    },
    getOffsetAt: (position: { readonly lineNumber: number; readonly column: number }) => offsetAt(text, { line: position.lineNumber, column: position.column }),
    onDidChangeContent(listener: (event: { readonly changes: readonly ModelChange[] }) => void) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  };
  const editor = { getVisibleRanges: () => [], setPosition: () => undefined, revealPositionInCenterIfOutsideViewport: () => undefined, onDidChangeCursorPosition: () => ({ dispose: () => undefined }) };
  const monaco = { editor: { CursorChangeReason: { Explicit: 3, Paste: 4 }, ScrollType: { Immediate: 1 }, EndOfLineSequence: { LF: 0 } } };
  return {
    /** What a person types, at one caret or several. */
    type: change,
    // The binding touches nothing else of these.
    model: model as unknown as CodeModel,
    editor: editor as unknown as CodeEditorInstance,
    monaco: monaco as unknown as Monaco,
  };
}
