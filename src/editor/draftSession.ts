import type { Result } from '../lib/Result.ts';
import type { DraftLock, DraftSession, DraftText } from '../services/draftLock.ts';
import type { Draft, Drafts } from '../services/drafts.ts';
import type { Journal } from '../services/journal.ts';
import type { StorageProblem } from '../services/storageProblem.ts';
import type { Timer } from '../services/timer.ts';
import type { EditorStore } from './createEditorStore.ts';
import type { EditorState } from './EditorState.ts';
import { sidecarFrom } from './sidecarFrom.ts';

export interface DraftSessionDeps {
  readonly drafts: Drafts;
  readonly lock: DraftLock;
  readonly journal: Journal;
  readonly timer: Timer;
  readonly now: () => number;
}

const SAVE_DELAY_MS = 300;

/**
 * Autosave of the open document, and its one writer among tabs (design.md section 3). Closing the tab loses nothing: what the
 * browser's database has not taken yet goes to the journal when the page is left.
 */
export function startDraftSession(store: EditorStore, deps: DraftSessionDeps): { flush(): void; close(): void } {
  let cancelSave = (): void => undefined;
  let unsaved = false;
  let session = join(store.getState().draftId);

  const unsubscribe = store.subscribe((state, before) => {
    if (state.draftId !== before.draftId) {
      session.close();
      session = join(state.draftId);
    }
    if (state.text === before.text && state.name === before.name && state.sidecar === before.sidecar) return;
    if (state.saving.kind !== 'follower') changed();
  });

  // Edits made while this was still loading.
  if (store.getState().version > 1) changed();

  function changed(): void {
    unsaved = true;
    session.publish(draftText(store.getState()));
    if (store.getState().saving.kind !== 'failed') store.setState({ saving: { kind: 'saving' } });
    cancelSave();
    cancelSave = deps.timer.after(SAVE_DELAY_MS, () => void save());
  }

  async function save(): Promise<void> {
    const draft = draftOf(store.getState(), deps.now());
    unsaved = false;
    const saved: Result<null, StorageProblem> = await deps.drafts.save(draft);
    if (!saved.ok) {
      unsaved = true;
      const first = store.getState().saving.kind !== 'failed';
      store.setState({ saving: { kind: 'failed', message: saved.error.message } });
      if (first) store.getState().actions.notify({ tone: 'error', title: 'Not saved', text: saved.error.message });
      return;
    }
    deps.journal.clear(draft.id);
    if (!unsaved && store.getState().saving.kind !== 'follower') store.setState({ saving: { kind: 'saved', at: draft.savedAt } });
  }

  function join(draftId: string): DraftSession {
    return deps.lock.open(draftId, {
      role(role) {
        if (role === 'follower') {
          store.setState({ saving: { kind: 'follower' }, onTakeOver: () => session.takeOver() });
          store.getState().actions.announce('Another tab edits this draft. This one follows it; choose Take over to edit here.');
        } else {
          store.setState({ saving: unsaved ? { kind: 'saving' } : { kind: 'saved', at: deps.now() }, onTakeOver: null });
        }
      },
      text: (update) => follow(update, draftId),
      current: () => draftText(store.getState()),
    });
  }

  /** The other tab's text replaces ours; its history stays over there. */
  function follow(update: DraftText, draftId: string): void {
    const { text, name, actions, selected } = store.getState();
    if (update.text === text && update.name === name) return store.setState({ sidecar: sidecarFrom(update.sidecar) });
    actions.open({ text: update.text, name: update.name, ...(update.format && { format: update.format }), sidecar: sidecarFrom(update.sidecar), draftId });
    actions.select(selected, 'other');
  }

  return {
    flush() {
      if (unsaved) deps.journal.write(draftOf(store.getState(), deps.now()));
    },
    close() {
      unsubscribe();
      cancelSave();
      session.close();
    },
  };
}

const draftText = ({ text, tree, name, sidecar }: EditorState): DraftText => ({ text, format: tree.format, name, sidecar });

const draftOf = ({ draftId, name, text, tree, spelling, sidecar, version }: EditorState, savedAt: number): Draft => ({ id: draftId, name, text, format: tree.format, spelling, sidecar, savedAt, version });
