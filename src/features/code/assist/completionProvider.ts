import { suggestionsAt } from '../../../assist/suggestionsAt.ts';
import type { Suggestion, SuggestionKind } from '../../../assist/Suggestion.ts';
import { knownFrom } from '../../../editor/knownFrom.ts';
import { freshTree, rangeOf, type AssistContext } from './AssistContext.ts';

type Provider = Parameters<AssistContext['monaco']['languages']['registerCompletionItemProvider']>[1];

/** Monaco narrows the list while a word is typed and asks again only where a new one begins. */
export function completionProvider(context: AssistContext): Provider {
  const { monaco, model, store } = context;
  const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;
  const kinds: { readonly [kind in SuggestionKind]: number } = {
    field: CompletionItemKind.Property, state: CompletionItemKind.Reference, value: CompletionItemKind.Value, resource: CompletionItemKind.Module, error: CompletionItemKind.Event,
    function: CompletionItemKind.Function, path: CompletionItemKind.Field, variable: CompletionItemKind.Variable, snippet: CompletionItemKind.Snippet,
  };
  const item = ({ label, kind, detail, says, insert, replace, filter, also, again }: Suggestion, at: number) => ({
    label: detail === undefined ? label : { label, description: detail },
    kind: kinds[kind],
    insertText: insert,
    insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
    filterText: filter,
    // Our order, where Monaco sees no difference in how well the words fit.
    sortText: String(at).padStart(4, '0'),
    range: rangeOf(model, replace),
    additionalTextEdits: also.map((edit) => ({ range: rangeOf(model, edit), text: edit.text })),
    ...(says !== undefined && { documentation: says }),
    ...(again && { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } }),
  });
  return {
    triggerCharacters: ['"', '$', '.', '(', ' ', '{', '['],
    async provideCompletionItems(asked, position, request, token) {
      if (asked !== model || (request.triggerCharacter === ' ' && !wantsBlank(model.getLineContent(position.lineNumber), position.column))) return null;
      const tree = await freshTree(context, token);
      if (!tree || token.isCancellationRequested) return null;
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const known = await knownFrom(store, tree, before);
      return token.isCancellationRequested ? null : { suggestions: suggestionsAt(tree, model.getOffsetAt(position), known).map(item) };
    },
  };
}

/** A blank asks only where a value is awaited: behind a colon, or inside an expression. */
function wantsBlank(line: string, column: number): boolean {
  const before = line.slice(0, column - 1);
  return /:\s$/.test(before) || (before.includes('{%') && /[-+*/%=<>&|?,(]\s$/.test(before));
}
