import type { AssistContext } from './AssistContext.ts';
import { completionProvider } from './completionProvider.ts';
import { definitionProvider, foldingProvider, formatProvider, hoverProvider, referenceProvider, renameProvider, symbolProvider } from './readingProviders.ts';

/** Everything Monaco asks about the language, for as long as the editor is there. Providers are of all models of a language: each answers for its own. */
export function bindAssist(context: AssistContext): () => void {
  const { languages } = context.monaco;
  const registered = ['json', 'yaml'].flatMap((language) => [
    languages.registerCompletionItemProvider(language, completionProvider(context)),
    languages.registerHoverProvider(language, hoverProvider(context)),
    languages.registerDefinitionProvider(language, definitionProvider(context)),
    languages.registerReferenceProvider(language, referenceProvider(context)),
    languages.registerRenameProvider(language, renameProvider(context)),
    languages.registerDocumentSymbolProvider(language, symbolProvider(context)),
    languages.registerFoldingRangeProvider(language, foldingProvider(context)),
    languages.registerDocumentFormattingEditProvider(language, formatProvider(context)),
  ]);
  return () => { for (const one of registered) one.dispose(); };
}
