import { connect } from '../../asl/commands/connect.ts';
import { moveState } from '../../asl/commands/moveState.ts';
import { turnInto } from '../../asl/commands/turnInto.ts';
import type { ArrowKind } from '../../asl/commands/arrows.ts';
import type { Target } from '../../asl/commands/placement.ts';
import type { StateId } from '../../asl/names.ts';
import type { Command } from '../../asl/operations.ts';
import type { EditorStore } from '../../editor/createEditorStore.ts';
import { selectEntry, selectLanguage } from '../../editor/selectors/document.ts';
import type { MenuAction } from '../../ui/Menu.tsx';
import type { At, CanvasUi, CanvasUiStore, Place } from './canvasUi.ts';
import { commandOf } from './incoming.ts';
import { INSERTABLES, type Incoming } from './insertables.ts';

interface Drop {
  readonly at: At;
  readonly store: EditorStore;
  readonly ui: CanvasUiStore;
}

/** Applies it, or says why not where the pointer is. Answers whether it was done. */
function apply({ at, store, ui }: Drop, command: Command): boolean {
  const refusal = store.getState().actions.apply(command, { origin: 'canvas' });
  ui.setState({ refusal: refusal ? { at, text: refusal.message } : null });
  return refusal === null;
}

interface OnState extends Drop {
  readonly place: Extract<Place, { kind: 'state' }>;
  readonly incoming?: Incoming;
  readonly moving?: readonly StateId[];
}

/** A drop on a card may mean three things; a menu asks which, and says of each why it cannot be. */
export function askOnState(drop: OnState): CanvasUi['ask'] {
  const { at, place, incoming, moving = [], store } = drop;
  const language = selectLanguage(store.getState());
  const put = (target: Target): Command => (incoming ? commandOf(incoming, language, target) : moveState(moving, target));
  const choose = (command: Command): void => {
    if (apply(drop, command) && incoming && 'added' in incoming) incoming.added();
  };
  const entry = (id: string, label: string, command: Command): MenuAction => ({ id, label, disabledReason: whyNot(store, command), onSelect: () => choose(command) });
  const kind = incoming && 'type' in incoming ? incoming.type : null;
  const word = INSERTABLES.find((one) => one.kind === kind)?.label ?? '';
  return {
    at,
    label: `Where to put it at ${place.name}`,
    entries: [
      entry('after', `After ${place.name}`, put({ after: place.state })),
      entry('before', `Before ${place.name}`, put({ before: place.state })),
      ...(kind === null ? [] : [entry('instead', `Turn ${place.name} into: ${word}`, turnInto(place.state, kind))]),
    ],
  };
}

function whyNot(store: EditorStore, command: Command): string | null {
  const tried = command(store.getState().tree);
  return tried.ok ? null : tried.error.message;
}

interface Drawn extends Drop {
  readonly from: StateId;
  readonly choice: boolean;
  readonly to: StateId | 'canvas';
  readonly catching: boolean;
}

export function drawArrow(drawn: Drawn): void {
  const { from, choice, to, at, catching, store, ui } = drawn;
  const draw = (as?: ArrowKind): void => {
    if (to === 'canvas') ui.setState({ quickAdd: { at, place: as === undefined ? { kind: 'after', state: from } : { kind: 'target', target: { from: { state: from, as } } } } });
    else apply(drawn, connect(from, to, as));
  };
  if (catching) return draw('catch');
  if (!choice) return draw();
  const target = to === 'canvas' ? 'a new state' : (selectEntry(to)(store.getState())?.name ?? to);
  const entries: readonly MenuAction[] = [
    { id: 'rule', label: `New rule to ${target}`, onSelect: () => draw('rule') },
    { id: 'default', label: `Otherwise (Default) to ${target}`, onSelect: () => draw('default') },
  ];
  return ui.setState({ ask: { at, label: 'What kind of arrow', entries } });
}
