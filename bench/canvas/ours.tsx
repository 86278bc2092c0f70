import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import type { TestRun } from '../../src/editor/EditorState.ts';
import type { StateId } from '../../src/asl/names.ts';
import { createEditorStore } from '../../src/editor/createEditorStore.ts';
import { selectGraph } from '../../src/editor/selectors/graph.ts';
import { memoryServices } from '../../src/editor/testing/memoryServices.ts';
import { EditorContext } from '../../src/editor/useEditor.ts';
import { CanvasPane } from '../../src/features/canvas/CanvasPane.tsx';
import { TooltipProvider } from '../../src/ui/Tooltip.tsx';
import { STATES, timed, watchNames } from './benchPage.ts';
import { mixedMachine } from './machine.ts';
import '../../src/ui/fonts.ts';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';

const store = createEditorStore(memoryServices(), { text: JSON.stringify(mixedMachine(STATES), null, 2), name: 'Bench', draftId: 'bench' });
const states = selectGraph(store.getState()).nodes.flatMap(({ data }) => (data.stateId === undefined ? [] : [{ id: data.stateId, data }]));
const reads = watchNames(states.map((state) => state.data));

/** Of big workflows only what is in view is in the page; a change elsewhere renders nothing. */
function shownAt(index: number): StateId {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-state-id]')].map((card) => card.dataset['stateId'] as StateId);
  return shown[index % shown.length] ?? ('' as StateId);
}

const run = (state: StateId, id: number): TestRun => ({
  id: String(id), state, phase: 'done', startedAt: 0, request: { definition: '' }, route: 'local', fingerprint: '',
  outcome: { kind: 'answered', response: { status: id % 2 === 0 ? 'SUCCEEDED' : 'FAILED' }, extras: {} },
});

/** Puts a letter into the first comment, or into the address that a card shows, as Monaco would. */
function letterInto(field: 'comment' | 'summary', index: number): void {
  const { text, actions } = store.getState();
  const offset = field === 'comment' ? text.indexOf('"Comment": "') + 12 : text.indexOf('api.example.com') + 3;
  actions.typeText([{ offset, length: 0, text: 'abcdefgh'[index % 8] ?? 'a' }], 'bench');
}

window.bench = {
  select(index) {
    const state = shownAt(index * 7);
    const change = (): void => flushSync(() => store.getState().actions.select([state], 'canvas'));
    let tookMs = 0;
    const rendered = reads(() => (tookMs = timed(change)));
    return { tookMs, rendered };
  },
  type: (field, index) => timed(() => flushSync(() => letterInto(field, index))),
  fit: () => store.getState().actions.requestViewport({ kind: 'fit' }),
  changeStatus(index) {
    const state = shownAt(index);
    const change = (): void => flushSync(() => store.setState((s) => ({ runs: { ...s.runs, [state]: run(state, index) } })));
    let tookMs = 0;
    const rendered = reads(() => (tookMs = timed(change)));
    return { tookMs, rendered };
  },
};

createRoot(document.getElementById('root') ?? document.body).render(
  <EditorContext value={store}>
    <TooltipProvider>
      <CanvasPane />
    </TooltipProvider>
  </EditorContext>,
);
