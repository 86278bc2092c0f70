import { allActions } from '../../editor/actions/allActions.ts';
import type { EditorStore } from '../../editor/createEditorStore.ts';
import { perform } from '../../editor/registry.ts';
import { fillModel } from './bindText.ts';
import type { CodeEditorInstance, CodeModel, Monaco } from './monaco.ts';
import { sharedUndo } from './sharedUndo.ts';

export interface CodeEditorParts {
  readonly editor: CodeEditorInstance;
  readonly model: CodeModel;
}

/** Whatever else is open in the editor closes first. */
const NOTHING_TO_CLOSE = ['suggestWidgetVisible', 'findWidgetVisible', 'editorHasMultipleSelections', 'inSnippetMode', 'markersNavigationVisible', 'editorHoverVisible', 'renameInputVisible', 'parameterHintsVisible', 'inlineSuggestionVisible', 'accessibilityHelpWidgetVisible']
  .map((key) => `!${key}`).join(' && ');

export function createCodeEditor(monaco: Monaco, element: HTMLElement, store: EditorStore, leave: () => void): CodeEditorParts {
  // The editor comes before the model and before any theme: the first creation fixes Monaco's services, undo among them.
  const editor = monaco.editor.create(element, { ...optionsFrom(getComputedStyle(document.documentElement)), model: null }, { undoRedoService: sharedUndo });
  const model = monaco.editor.createModel('', 'json', monaco.Uri.parse('inmemory://studio/definition.asl.json'));
  fillModel(monaco, model, store.getState().text);
  model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
  editor.setModel(model);
  editor.addAction({ id: 'studio.leave', label: 'Leave the editor', keybindings: [monaco.KeyCode.Escape], precondition: `textInputFocus && ${NOTHING_TO_CLOSE}`, run: leave });
  takeKey(editor, store, 'Mod+K', monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyK);
  takeKey(editor, store, 'Mod+Enter', monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter);
  void fontReady().then(() => monaco.editor.remeasureFonts());
  return { editor, model };
}

/** Keys that mean the same everywhere in the studio, but that Monaco would keep for itself. */
function takeKey(editor: CodeEditorInstance, store: EditorStore, keys: string, keybinding: number): void {
  const action = allActions.find((candidate) => candidate.keys?.includes(keys) && candidate.where !== 'canvas');
  if (action) editor.addAction({ id: `studio.${action.id}`, label: action.label, keybindings: [keybinding], run: () => perform(action, store.getState()) });
}

/** Monaco measures characters once; with the fallback font every column would be off. */
async function fontReady(): Promise<void> {
  try { await document.fonts.load('12.5px "JetBrains Mono Variable"'); } catch { /* The fallback font stays, and Monaco has measured that. */ }
}

const optionsFrom = (style: CSSStyleDeclaration) => ({
  // Not in the tab order: the frame around it is, and Enter goes in.
  tabIndex: -1,
  ariaLabel: 'Amazon States Language. Escape leaves the editor, then Tab moves on.',
  fontFamily: style.getPropertyValue('--font-code').trim(),
  fontSize: 12.5,
  lineHeight: 20,
  fontLigatures: false,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: true,
  automaticLayout: true,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  padding: { top: 4, bottom: 4 },
  lineNumbersMinChars: 4,
  glyphMargin: false,
  fixedOverflowWidgets: true,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  stickyScroll: { enabled: true, defaultModel: 'outlineModel' as const, maxLineCount: 3 },
  links: false,
  wordBasedSuggestions: 'off' as const,
  quickSuggestions: { other: 'on' as const, strings: 'on' as const, comments: 'off' as const },
  quickSuggestionsDelay: 60,
  // Enter ends a line unless a choice was made in the list; a letter never accepts.
  acceptSuggestionOnEnter: 'on' as const,
  acceptSuggestionOnCommitCharacter: false,
  suggest: { showWords: false, showStatusBar: false, preview: false, snippetsPreventQuickSuggestions: false, localityBonus: false, shareSuggestSelections: false },
  suggestSelection: 'first' as const,
  gotoLocation: { multipleDefinitions: 'peek' as const },
  hover: { enabled: 'on' as const, delay: 350, above: false },
  foldingStrategy: 'auto' as const,
  renderLineHighlight: 'all' as const,
  // Ligatures and prompts would show or change something else than what is written.
  unusualLineTerminators: 'off' as const,
  unicodeHighlight: { ambiguousCharacters: false },
  scrollbar: { verticalScrollbarSize: 12, horizontalScrollbarSize: 12, useShadows: false },
});
