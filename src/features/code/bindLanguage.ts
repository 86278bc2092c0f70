import type { EditorStore } from '../../editor/createEditorStore.ts';
import type { CodeModel, Monaco } from './monaco.ts';

/** YAML's colours come with the first YAML document. */
let yamlColours: Promise<unknown> | undefined;

/** The colours of the document's format, also after it was converted. */
export function bindLanguage({ monaco, model, store }: { readonly monaco: Monaco; readonly model: CodeModel; readonly store: EditorStore }): () => void {
  const show = (): void => {
    const { format } = store.getState().tree;
    if (format === 'yaml') yamlColours ??= import('monaco-editor/languages/definitions/yaml/register').catch(() => { yamlColours = undefined; });
    if (model.getLanguageId() !== format) monaco.editor.setModelLanguage(model, format);
  };
  show();
  return store.subscribe((s, before) => { if (s.tree.format !== before.tree.format) show(); });
}
