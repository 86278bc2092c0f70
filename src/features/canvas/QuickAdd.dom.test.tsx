import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { StateId } from '../../asl/names.ts';
import { machine } from '../../asl/testing/edit.ts';
import { readerOnDisk } from '../../catalog/testing/catalogOnDisk.ts';
import { createEditorStore } from '../../editor/createEditorStore.ts';
import { createKeptShelf } from '../../editor/palette/keptShelf.ts';
import { PaletteWorldContext } from '../../editor/palette/paletteWorld.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import { createShelfStore } from '../../services/shelfStore.ts';
import { memoryKeyValue } from '../../services/testing/memoryKeyValue.ts';
import { CanvasUiContext, createCanvasUi } from './canvasUi.ts';
import { QuickAdd } from './QuickAdd.tsx';

afterEach(cleanup);

function open(after: string) {
  const store = createEditorStore(memoryServices(), { draftId: 'd', name: 'flow', text: machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } }) });
  const shelf = createKeptShelf(createShelfStore(memoryKeyValue()));
  const ui = createCanvasUi();
  ui.setState({ quickAdd: { at: { x: 10, y: 20 }, place: { kind: 'after', state: after as StateId } } });
  let closed = 0;
  render(
    <EditorContext value={store}><PaletteWorldContext value={{ shelf, catalog: readerOnDisk }}><CanvasUiContext value={ui}>
      <QuickAdd onClosed={() => { closed += 1; }} />
    </CanvasUiContext></PaletteWorldContext></EditorContext>,
  );
  const search = screen.getByRole('combobox', { name: 'Find a state to add' });
  fireEvent.change(search, { target: { value: 'circuit breaker' } });
  fireEvent.keyDown(search, { key: 'Enter' });
  return { store, shelf, ui, closed: () => closed };
}

it('counts a pattern as used once it stands in the workflow', async () => {
  const { store, shelf, closed } = open('A');
  await waitFor(() => expect(closed()).toBe(1));
  expect(store.getState().history.past).toHaveLength(1);
  await waitFor(() => expect(shelf.now().recent).toEqual(['pattern:circuit-breaker']));
});

it('does not count what was refused, says why, and gives the keyboard back', async () => {
  const { store, shelf, ui, closed } = open('B');
  await waitFor(() => expect(closed()).toBe(1));
  expect(store.getState().history.past).toEqual([]);
  expect(ui.getState().refusal).toMatchObject({ at: { x: 10, y: 20 } });
  await shelf.read();
  expect(shelf.now().recent).toEqual([]);
});
