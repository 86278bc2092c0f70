import { sidecarFrom } from '../editor/sidecarFrom.ts';
import type { OpenedDocument } from '../editor/OpenedDocument.ts';
import type { Draft, Drafts } from '../services/drafts.ts';
import type { Journal } from '../services/journal.ts';
import type { StorageProblem } from '../services/storageProblem.ts';

export interface Restored {
  /** Null: nothing was kept, or it could not be read. */
  readonly document: OpenedDocument | null;
  readonly problem: StorageProblem | null;
}

/** The draft as it was left. The journal wins where it is newer: the page was then left before the database had the text. */
export async function restoreDraft(id: string | null, drafts: Drafts, journal: Journal): Promise<Restored> {
  if (id === null) return { document: null, problem: null };
  const stored = await drafts.load(id);
  const left = journal.read(id);
  const newest = stored.ok ? newer(stored.value, left) : left;
  if (newest) return { document: opened(newest), problem: null };
  return { document: null, problem: stored.ok || stored.error.kind === 'missing' ? null : stored.error };
}

const newer = (stored: Draft, left: Draft | null): Draft => (left !== null && left.savedAt > stored.savedAt ? left : stored);

export const opened = ({ id, name, text, format, spelling, sidecar }: Draft): OpenedDocument => ({ draftId: id, name, text, ...(format && { format }), spelling, sidecar: sidecarFrom(sidecar) });
