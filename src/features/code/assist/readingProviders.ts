import { formatEdits } from '../../../assist/formatEdits.ts';
import { hoverAt } from '../../../assist/hoverAt.ts';
import { definitionsOf, namedAt, referencesOf, renameCommand, type Named } from '../../../assist/navigate.ts';
import { foldsOf, symbolsOf, type Symbol } from '../../../assist/structure.ts';
import { freshTree, rangeOf, type AssistContext } from './AssistContext.ts';

type Languages = AssistContext['monaco']['languages'];
type ProviderOf<Register extends keyof Languages> = Languages[Register] extends (language: never, provider: infer Provider, ...rest: never) => unknown ? Provider : never;
type Asked = Parameters<ReturnType<typeof namedIn>>;

/** Names of states are a stranger's text: no markup, no links. */
const inert = (value: string) => ({ value, isTrusted: false, supportHtml: false });
const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]()#+\-.!<>|~&]/g, String.raw`\$&`).replaceAll('\n', '  \n');
const inCode = (text: string): string => `\`\`\`text\n${text.replaceAll('`', 'ʼ').replaceAll(/\s+/g, ' ')}\n\`\`\``;

export function hoverProvider(context: AssistContext): ProviderOf<'registerHoverProvider'> {
  const { model } = context;
  return {
    async provideHover(asked, position, token) {
      const tree = asked === model ? await freshTree(context, token) : null;
      const hover = tree && hoverAt(tree, model.getOffsetAt(position));
      if (!hover) return null;
      return { range: rangeOf(model, hover.range), contents: [inert(inCode(hover.heading)), inert(hover.lines.map(escaped).join('\n\n'))] };
    },
  };
}

const namedIn = (context: AssistContext) => async (asked: unknown, position: { readonly lineNumber: number; readonly column: number }, token: Parameters<typeof freshTree>[1]) => {
  const tree = asked === context.model ? await freshTree(context, token) : null;
  const named: Named | null = tree && namedAt(tree, context.model.getOffsetAt(position));
  return tree && named ? { tree, named } : null;
};

export function definitionProvider(context: AssistContext): ProviderOf<'registerDefinitionProvider'> {
  const find = namedIn(context);
  return {
    async provideDefinition(...asked: Asked) {
      const found = await find(...asked);
      return found ? definitionsOf(found.tree, found.named).map((range) => ({ uri: context.model.uri, range: rangeOf(context.model, range) })) : null;
    },
  };
}

export function referenceProvider(context: AssistContext): ProviderOf<'registerReferenceProvider'> {
  const find = namedIn(context);
  return {
    async provideReferences(asked, position, { includeDeclaration }, token) {
      const found = await find(asked, position, token);
      if (!found) return null;
      const { tree, named } = found;
      return [...(includeDeclaration ? definitionsOf(tree, named) : []), ...referencesOf(tree, named)].map((range) => ({ uri: context.model.uri, range: rangeOf(context.model, range) }));
    },
  };
}

/** A rename is the command that the canvas and the forms use: one step of undo, the tests beside the document follow. */
export function renameProvider(context: AssistContext): ProviderOf<'registerRenameProvider'> {
  const { model, store } = context;
  const find = namedIn(context);
  return {
    async resolveRenameLocation(...asked: Asked) {
      const found = await find(...asked);
      if (found) return { range: rangeOf(model, found.named.range), text: found.named.name };
      const { lineNumber, column } = asked[1];
      return { range: { startLineNumber: lineNumber, startColumn: column, endLineNumber: lineNumber, endColumn: column }, text: '', rejectReason: 'Put the caret on the name of a state or a variable.' };
    },
    async provideRenameEdits(asked, position, to, token) {
      const found = await find(asked, position, token);
      if (!found) return { edits: [], rejectReason: 'There is no state or variable here any more.' };
      const refusal = store.getState().actions.apply(renameCommand(found.named, to), { origin: 'code' });
      // The text has followed already.
      return { edits: [], ...(refusal && { rejectReason: refusal.message }) };
    },
  };
}

export function symbolProvider(context: AssistContext): ProviderOf<'registerDocumentSymbolProvider'> {
  const { model, monaco } = context;
  const symbol = ({ name, detail, at, children, ...range }: Symbol): ReturnType<typeof shape> => shape(name, detail, rangeOf(model, range), rangeOf(model, at), children.map(symbol));
  interface Shaped { name: string; detail: string; kind: number; tags: never[]; range: ReturnType<typeof rangeOf>; selectionRange: ReturnType<typeof rangeOf>; children: Shaped[] }
  function shape(name: string, detail: string, range: ReturnType<typeof rangeOf>, selectionRange: ReturnType<typeof rangeOf>, children: Shaped[]): Shaped {
    return { name, detail, kind: monaco.languages.SymbolKind.Object, tags: [], range, selectionRange, children };
  }
  return {
    displayName: 'States',
    async provideDocumentSymbols(asked, token) {
      const tree = asked === model ? await freshTree(context, token) : null;
      return tree && symbolsOf(tree).map(symbol);
    },
  };
}

export function foldingProvider(context: AssistContext): ProviderOf<'registerFoldingRangeProvider'> {
  return {
    async provideFoldingRanges(asked, _, token) {
      const tree = asked === context.model ? await freshTree(context, token) : null;
      return tree && [...foldsOf(tree)];
    },
  };
}

export function formatProvider(context: AssistContext): ProviderOf<'registerDocumentFormattingEditProvider'> {
  const { model } = context;
  return {
    displayName: 'ASL Studio',
    async provideDocumentFormattingEdits(asked, options, token) {
      const tree = asked === model ? await freshTree(context, token) : null;
      return tree && formatEdits(tree, options).map((edit) => ({ range: rangeOf(model, edit), text: edit.text }));
    },
  };
}
