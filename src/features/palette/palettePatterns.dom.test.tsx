import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { StateId } from '../../asl/names.ts';
import { readerOnDisk } from '../../catalog/testing/catalogOnDisk.ts';
import { createEditorStore, type EditorStore } from '../../editor/createEditorStore.ts';
import { createKeptShelf } from '../../editor/palette/keptShelf.ts';
import { PaletteWorldContext, type PaletteWorld } from '../../editor/palette/paletteWorld.ts';
import { selectIndex } from '../../editor/selectors/document.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import { createShelfStore } from '../../services/shelfStore.ts';
import { memoryKeyValue, type MemoryKeyValue } from '../../services/testing/memoryKeyValue.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { OpenPalette } from './PalettePane.tsx';
import { SavePatternDialog } from './SavePatternDialog.tsx';
import { addFromPalette } from './addFromPalette.ts';

afterEach(cleanup);

const TEXT = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Pick', States: { Pick: { Type: 'Pass', Next: 'Pack' }, Pack: { Type: 'Pass', Next: 'Done' }, Done: { Type: 'Succeed' } } }, null, 2);
const worldOn = (data: MemoryKeyValue, catalog: PaletteWorld['catalog']): PaletteWorld => ({ shelf: createKeptShelf(createShelfStore(data)), catalog });

function open(data = memoryKeyValue(), ui: 'palette' | 'dialog' = 'palette', catalog: PaletteWorld['catalog'] = readerOnDisk): EditorStore {
  const store = createEditorStore(memoryServices(), { text: TEXT, name: 'order', draftId: 'draft' });
  const world = worldOn(data, catalog);
  if (ui === 'dialog') store.getState().actions.select(['Pick', 'Pack'] as readonly string[] as readonly StateId[], 'canvas');
  render(
    <EditorContext value={store}><PaletteWorldContext value={world}><TooltipProvider>
      {ui === 'palette' ? <OpenPalette onAdd={(item) => void addFromPalette(item, store.getState, world)} onClose={() => undefined} /> : <SavePatternDialog />}
    </TooltipProvider></PaletteWorldContext></EditorContext>,
  );
  return store;
}

const names = (store: EditorStore): readonly string[] => selectIndex(store.getState()).all.map(({ name }) => name);
const search = (text: string): void => void fireEvent.change(screen.getByRole('textbox', { name: 'Search states and actions' }), { target: { value: text } });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the palette on the catalog', () => {
  it('finds an action, and adds it with what it must have, in one step back', async () => {
    const store = open();
    search('dynamodb get item');
    fireEvent.click(await button(/^GetItem ?Amazon DynamoDB(?! · AWS SDK)/));
    await waitFor(() => expect(names(store)).toContain('Get item'));
    expect(store.getState().text).toContain('"Arguments": {');
    expect(store.getState().text).toContain('"TableName": "${TableName}"');
    store.getState().actions.undo();
    expect(store.getState().text).toBe(TEXT);
  });

  it('offers a job once for each way to wait for it', async () => {
    open();
    search('glue startJobRun');
    expect(await button(/^StartJobRun ?AWS Glue · run and wait/)).toBeTruthy();
    expect(await button(/^StartJobRun ?AWS Glue(?! ·| ?DataBrew)/)).toBeTruthy();
  });

  it('asks again for a catalog that could not be had when the search changes, and only then', async () => {
    let asked = 0;
    let working = false;
    open(memoryKeyValue(), 'palette', { ...readerOnDisk, catalog: async () => { asked += 1; return working ? readerOnDisk.catalog() : undefined; } });
    search('dynamodb getitem');
    expect(await screen.findByText(/could not be loaded/)).toBeTruthy();
    const before = asked;
    fireEvent.focus(screen.getByRole('textbox', { name: 'Search states and actions' }));
    expect(asked).toBe(before);
    expect(asked).toBe(2); // Once for the tab, once for the search.
    working = true;
    search('dynamodb getItem');
    expect(await button(/^GetItem ?Amazon DynamoDB(?! · AWS SDK)/)).toBeTruthy();
    search('dynamodb getItem ');
    expect(asked).toBe(3);
  });

  it('adds a pattern twice with names of its own, each in one step back', async () => {
    const store = open();
    fireEvent.click(screen.getByRole('tab', { name: 'Patterns' }));
    fireEvent.click(await button(/^Saga/));
    await waitFor(() => expect(names(store)).toContain('Charge card'));
    const once = store.getState().text;
    store.getState().actions.select([], 'canvas');
    fireEvent.click((await screen.findAllByRole('button', { name: /^Saga/ }))[0] as HTMLElement);
    await waitFor(() => expect(names(store)).toContain('Charge card 2'));
    store.getState().actions.undo();
    expect(store.getState().text).toBe(once);
    store.getState().actions.undo();
    expect(store.getState().text).toBe(TEXT);
  });

  it('keeps stars and what was used, for the next time too', async () => {
    const data = memoryKeyValue();
    open(data);
    fireEvent.click(screen.getByRole('tab', { name: 'Patterns' }));
    const saga = await button(/^Saga/);
    fireEvent.keyDown(saga, { key: 'ArrowRight' });
    expect(document.activeElement).not.toBe(saga);
    saga.focus();
    fireEvent.keyDown(saga, { key: 'ArrowRight' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Star Saga with compensation');
    fireEvent.click(document.activeElement as HTMLElement);
    expect(await screen.findByRole('group', { name: 'Favourites' })).toBeTruthy();
    fireEvent.click(await button(/^Circuit breaker/));
    expect(await screen.findByRole('group', { name: 'Recently used' })).toBeTruthy();
    await waitFor(() => expect(data.data.get('recent')).toEqual({ version: 1, data: ['pattern:circuit-breaker'] }));
    cleanup();
    open(data);
    fireEvent.click(screen.getByRole('tab', { name: 'Patterns' }));
    expect(await screen.findByRole('group', { name: 'Favourites' })).toBeTruthy();
  });
});

describe('patterns of one\'s own', () => {
  it('are saved from the selection, put in, deleted and brought back', async () => {
    const data = memoryKeyValue();
    open(data, 'dialog');
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Pick and pack' } });
    fireEvent.click(await button('Save'));
    await waitFor(() => expect(data.data.has('fragments')).toBe(true));
    cleanup();
    const store = open(data);
    fireEvent.click(screen.getByRole('tab', { name: 'Patterns' }));
    fireEvent.click(await button(/^Pick and pack/));
    await waitFor(() => expect(names(store)).toContain('Pack 2'));
    fireEvent.click(screen.getAllByRole('button', { name: 'Delete Pick and pack' })[0] as HTMLElement);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Pick and pack/ })).toBeNull());
    store.getState().toasts.find(({ action }) => action?.label === 'Bring it back')?.action?.run();
    expect((await screen.findAllByRole('button', { name: /^Pick and pack/ })).length).toBeGreaterThan(0);
  });

  it('leave the focus in the list when one is deleted', async () => {
    const own = (id: string) => ({ id, name: `Own ${id}`, text: '{"A": {"Type": "Pass", "End": true}}', language: 'JSONata' });
    open(memoryKeyValue([['fragments', { version: 1, data: [own('a'), own('b')] }]]));
    fireEvent.click(screen.getByRole('tab', { name: 'Patterns' }));
    for (const [name, next] of [['Own a', 'Delete Own b'], ['Own b', '']] as const) {
      const remove = await button(`Delete ${name}`);
      act(() => remove.focus());
      fireEvent.click(remove);
      await waitFor(() => expect(screen.queryByRole('button', { name: `Delete ${name}` })).toBeNull());
      expect(document.activeElement?.closest('li')).not.toBeNull();
      if (next !== '') expect(document.activeElement?.getAttribute('aria-label')).toBe(next);
    }
  });

  it('that cannot be read are said once, not at every opening', async () => {
    const world = worldOn(memoryKeyValue([['favourites', { version: 1, data: 'torn' }]]), readerOnDisk);
    const store = createEditorStore(memoryServices(), { text: TEXT, name: 'order', draftId: 'draft' });
    const titles = (): readonly string[] => store.getState().toasts.map(({ title }) => title);
    for (const said of [['The palette could not read all it keeps'], []]) {
      render(<EditorContext value={store}><PaletteWorldContext value={world}><TooltipProvider><OpenPalette onAdd={() => undefined} onClose={() => undefined} /></TooltipProvider></PaletteWorldContext></EditorContext>);
      await act(() => world.shelf.read());
      expect(titles()).toEqual(said);
      act(() => { for (const { id } of store.getState().toasts) store.getState().actions.dismiss(id); });
      cleanup();
    }
  });

  it('does not take a name twice', async () => {
    const fragment = { id: 'a', name: 'Pick', text: '{"A": {"Type": "Pass", "End": true}}', language: 'JSONata' };
    const data = memoryKeyValue([['fragments', { version: 1, data: [fragment] }]]);
    open(data, 'dialog');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Pick'));
    await Promise.resolve();
    fireEvent.click(await button('Save'));
    expect(await screen.findByText(/already/)).toBeTruthy();
    expect(data.data.get('fragments')).toEqual({ version: 1, data: [fragment] });
  });
});
