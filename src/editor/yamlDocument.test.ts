import { beforeAll, describe, expect, it } from 'vitest';
import { duplicateState } from '../asl/commands/duplicateState.ts';
import { removeState } from '../asl/commands/removeState.ts';
import { renameState } from '../asl/commands/renameState.ts';
import { convert } from '../asl/convert.ts';
import type { StateId } from '../asl/names.ts';
import { loadYaml } from '../asl/yaml/loadYaml.ts';
import { createEditorStore } from './createEditorStore.ts';
import { memoryServices } from './testing/memoryServices.ts';

const ORDER = '# Orders\nStartAt: Pick\nStates:\n  # first\n  Pick:\n    Type: Pass # tail\n    Next: Pack\n\n  Pack: { Type: Succeed }\n';
const SHARED = 'StartAt: A\nStates:\n  A: &a\n    Type: Pass\n    Next: C\n  B: *a\n  C: { Type: Succeed }\n';

const SHARED_TWICE = 'StartAt: A\nStates:\n  A: &a\n    Type: Pass\n    Next: E\n  B: &b\n    Type: Wait\n    Seconds: 1\n    Next: E\n  C: *a\n  D: *b\n  E: { Type: Succeed }\n';

const opened = (text: string) => createEditorStore(memoryServices(), { draftId: 'd', name: 'order', text, format: 'yaml' });

describe('a YAML document in the store', () => {
  beforeAll(async () => void (await loadYaml()));

  it('takes commands, and undo gives the identical text back', () => {
    const store = opened(ORDER);
    const { actions } = store.getState();
    expect(actions.apply(renameState('Pack' as StateId, 'Wrap'))).toBeNull();
    expect(store.getState().text).toBe(ORDER.replace('Next: Pack', 'Next: Wrap').replace('  Pack:', '  Wrap:'));
    expect(actions.apply(duplicateState(['Pick' as StateId]))).toBeNull();
    expect(store.getState().text).toContain('Type: Pass # tail');
    actions.undo();
    actions.undo();
    expect(store.getState().text).toBe(ORDER);
  });

  it('is converted in one step that undo and redo take along with its format', () => {
    const store = opened(ORDER);
    const { actions, tree } = store.getState();
    const converted = convert(tree, 'json');
    if (!converted.ok) throw new Error(converted.error.message);
    expect(actions.rewrite(converted.value.text, 'json', 'Convert to JSON')).toBeNull();
    expect(store.getState().tree).toMatchObject({ format: 'json', problems: [] });
    actions.undo();
    expect(store.getState()).toMatchObject({ text: ORDER, tree: { format: 'yaml' } });
    actions.redo();
    expect(store.getState()).toMatchObject({ text: converted.value.text, tree: { format: 'json' } });
  });

  it('offers a copy where an edit would change what is repeated elsewhere; undo takes both back', () => {
    const store = opened(SHARED);
    const { actions } = store.getState();
    expect(actions.apply(removeState(['A' as StateId]))).toMatchObject({ kind: 'anchor-in-use' });
    expect(store.getState().text).toBe(SHARED);
    store.getState().toasts.at(-1)?.action?.run();
    expect(store.getState().text).toBe('StartAt: C\nStates:\n  B:\n    Type: Pass\n    Next: C\n  C: { Type: Succeed }\n');
    actions.undo();
    expect(store.getState().text).toBe(SHARED);
  });

  it('takes back one such step alone, when two follow each other', () => {
    const store = opened(SHARED_TWICE);
    const { actions } = store.getState();
    const removeWithCopy = (name: string): void => {
      actions.apply(removeState([name as StateId]));
      store.getState().toasts.at(-1)?.action?.run();
    };
    removeWithCopy('A');
    const first = store.getState().text;
    removeWithCopy('B');
    expect(store.getState().text).not.toBe(first);
    actions.undo();
    expect(store.getState().text).toBe(first);
    actions.undo();
    expect(store.getState().text).toBe(SHARED_TWICE);
  });
});
