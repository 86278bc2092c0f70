import type { Result } from '../lib/Result.ts';
import type { Drafts } from '../services/drafts.ts';
import type { DroppedThings, Files } from '../services/files.ts';
import type { OpenedDocument } from '../services/openDocument.ts';
import type { EditorStore } from './createEditorStore.ts';
import { sidecarFrom } from './sidecarFrom.ts';

/** The ways a document comes in. Each answers null, or why nothing was opened, as a sentence; what was open stays a draft. */
export interface Opening {
  openFile(): Promise<string | null>;
  openDropped(things: DroppedThings): Promise<string | null>;
  openDraft(id: string): Promise<string | null>;
  show(document: OpenedDocument): void;
}

export function createOpening(store: EditorStore, { files, drafts }: { readonly files: Files; readonly drafts: Drafts }): Opening {
  const { actions } = store.getState();
  const show = ({ text, name, format, spelling, notes }: OpenedDocument): void => {
    actions.open({ text, name, format, spelling });
    for (const note of notes) actions.notify({ tone: 'info', title: `About ${name}`, text: note });
  };
  const shown = (opened: Result<OpenedDocument | null, { readonly message: string }>): string | null => {
    if (!opened.ok) return opened.error.message;
    if (opened.value) show(opened.value);
    return null;
  };
  return {
    show,
    openFile: async () => shown(await files.chooseFile()),
    openDropped: async (things) => shown(await files.readDropped(things)),
    async openDraft(id) {
      const draft = await drafts.load(id);
      if (!draft.ok) {
        const { message, kept } = draft.error;
        if (kept) actions.notify({ tone: 'error', title: 'A draft is damaged', text: message, action: { label: 'Download', run: () => void files.download(kept.fileName, kept.text) } });
        return message;
      }
      const { text, name, format, spelling, sidecar } = draft.value;
      actions.open({ text, name, ...(format && { format }), spelling, sidecar: sidecarFrom(sidecar), draftId: id });
      return null;
    },
  };
}

