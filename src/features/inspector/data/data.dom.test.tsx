import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StateId, StateName } from '../../../asl/names.ts';
import { machine } from '../../../asl/testing/edit.ts';
import { createEditorStore } from '../../../editor/createEditorStore.ts';
import { selectIndex } from '../../../editor/selectors/document.ts';
import { memoryServices } from '../../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../../editor/useEditor.ts';
import { setLiveEvaluator } from '../../../editor/useLive.ts';
import type { JsonObject } from '../../../lib/Json.ts';
import { createLiveEvaluator } from '../../../services/liveEvaluator.ts';
import { manualTimer } from '../../../services/testing/manualTimer.ts';
import { memoryWorker } from '../../../services/testing/memoryWorker.ts';
import { InspectorPane } from '../InspectorPane.tsx';

// jsdom lays nothing out, so there is nothing to observe.
beforeAll(() => {
  vi.stubGlobal('ResizeObserver', class { observe(): void {} disconnect(): void {} unobserve(): void {} });
  setLiveEvaluator(createLiveEvaluator({ createWorker: () => memoryWorker(() => new Promise(() => undefined)), timer: manualTimer() }));
});
afterAll(() => setLiveEvaluator(null));
afterEach(cleanup);

const ODD = 'it\'s "a.b c"';

function show(states: JsonObject, name: string, input: string, more: JsonObject = {}) {
  const store = createEditorStore(memoryServices(), { draftId: 'd', name: 'flow', text: machine(states, more) });
  store.getState().actions.setInput(name as StateName, input);
  store.getState().actions.select([name as StateId], 'form');
  render(<EditorContext value={store}><InspectorPane /></EditorContext>);
  return store;
}

const open = (tab: string): void => void fireEvent.click(screen.getByTestId(`inspector.tab.${tab}`));
const field = (id: string): HTMLInputElement => screen.getByTestId<HTMLInputElement>(id);

describe('the data of a state', () => {
  it('shows the stages with what each changed, for the saved sample', async () => {
    show({ A: { Type: 'Pass', InputPath: '$.a', Parameters: { 'b.$': '$.b', fixed: 1 }, End: true } }, 'A', '{"a":{"b":2}}');
    open('input');
    const stage = await screen.findByTestId('inspector.stage.afterParameters');
    expect(screen.getByTestId('inspector.sample').textContent).toContain('Saved sample');
    expect(within(stage).getByText('1 change')).toBeTruthy();
    expect(within(stage).getByText('$.fixed')).toBeTruthy();
  });

  it('puts a clicked value into the field, with names that need quotes, and shows what it gives', async () => {
    const store = show({ A: { Type: 'Pass', InputPath: '$', End: true } }, 'A', JSON.stringify({ [ODD]: { 'x y': 5 } }));
    open('input');
    const row = await screen.findByRole('treeitem', { name: /^x y/ });
    fireEvent.focus(field('inspector.field.InputPath'));
    fireEvent.click(row);
    expect(field('inspector.field.InputPath').value).toBe("$['it\\'s \"a.b c\"']['x y']");
    await waitFor(() => expect(screen.getByTestId('inspector.live').textContent).toMatch(/^5number/));
    act(() => field('inspector.field.InputPath').blur());
    expect(JSON.parse(store.getState().text).States.A.InputPath).toBe("$['it\\'s \"a.b c\"']['x y']");
  });

  it.each([['JSONata', 'Arguments', '{% "https://" & $states.input.host %}'], ['JSONPath', 'Parameters', "States.Format('https://{}', $.host)"]])('shows the URL that an expression gives, in %s', async (QueryLanguage, holder, typed) => {
    show({ A: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', [holder]: { ApiEndpoint: 'https://example.com', Method: 'GET' }, End: true } }, 'A', '{"host":"shop.example"}', { QueryLanguage });
    const url = await screen.findByTestId<HTMLInputElement>('inspector.url');
    fireEvent.focus(url);
    expect(screen.queryByTestId('inspector.live')).toBeNull();
    for (const event of [fireEvent.change, fireEvent.input]) event(url, { target: { value: typed } });
    await waitFor(() => expect(screen.getByTestId('inspector.live').textContent).toMatch(/^"https:\/\/shop\.example"text/));
    // A plain URL is no expression, and nothing is wrong with it.
    for (const event of [fireEvent.change, fireEvent.input]) event(url, { target: { value: 'https://example.com/$x' } });
    await waitFor(() => expect(screen.queryByTestId('inspector.live')).toBeNull());
  });

  it('says the character of a mistake while it is typed, and goes to it', async () => {
    show({ A: { Type: 'Pass', Output: '{% $states.input.a %}', End: true } }, 'A', '{"a":1}', { QueryLanguage: 'JSONata' });
    open('output');
    fireEvent.focus(field('inspector.field.Output'));
    fireEvent.change(field('inspector.field.Output'), { target: { value: '{% 1 + ) %}' } });
    fireEvent.input(field('inspector.field.Output'), { target: { value: '{% 1 + ) %}' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Go to character 8' }));
    expect(field('inspector.field.Output').selectionStart).toBe(7);
  });

  it('shows what the field says after Escape and after undo', async () => {
    const store = show({ A: { Type: 'Pass', InputPath: '$.a', End: true } }, 'A', '{"a":1,"b":2}');
    open('input');
    const path = field('inspector.field.InputPath');
    fireEvent.focus(path);
    await waitFor(() => expect(screen.getByTestId('inspector.live').textContent).toMatch(/^1number/));
    const type = (): void => { for (const event of [fireEvent.change, fireEvent.input]) event(path, { target: { value: '$.b' } }); };
    type();
    await waitFor(() => expect(screen.getByTestId('inspector.live').textContent).toMatch(/^2number/));
    fireEvent.keyDown(path, { key: 'Escape' });
    fireEvent.keyUp(path, { key: 'Escape' });
    expect(path.value).toBe('$.a');
    await waitFor(() => expect(screen.getByTestId('inspector.live').textContent).toMatch(/^1number/));
    type();
    fireEvent.keyDown(path, { key: 'Enter' });
    await waitFor(() => expect(screen.getByTestId('inspector.live').textContent).toMatch(/^2number/));
    act(() => store.getState().actions.undo());
    expect(path.value).toBe('$.a');
    await waitFor(() => expect(screen.getByTestId('inspector.live').textContent).toMatch(/^1number/));
  });

  it('tells where variables come from, and the way on which one is not set', async () => {
    show({ A: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'B' }], Default: 'C' }, B: { Type: 'Pass', Assign: { n: 1 }, Next: 'C' }, C: { Type: 'Pass', End: true } }, 'C', '{}');
    open('variables');
    const row = await screen.findByTestId('inspector.scope.n');
    expect(row.textContent).toContain('Not set on the way');
    expect(within(row).getByRole('button', { name: 'Go to B' })).toBeTruthy();
    expect(await screen.findByRole('meter', { name: 'All variables after it' })).toBeTruthy();
  });

  it('lists mocks, turns them off and deletes them with a way back', () => {
    const store = createEditorStore(memoryServices(), { draftId: 'd', name: 'flow', text: machine({ A: { Type: 'Succeed' } }) });
    store.getState().actions.setMock('A' as StateName, { enabled: true, mock: { result: '{"a":1}' } });
    render(<EditorContext value={store}><InspectorPane /></EditorContext>);
    fireEvent.click(screen.getByRole('switch', { name: 'Use the mock of A' }));
    expect(store.getState().sidecar.mocks['A' as StateName]?.enabled).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Delete the mock of A' }));
    expect(store.getState().sidecar.mocks).toEqual({});
    act(() => store.getState().toasts.at(-1)?.action?.run());
    expect(store.getState().sidecar.mocks['A' as StateName]?.mock.result).toBe('{"a":1}');
  });

  it('keeps the focus near when a mock is deleted', () => {
    const store = createEditorStore(memoryServices(), { draftId: 'd', name: 'flow', text: machine({ A: { Type: 'Succeed' } }) });
    for (const name of ['A', 'B', 'C']) store.getState().actions.setMock(name as StateName, { enabled: true, mock: { result: '1' } });
    render(<EditorContext value={store}><InspectorPane /></EditorContext>);
    const press = (name: string): void => {
      const button = screen.getByRole('button', { name });
      act(() => button.focus());
      fireEvent.click(button);
    };
    const focused = (): string | null | undefined => document.activeElement?.getAttribute('aria-label');
    press('Delete the mock of B');
    expect(focused()).toBe('Delete the mock of C');
    press('Delete the mock of C');
    expect(focused()).toBe('Delete the mock of A');
    press('Delete the mock of A');
    expect(document.activeElement).toBe(screen.getByTestId('inspector.workflow.version'));
  });

  const corpus = '../shared/corpus';
  const there = existsSync(corpus);
  // A spread sample: every state costs three tabs to draw.
  it.skipIf(!there)(there ? 'leaves definitions of strangers as they were, whatever is opened' : 'needs ../shared/corpus', () => {
    const names = readdirSync(corpus).filter((name) => name.endsWith('.asl.json')).toSorted().filter((_, at) => at % 97 === 0);
    let opened = 0;
    for (const name of names) {
      const text = readFileSync(`${corpus}/${name}`, 'utf8');
      if (text.length > 20_000) continue;
      const store = createEditorStore(memoryServices(), { draftId: 'd', name, text });
      const view = render(<EditorContext value={store}><InspectorPane /></EditorContext>);
      for (const { id } of selectIndex(store.getState()).all.slice(0, 4)) {
        act(() => store.getState().actions.select([id], 'form'));
        for (const tab of ['input', 'output', 'variables']) {
          const button = screen.queryByTestId(`inspector.tab.${tab}`);
          if (!button) continue;
          fireEvent.click(button);
          for (const control of view.container.querySelectorAll('input, textarea')) { fireEvent.focus(control); fireEvent.blur(control); }
          opened += 1;
        }
      }
      expect({ name, same: store.getState().text === text, steps: store.getState().history.past.length }).toEqual({ name, same: true, steps: 0 });
      view.unmount();
    }
    expect(opened).toBeGreaterThan(5);
  });
});
