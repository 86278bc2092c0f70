import type { EditorStore } from '../editor/createEditorStore.ts';
import { startDraftSession } from '../editor/draftSession.ts';
import { createDraftLock, type ChannelLike } from '../services/draftLock.ts';
import type { Drafts } from '../services/drafts.ts';
import type { Journal } from '../services/journal.ts';
import { systemTimer } from '../services/timer.ts';

/** Autosave and the one writing tab, on the browser's locks and channels. */
export function startPageDraftSession(store: EditorStore, drafts: Drafts, journal: Journal): void {
  const session = startDraftSession(store, {
    drafts, journal, timer: systemTimer, now: () => Date.now(),
    lock: createDraftLock({
      locks: 'locks' in navigator ? navigator.locks : null,
      channel: 'BroadcastChannel' in globalThis ? (name) => new BroadcastChannel(name) as ChannelLike : null, // Its messages are our own.
      id: crypto.randomUUID(), timer: systemTimer,
    }),
  });
  addEventListener('pagehide', () => session.flush());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && session.flush());
}
