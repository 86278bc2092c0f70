/**
 * All of Monaco that the studio uses, and its workers. A megabyte: only `monaco.ts` imports it, and only on demand.
 * Choosing single features saves nothing, since the JSON mode brings every one of them.
 */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
// Vite makes the default export of a `?worker` import.
// oxlint-disable-next-line import/default
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
// oxlint-disable-next-line import/default
import JsonWorker from 'monaco-editor/languages/features/json/json.worker.js?worker';

// Without it the build looks for a worker file that does not exist.
self.MonacoEnvironment = { getWorker: (_, label) => (label === 'json' ? new JsonWorker() : new EditorWorker()) };

// The studio shows problems of its own: comments and placeholders are fine here, and AWS's rules are not in a JSON schema.
jsonDefaults.setDiagnosticsOptions({ validate: false, allowComments: true, enableSchemaRequest: false });
jsonDefaults.setModeConfiguration({
  // Its tokenizer only: everything else comes from our own tree, which knows the language and is there already. Its worker never starts.
  tokens: true,
  documentFormattingEdits: false, documentRangeFormattingEdits: false, documentSymbols: false, foldingRanges: false, selectionRanges: false,
  completionItems: false, hovers: false, colors: false, diagnostics: false,
});

export { monaco };
