import { changeTheme } from '../editor/actions/viewActions.ts';
import { commandPalette, exportAsl, openFile } from '../editor/actions/fileActions.ts';
import { redo, undo } from '../editor/actions/editActions.ts';
import type { EditorState, ViewMode } from '../editor/EditorState.ts';
import { selectLanguage, selectStale } from '../editor/selectors/document.ts';
import { useActions } from '../editor/useActions.ts';
import { useEditor } from '../editor/useEditor.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Logo } from '../ui/icons.tsx';
import { Segmented, type SegmentedOption } from '../ui/Segmented.tsx';
import { ActionButton } from './ActionButton.tsx';
import { DocumentName } from './DocumentName.tsx';
import css from './Header.module.css';

const VIEWS: readonly SegmentedOption<ViewMode>[] = [
  { value: 'canvas', label: 'Canvas', icon: 'flow' },
  { value: 'split', label: 'Split', icon: 'split' },
  { value: 'code', label: 'Code', icon: 'code' },
];

const THEME_ICON = { light: 'sun', dark: 'moon', system: 'monitor' } as const;

/** Document, view, and what concerns all of it. */
export function Header() {
  const view = useEditor((s) => s.view);
  const theme = useEditor((s) => s.theme);
  const { setView } = useActions();
  return (
    <header className={css.header}>
      <div className={css.left}>
        <Logo />
        <DocumentName />
        <Language />
        <Saved />
      </div>
      <Segmented label="View" options={VIEWS} value={view} onChange={setView} />
      <div className={css.right}>
        <InSync />
        <ActionButton action={undo} icon="undo" />
        <ActionButton action={redo} icon="redo" />
        <ActionButton action={commandPalette} icon="search" />
        <ActionButton action={changeTheme} icon={THEME_ICON[theme]} />
        <ActionButton action={openFile} icon="folder" />
        <ExportButton />
      </div>
    </header>
  );
}

function ExportButton() {
  const { showDialog } = useActions();
  return (
    <Button icon="export" onClick={() => showDialog({ kind: 'export' })} data-testid="header.export" aria-keyshortcuts="Control+S" tooltip={`${exportAsl.label} as JSON`}>
      Export
    </Button>
  );
}

function Language() {
  const language = useEditor(selectLanguage);
  return <Chip title={`Query language of the workflow: ${language}`}>{language}</Chip>;
}

const savedText = (s: EditorState): string => {
  switch (s.saving.kind) {
    case 'saved':
      return `Saved ${new Date(s.saving.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`;
    case 'saving':
      return 'Saving…';
    case 'follower':
      return 'Another tab edits this draft';
    case 'failed':
      return 'Not saved';
  }
};

/** Where the work is. A failure says what to do and offers the download. */
function Saved() {
  const text = useEditor(savedText);
  const kind = useEditor((s) => s.saving.kind);
  const why = useEditor((s) => (s.saving.kind === 'failed' ? s.saving.message : undefined));
  const { takeOver, showDialog } = useActions();
  return (
    <span className={css.saved} data-kind={kind} data-testid="header.saved" title={why}>
      {text}
      {kind === 'follower' && <Button size="small" onClick={takeOver}>Take over</Button>}
      {kind === 'failed' && <Button size="small" onClick={() => showDialog({ kind: 'export' })}>Download</Button>}
    </span>
  );
}

/** While the text cannot be read, the picture shows the last one that could. */
function InSync() {
  const stale = useEditor(selectStale);
  return stale ? <Chip tone="caught" icon="warning" title="The text has a mistake; the picture shows the last text that could be read.">Graph is stale</Chip> : null;
}
