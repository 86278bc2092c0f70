import type { StateId } from '../../asl/names.ts';
import type { EditorStore } from '../../editor/createEditorStore.ts';
import { selectShownGraph } from '../../editor/selectors/reading.ts';
import type { GraphEdge } from '../../graph/types.ts';
import type { CanvasUiStore } from './canvasUi.ts';
import { edgeIn } from './edgeIn.ts';
import { edgesOf, endOf } from './edgesOf.ts';
import { fieldOf } from './fieldOf.ts';
import { placeOnEdge } from './places.ts';

interface Canvas {
  readonly root: HTMLElement | null;
  readonly store: EditorStore;
  readonly ui: CanvasUiStore;
  readonly focusCard: (state: StateId) => void;
}

/** E on a card: its first arrow has the focus. False where it has none. */
export function goToArrows(canvas: Canvas, state: StateId): boolean {
  const [first] = edgesOf(selectShownGraph(canvas.store.getState()), state);
  if (!first) {
    canvas.store.getState().actions.announce('No arrow starts or ends there. Connect it first.');
    return false;
  }
  canvas.ui.setState({ active: state });
  return focusEdge(canvas, first);
}

/**
 * Keys while an arrow has the focus: left and right to the other arrows of the same state, up to where it starts, down to where it
 * leads, Enter to point it elsewhere, A to add a state on it, Escape back to the card. Delete is an action of the registry.
 */
export function onArrowKey(canvas: Canvas, id: string, key: string): boolean {
  const { store, ui } = canvas;
  const graph = selectShownGraph(store.getState());
  const edge = graph.edges.find((one) => one.id === id);
  if (!edge) return false;
  const [from, to] = [endOf(graph, edge, 'source'), endOf(graph, edge, 'target')];
  const home = homeOf(ui.getState().active, from, to);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return home !== null && focusEdge(canvas, beside(edgesOf(graph, home), id, key === 'ArrowRight' ? 1 : -1) ?? edge);
    case 'ArrowUp':
      return goToCard(canvas, from);
    case 'ArrowDown':
      return goToCard(canvas, to);
    case 'Escape':
    case 'e':
      return goToCard(canvas, home);
    case 'Enter':
      store.getState().actions.showDialog({ kind: 'pick', what: 'retarget', field: fieldOf(edge) });
      return true;
    case 'a':
      return addOn(canvas, edge, from);
    default:
      return false;
  }
}

/** The card that the person came from, while the arrow is one of its own. */
const homeOf = (active: StateId | null, from: StateId | null, to: StateId | null): StateId | null => (active !== null && (active === from || active === to) ? active : (from ?? to));

/** Round and round: a list of arrows has no end that the eye could see. */
function beside(edges: readonly GraphEdge[], id: string, by: 1 | -1): GraphEdge | undefined {
  const at = edges.findIndex((edge) => edge.id === id);
  return edges[(at + by + edges.length) % edges.length];
}

function focusEdge({ root, store }: Canvas, edge: GraphEdge): boolean {
  store.getState().actions.selectEdge(edge.id);
  edgeIn(root, edge.id)?.focus({ preventScroll: true });
  return true;
}

function goToCard({ store, focusCard }: Canvas, state: StateId | null): boolean {
  if (state === null) return true;
  store.getState().actions.select([state], 'canvas');
  focusCard(state);
  return true;
}

function addOn({ root, ui }: Canvas, { id, field }: GraphEdge, from: StateId | null): boolean {
  const place = placeOnEdge({ id, field }, from ?? undefined);
  const box = edgeIn(root, id)?.getBoundingClientRect();
  if (place && box) ui.setState({ quickAdd: { at: { x: box.left + box.width / 2, y: box.top + box.height / 2 }, place } });
  return true;
}
