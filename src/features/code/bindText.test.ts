import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, TextEdit } from '../../asl/operations.ts';
import { createEditorStore } from '../../editor/createEditorStore.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { ok } from '../../lib/Result.ts';
import { bindText, fillModel } from './bindText.ts';
import { sharedUndo } from './sharedUndo.ts';
import { twinModel } from './testing/twinModel.ts';
import { createTypingGestures } from './typingGesture.ts';

const TEXT = '{\n  "Comment": "a 😀 b",\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Succeed" }\n  }\n}\n';

function bound(text = TEXT) {
  const store = createEditorStore(memoryServices(), { text, name: 'order', draftId: 'draft' });
  const twin = twinModel();
  fillModel(twin.monaco, twin.model, text);
  const release = bindText({ ...twin, store, gestures: createTypingGestures() });
  return {
    store, ...twin, release,
    undo: () => sharedUndo.undo(twin.model.uri),
    redo: () => sharedUndo.redo(twin.model.uri),
    texts: () => [twin.model.getValue(), store.getState().text] as const,
  };
}

/** An edit from the canvas: above everything that was typed. */
const insertOnTop: Command = (tree) => {
  if (tree.root?.kind !== 'object') return { ok: false, error: { kind: 'no-machine', message: 'There is no machine.' } };
  return ok({ ops: [{ op: 'insert', place: { into: tree.root, at: 0 }, key: 'Version', content: { kind: 'json', value: '1.0' } }], label: 'Set the version' });
};

describe('bindText', () => {
  it('undoes what was typed after an edit above it from elsewhere, and leaves that edit to the next undo', () => {
    const { store, type, undo, redo, texts } = bound();
    type([{ offset: TEXT.indexOf('b"'), length: 0, text: 'typed ' }]);
    const typed = store.getState().text;
    store.getState().actions.apply(insertOnTop, { origin: 'canvas' });
    const both = store.getState().text;
    expect(both).toContain('"Version": "1.0"');
    undo();
    expect(texts()).toEqual([typed, typed]);
    undo();
    expect(texts()).toEqual([TEXT, TEXT]);
    redo();
    redo();
    expect(texts()).toEqual([both, both]);
  });

  it('takes over a document that is opened, and forgets what came before', () => {
    const { store, type, undo, texts } = bound();
    type([{ offset: 0, length: 0, text: ' ' }]);
    store.getState().actions.open({ text: '{}', name: 'other' });
    expect(texts()).toEqual(['{}', '{}']);
    undo();
    expect(texts()).toEqual(['{}', '{}']);
  });

  it('never lets a carriage return part the two', () => {
    const { store, texts } = bound();
    store.getState().actions.open({ text: '{\r\n"a":\r1}', name: 'old' });
    expect(texts()).toEqual(['{\n"a":\n1}', '{\n"a":\n1}']);
  });

  it('stops following when it is released', () => {
    const { store, model, release } = bound();
    release();
    store.getState().actions.apply(insertOnTop);
    expect(model.getValue()).toBe(TEXT);
  });

  it('keeps model and store at one text, whatever is typed, edited elsewhere, undone and redone', () => {
    const piece = fc.constantFrom('a', '"', '{', '}', '\n', '  ', '😀', '\ud83d', '\ude00', ',', '');
    const carets = fc.array(fc.tuple(fc.nat(), fc.nat(4), piece), { minLength: 1, maxLength: 3 });
    const step = fc.oneof({ weight: 4, arbitrary: carets }, fc.constantFrom('elsewhere' as const, 'undo' as const, 'redo' as const));
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { store, type, undo, redo, texts, release } = bound();
      for (const what of steps) {
        if (what === 'undo') undo();
        else if (what === 'redo') redo();
        else if (what === 'elsewhere') store.getState().actions.apply(insertOnTop, { origin: 'canvas' });
        else type(editsAt(store.getState().text, what));
        const [inModel, inStore] = texts();
        expect(inModel).toBe(inStore);
      }
      while (store.getState().history.past.length > 0) undo();
      expect(texts()).toEqual([TEXT, TEXT]);
      release();
    }), { numRuns: 150 });
  });
});

function editsAt(text: string, carets: readonly (readonly [at: number, length: number, text: string])[]): readonly TextEdit[] {
  let from = 0;
  return carets.map(([at, length, added]) => ({ at: at % (text.length + 1), length, added })).toSorted((a, b) => a.at - b.at).flatMap(({ at, length, added }) => {
    const offset = Math.max(at, from);
    if (offset > text.length) return [];
    const edit = { offset, length: Math.min(length, text.length - offset), text: added };
    from = offset + edit.length + 1;
    return [edit];
  });
}
