import { createContext, use, useState } from 'react';

interface Kept {
  /** The text of the document that the typing began with. */
  readonly from: string;
  readonly text: string;
}

/** What was typed and could not be taken yet, by field: it outlives the field, so that a look at another state loses nothing. */
export const KeptDrafts = createContext<Map<string, Kept>>(new Map());

export const noDrafts = (): Map<string, Kept> => new Map();

/** The typed text of a field, or the document's; a change of the document elsewhere ends the draft. */
export function useKeptDraft(key: string, text: string): readonly [draft: string, setDraft: (draft: string | null) => void] {
  const drafts = use(KeptDrafts);
  const [, render] = useState(0);
  const kept = drafts.get(key);
  const setDraft = (draft: string | null): void => {
    if (draft === null || draft === text) drafts.delete(key);
    else drafts.set(key, { from: text, text: draft });
    render((count) => count + 1);
  };
  return [kept?.from === text ? kept.text : text, setDraft];
}
