import { loadYaml } from '../asl/yaml/loadYaml.ts';
import { createEditorStore, type EditorStore } from '../editor/createEditorStore.ts';
import { keepPreferences, keptPreferences } from '../editor/keptPreferences.ts';
import { startChecks } from '../editor/startChecks.ts';
import { createOpening } from '../editor/opening.ts';
import type { PageServices } from '../editor/useServices.ts';
import type { OpenedDocument } from '../editor/OpenedDocument.ts';
import { createDrafts, type Drafts } from '../services/drafts.ts';
import { createFiles } from '../services/files.ts';
import { createJournal, type Journal } from '../services/journal.ts';
import { createKeyValue } from '../services/keyValue.ts';
import { createBridgeToken } from '../services/token.ts';
import { blankDocument } from '../editor/blankDocument.ts';
import { createServices } from './createServices.ts';
import { lastDraft } from './lastDraft.ts';
import { loadTheRest } from './lazyPanes.tsx';
import { restoreDraft, type Restored } from './restoreDraft.ts';
import { safeStorage } from './safeStorage.ts';

/** The first picture comes first: the rest waits for a quiet moment, but no longer than this. */
const REST_AFTER_MS = 1_500;
/** Safari has no idle callbacks. */
const whenIdle = (run: () => void): void => void ('requestIdleCallback' in globalThis ? requestIdleCallback(run, { timeout: REST_AFTER_MS }) : setTimeout(run, REST_AFTER_MS));

/** Bridge, restarted or stopped meanwhile, is looked for again this often while the page is visible. */
const BRIDGE_CHECK_MS = 10_000;

/** Everything between the page's first script and its first picture. */
export async function boot(): Promise<{ readonly store: EditorStore; readonly page: PageServices }> {
  const token = createBridgeToken({ location, history, storage: safeStorage(() => sessionStorage) });
  const services = createServices(token);
  const drafts = createDrafts(createKeyValue('asl-studio-drafts'));
  const files = createFiles({ document, clipboard: 'clipboard' in navigator ? navigator.clipboard : null });
  const journal = createJournal(safeStorage(() => localStorage));
  const last = lastDraft(safeStorage(() => sessionStorage), safeStorage(() => localStorage));

  const restored: Restored = await restoreDraft(last.read(), drafts, journal);
  const opened: OpenedDocument = restored.document ?? blankDocument(services.id());
  // A failed load leaves the text to be seen, and says so.
  if (opened.format === 'yaml') await loadYaml().catch(() => undefined);
  const store = createEditorStore(services, opened, keptPreferences(safeStorage(() => localStorage)));
  const { actions } = store.getState();
  if (restored.document === null) actions.showDialog({ kind: 'open', ...(restored.problem === null ? {} : { problem: restored.problem }) });

  startChecks(store);
  last.follow(store);
  keepPreferences(store, safeStorage(() => localStorage));
  void keepDraft(store, drafts, journal);
  void loadPerson(store, services);
  watchBridge(store, () => token.refresh());
  whenIdle(loadTheRest);
  const aws = async () => (await import('../services/awsClient.ts')).createAwsClient({ fetch: globalThis.fetch.bind(globalThis), origin: location.origin, token: () => token.current() });
  return { store, page: { drafts, files, aws, ...createOpening(store, { files, drafts }) } };
}

/** Saving comes right behind the first picture; what was typed until then is saved by it too. */
async function keepDraft(store: EditorStore, drafts: Drafts, journal: Journal): Promise<void> {
  const { startPageDraftSession } = await import('./startPageDraftSession.ts');
  startPageDraftSession(store, drafts, journal);
}

async function loadPerson(store: EditorStore, services: ReturnType<typeof createServices>): Promise<void> {
  const { person, problems } = await services.person.load();
  const { actions } = store.getState();
  store.setState({ connections: person.connections, grants: person.grants, sent: person.sent, settings: person.settings });
  actions.unlockSamples();
  for (const problem of problems) actions.notify({ tone: 'error', title: 'Something kept in this browser cannot be read', text: problem.message });
}

function watchBridge(store: EditorStore, refreshToken: () => boolean): void {
  const look = (): void => void store.getState().actions.checkBridge();
  look();
  setInterval(() => document.visibilityState === 'visible' && look(), BRIDGE_CHECK_MS);
  addEventListener('focus', look);
  // A printed URL pasted into the open page changes the fragment only.
  addEventListener('hashchange', () => refreshToken() && look());
}
