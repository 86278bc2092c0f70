import { useState } from 'react';

/**
 * What is being typed while it is not committed yet. It starts over when the committed value changes elsewhere (undo, code pane),
 * so a field never shows text that the document has left behind.
 */
export function useDraft(value: string): readonly [draft: string, setDraft: (text: string) => void] {
  const [kept, setKept] = useState({ value, draft: value });
  // Setting state while rendering is React's way to follow a prop without an effect and its extra frame.
  if (kept.value !== value) setKept({ value, draft: value });
  return [kept.value === value ? kept.draft : value, (draft) => setKept({ value, draft })];
}
