import type * as monacoModule from 'monaco-editor/editor';

export type Monaco = typeof monacoModule;
export type CodeEditorInstance = monacoModule.editor.IStandaloneCodeEditor;
export type CodeModel = monacoModule.editor.ITextModel;

let loading: Promise<Monaco> | undefined;

/** Loads Monaco once. A load that failed (no network) may be tried again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= import('./monacoBundle.ts').then(({ monaco }) => monaco);
  loading.catch(() => { loading = undefined; });
  return loading;
}
