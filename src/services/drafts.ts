import type { FileSpelling } from '../asl/fileSpelling.ts';
import type { Format } from '../asl/tree.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { KeyValue } from './keyValue.ts';
import type { StorageProblem } from './storageProblem.ts';

/** A document as autosave keeps it. The sidecar is plain data here; the editor, which knows its shape, reads it with its own guard. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Absent in drafts from before YAML: JSON. */
  readonly format?: Format;
  readonly spelling: FileSpelling;
  readonly sidecar: unknown;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** The store's version of the text, so that a later save is never overtaken by an earlier one. */
  readonly version: number;
}

/** What a list of drafts shows, without reading their texts. */
export interface DraftInfo {
  readonly id: string;
  readonly name: string;
  readonly savedAt: number;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
}

export interface Drafts {
  /** Newest first. */
  list(): Promise<Result<readonly DraftInfo[], StorageProblem>>;
  /** A damaged draft is kept aside under its own key and comes back in the problem, to be downloaded. */
  load(id: string): Promise<Result<Draft, StorageProblem>>;
  /** The caller debounces. */
  save(draft: Draft): Promise<Result<null, StorageProblem>>;
  remove(id: string): Promise<Result<null, StorageProblem>>;
}

const FORMAT = 1;
const infoKey = (id: string): string => `info:${id}`;
const draftKey = (id: string): string => `draft:${id}`;

export function createDrafts(store: KeyValue): Drafts {
  return {
    async list() {
      const found = await store.list('info:');
      if (!found.ok) return found;
      const infos = found.value.map(([, value]) => value).filter(isDraftInfo);
      return ok(infos.sort((a, b) => b.savedAt - a.savedAt));
    },
    async load(id) {
      const found = await store.get(draftKey(id));
      if (!found.ok) return found;
      if (found.value === undefined) return err({ kind: 'missing', message: 'This draft is no longer in this browser. Open another one, or start a new workflow.' });
      return readDraft(store, id, found.value);
    },
    save(draft) {
      const info: DraftInfo = { id: draft.id, name: draft.name, savedAt: draft.savedAt, length: draft.text.length };
      return store.put([
        [draftKey(draft.id), { format: FORMAT, draft }],
        [infoKey(draft.id), info],
      ]);
    },
    remove: (id) =>
      store.put([
        [draftKey(id), undefined],
        [infoKey(id), undefined],
      ]),
  };
}

async function readDraft(store: KeyValue, id: string, stored: unknown): Promise<Result<Draft, StorageProblem>> {
  if (isRecord(stored) && typeof stored['format'] === 'number' && stored['format'] > FORMAT) {
    return err({ kind: 'newer', message: 'This draft was saved by a newer ASL Studio than this page. Reload the page; the draft has not been changed.' });
  }
  const draft = isRecord(stored) ? stored['draft'] : undefined;
  if (isDraft(draft) && draft.id === id) return ok(draft);
  // The next autosave writes over the draft's key, so what lies there moves out of its way first.
  await store.put([[`aside:${id}`, stored]]);
  const kept = asideFile(id, stored);
  return err({ kind: 'corrupt', message: `This draft cannot be read: the stored data is damaged. What is left of it was kept aside; download ${kept.fileName} to look for your text.`, kept });
}

/** The text alone where it is still there, else everything that was found. */
function asideFile(id: string, stored: unknown): { readonly fileName: string; readonly text: string } {
  const draft = isRecord(stored) ? stored['draft'] : stored;
  const text = isRecord(draft) ? draft['text'] : draft;
  if (typeof text === 'string') return { fileName: `draft-${id}.asl.${isRecord(draft) && draft['format'] === 'yaml' ? 'yaml' : 'json'}`, text };
  return { fileName: `draft-${id}.txt`, text: JSON.stringify(stored, null, 2) ?? String(stored) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isDraftInfo(value: unknown): value is DraftInfo {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string' && typeof value['savedAt'] === 'number' && typeof value['length'] === 'number';
}

export function isDraft(value: unknown): value is Draft {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['name'] === 'string' &&
    typeof value['text'] === 'string' &&
    (value['format'] === undefined || value['format'] === 'json' || value['format'] === 'yaml') &&
    isRecord(value['spelling']) &&
    typeof value['savedAt'] === 'number' &&
    typeof value['version'] === 'number'
  );
}
