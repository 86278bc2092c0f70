import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Profiler } from 'react';
import { ReactFlow, type NodeProps } from 'reactflow';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StateId } from '../../asl/names.ts';
import { createEditorStore, type EditorStore } from '../../editor/createEditorStore.ts';
import type { EditorServices } from '../../editor/services.ts';
import type { TestRun } from '../../editor/EditorState.ts';
import { remove } from '../../editor/actions/editActions.ts';
import { perform } from '../../editor/registry.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import type { Json } from '../../lib/Json.ts';
import { layout } from '../../graph/layout.ts';
import { selectGraph } from '../../editor/selectors/graph.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { CanvasPane } from './CanvasPane.tsx';
import { CanvasUiContext, createCanvasUi } from './canvasUi.ts';
import type { CardNode } from './flowTypes.ts';
import { LayoutWorkerContext, type LayoutWorker } from './layoutService.ts';
import type { LayoutReply } from './layoutWorker.ts';
import { STATE_MIME } from './insertables.ts';
import { EndMarker, StartMarker } from './Markers.tsx';
import { StateCard } from './StateCard.tsx';
import { toFlow } from './toFlow.ts';

// jsdom has no layout. React Flow draws a card once it has a size, and asks these for it.
beforeAll(() => {
  class Seen {
    private readonly tell: ResizeObserverCallback;
    constructor(tell: ResizeObserverCallback) {
      this.tell = tell;
    }
    observe(target: Element): void {
      this.tell([{ target } as ResizeObserverEntry], this);
    }
    unobserve(): void {}
    disconnect(): void {}
  }
  globalThis.ResizeObserver = Seen;
  globalThis.DOMMatrixReadOnly = class {
    readonly m22 = 1;
  } as unknown as typeof DOMMatrixReadOnly;
  Object.defineProperties(HTMLElement.prototype, { offsetHeight: { get: () => 56, configurable: true }, offsetWidth: { get: () => 224, configurable: true } });
  window.matchMedia = (query) => ({ matches: false, media: query, onchange: null, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined, dispatchEvent: () => false });
});
afterEach(cleanup);

const machine: Json = {
  QueryLanguage: 'JSONata',
  StartAt: 'Pick',
  States: {
    Pick: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Retry: [{ ErrorEquals: ['States.ALL'] }], Next: 'Pack' },
    Pack: { Type: 'Pass', Next: 'Ship' },
    Ship: { Type: 'Succeed' },
  },
};

/** Layout in the test's own thread: it answers at once. */
function layoutHere(): LayoutWorker {
  const worker: LayoutWorker = {
    onmessage: null,
    onerror: null,
    postMessage: ({ id, graph }) => worker.onmessage?.({ data: { id, layout: layout(graph) } } as MessageEvent<LayoutReply>),
    terminate: () => undefined,
  };
  return worker;
}

// The canvas reaches none of the services: a store made with none of them shows it.
const noServices = { now: () => 0, id: () => 'id' } as unknown as EditorServices;
function opened(doc: Json = machine): EditorStore {
  const store = createEditorStore(noServices, { text: JSON.stringify(doc, null, 2), name: 'Order', draftId: 'draft' });
  render(
    <EditorContext value={store}>
      <TooltipProvider>
        <LayoutWorkerContext value={layoutHere}>
          <CanvasPane />
        </LayoutWorkerContext>
      </TooltipProvider>
    </EditorContext>,
  );
  return store;
}
const card = (name: string): HTMLElement => screen.getByTestId(`canvas.node.${name}`);
const canvas = (): HTMLElement => screen.getByRole('application', { name: 'Workflow canvas' });
const states = (store: EditorStore): string[] => Object.keys((JSON.parse(store.getState().text) as { States: object }).States);
const run = (state: string, status: 'SUCCEEDED' | 'FAILED'): TestRun =>
  ({ id: state, state: state as StateId, phase: 'done', startedAt: 0, request: { definition: '' }, route: 'local', fingerprint: '', outcome: { kind: 'answered', response: { status }, extras: {} } }) satisfies TestRun;

describe('CanvasPane', () => {
  it('names each card with its type, badges and last result', () => {
    const store = opened();
    expect(card('Pick').getAttribute('aria-label')).toBe('Pick, Task, 1 retrier');
    act(() => store.setState({ runs: { ['Pick' as StateId]: run('Pick', 'FAILED') } }));
    expect(card('Pick').getAttribute('aria-label')).toBe('Pick, Task, 1 retrier, last test failed');
    expect(card('Pick').dataset['status']).toBe('failed');
  });

  it('says how far out the view is, for cards that could not be read and dots that would run together', async () => {
    const store = opened();
    expect(canvas().dataset['far']).toBeUndefined();
    act(() => store.getState().actions.requestViewport({ kind: 'fit' }));
    await waitFor(() => expect([canvas().dataset['far'], canvas().dataset['dotless']]).toEqual(['', '']));
  });

  it("renders one card for its own result, and none for another's", () => {
    const store = createEditorStore(noServices, { text: JSON.stringify(machine), name: 'Order', draftId: 'draft' });
    const rendered: string[] = [];
    // A Profiler around each card hears of every render inside it, also of those that change nothing.
    const Counted = (props: NodeProps<CardNode>) => <Profiler id={props.data.node.name} onRender={(id) => void rendered.push(id)}><StateCard {...props} /></Profiler>;
    const kinds = { state: Counted, start: StartMarker, end: EndMarker };
    const graph = selectGraph(store.getState());
    const flow = toFlow(graph, layout(graph));
    render(<EditorContext value={store}><CanvasUiContext value={createCanvasUi()}><ReactFlow nodes={flow.nodes} edges={[]} nodeTypes={kinds} /></CanvasUiContext></EditorContext>);
    expect(new Set(rendered)).toEqual(new Set(['Pick', 'Pack', 'Ship']));
    rendered.length = 0;
    act(() => store.setState({ runs: { ['Pack' as StateId]: run('Pack', 'SUCCEEDED') } }));
    expect(rendered).toEqual(['Pack']);
    rendered.length = 0;
    const savedFrom = { draftId: 'draft', text: store.getState().text, tests: '' };
    act(() => store.setState({ savedFrom, savedMarks: new Map([['Pack', 2]]) }));
    expect(rendered).toEqual(['Pack']);
    expect(card('Pack').getAttribute('aria-label')).toContain('2 saved tests failed');
    rendered.length = 0;
    act(() => store.setState({ savedMarks: new Map([['Pack', 2], ['Ship', 0]]) }));
    expect(rendered).toEqual(['Ship']);
  });

  it('shares the selection with the store, both ways', () => {
    const store = opened();
    fireEvent.click(card('Pack'));
    expect(store.getState().selected).toEqual(['Pack']);
    fireEvent.click(card('Ship'), { shiftKey: true });
    expect(store.getState().selected).toEqual(['Pack', 'Ship']);
    act(() => store.getState().actions.select(['Pick' as StateId], 'code'));
    expect(card('Pick').dataset['selected']).toBe('true');
    expect(card('Pack').dataset['selected']).toBeUndefined();
  });

  it('has one Tab stop, and arrows that follow the transitions', () => {
    const store = opened();
    const stops = (): (string | undefined)[] => [...canvas().querySelectorAll<HTMLElement>('[data-state-id][tabindex="0"]')].map((one) => one.dataset['stateId']);
    expect(stops()).toEqual(['Pick']);
    act(() => card('Pick').focus());
    fireEvent.keyDown(card('Pick'), { key: 'ArrowDown' });
    expect(store.getState().selected).toEqual(['Pack']);
    expect(document.activeElement).toBe(card('Pack'));
    expect(stops()).toEqual(['Pack']);
    fireEvent.keyDown(card('Pack'), { key: 'Escape' });
    expect(store.getState().selected).toEqual([]);
  });

  it('goes through the arrows of a state by keyboard, and to the states at their ends', () => {
    const store = opened();
    const focused = (): string | null | undefined => document.activeElement?.getAttribute('aria-label');
    const press = (key: string): void => void fireEvent.keyDown(document.activeElement ?? canvas(), { key });
    act(() => store.getState().actions.select(['Pack' as StateId], 'canvas'));
    act(() => card('Pack').focus());
    press('e');
    expect([focused(), store.getState().selectedEdge]).toEqual(['Next from Pack to Ship', '/States/Pack/Next']);
    press('ArrowRight');
    expect([focused(), store.getState().selectedEdge]).toEqual(['Next from Pick to Pack', '/States/Pick/Next']);
    press('ArrowRight');
    expect(focused()).toBe('Next from Pack to Ship');
    press('Enter');
    expect(store.getState().dialog).toEqual({ kind: 'pick', what: 'retarget', field: '/States/Pack/Next' });
    press('ArrowDown');
    expect([document.activeElement, store.getState().selected]).toEqual([card('Ship'), ['Ship']]);
    press('e');
    expect(focused()).toBe('End after Ship');
    press('Escape');
    expect([document.activeElement, store.getState().selected]).toEqual([card('Ship'), ['Ship']]);
  });

  it('does not take for its own what is typed in a menu', async () => {
    const store = opened();
    fireEvent.contextMenu(card('Pack'));
    const menu = await screen.findByRole('menu', { name: 'Actions for Pack' });
    fireEvent.keyDown(menu, { key: 'e' });
    fireEvent.keyDown(menu, { key: 'a' });
    expect([store.getState().selectedEdge, screen.queryByRole('dialog', { name: 'Add a state' })]).toEqual([null, null]);
  });

  it('gives the keyboard back to the card when its arrow is deleted', async () => {
    const store = opened();
    act(() => card('Pack').focus());
    fireEvent.keyDown(card('Pack'), { key: 'e' });
    act(() => perform(remove, store.getState()));
    await waitFor(() => expect(document.querySelector('[data-edge-id="/States/Pack/Next"]')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(card('Pack')));
  });

  it('adds after the selected state by A, search and Enter', async () => {
    const store = opened();
    fireEvent.click(card('Pick'));
    fireEvent.keyDown(card('Pick'), { key: 'a' });
    const menu = await screen.findByRole('dialog', { name: 'Add a state' });
    expect(within(menu).getAllByRole('option')).toHaveLength(9);
    const search = within(menu).getByRole('combobox');
    fireEvent.change(search, { target: { value: 'delay' } });
    fireEvent.keyDown(search, { key: 'Enter' });
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(states(store)).toEqual(['Pick', 'Wait', 'Pack', 'Ship']));
    expect(store.getState().selected).toEqual(['Wait']);
  });

  it('renames in place, and says why not', async () => {
    const store = opened();
    fireEvent.doubleClick(card('Pack'));
    const field = await within(card('Pack')).findByRole('textbox', { name: 'Name of Pack' });
    fireEvent.change(field, { target: { value: 'Ship' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(within(card('Pack')).getByRole('alert').textContent).toContain('already');
    fireEvent.change(field, { target: { value: 'Wrap' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(states(store)).toContain('Wrap');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('Escape leaves the name as it was', async () => {
    const store = opened();
    act(() => store.getState().actions.startRenaming('Pack' as StateId));
    const field = await within(card('Pack')).findByRole('textbox');
    fireEvent.change(field, { target: { value: 'Wrap' } });
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(states(store)).toContain('Pack');
    expect(store.getState().renaming).toBeNull();
  });

  it('takes what the palette drags, and nothing else', async () => {
    const store = opened();
    const transfer = (type: string, data: string) => ({ dataTransfer: { types: [type], getData: (asked: string) => (asked === type ? data : ''), dropEffect: 'none' } });
    fireEvent.drop(canvas(), transfer(STATE_MIME, '{"kind":"Loop"}'));
    fireEvent.drop(canvas(), transfer('text/plain', '{"kind":"Wait"}'));
    expect(states(store)).toHaveLength(3);
    fireEvent.drop(canvas(), transfer(STATE_MIME, '{"kind":"Wait"}'));
    await waitFor(() => expect(states(store)).toHaveLength(4));
  });

  it('says what to do when there is nothing yet', () => {
    opened({ StartAt: 'A', States: {} });
    expect(screen.getByText('No states yet')).toBeTruthy();
  });

  it('keeps the last good picture while the text is broken, and says so', () => {
    const store = opened();
    act(() => store.getState().actions.typeText([{ offset: 1, length: 0, text: '{' }], 'typing'));
    expect(screen.getByText('Line 1 does not parse. This is the last good graph.')).toBeTruthy();
    expect(card('Pack')).toBeTruthy();
  });
});
