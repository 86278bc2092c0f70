import type { OpenedDocument } from './OpenedDocument.ts';

const BLANK = `{
  "Comment": "A new workflow",
  "QueryLanguage": "JSONata",
  "StartAt": "Start here",
  "States": {
    "Start here": {
      "Type": "Pass",
      "End": true
    }
  }
}
`;

/** What a person meets who has not opened anything yet: one state, so that there is something to add to. */
export const blankDocument = (draftId: string): OpenedDocument => ({ draftId, name: 'Untitled', text: BLANK });
