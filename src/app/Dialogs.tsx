import type { Dialog } from '../editor/EditorState.ts';
import { useEditor } from '../editor/useEditor.ts';
import { Suspense } from 'react';
import { unreachable } from '../lib/unreachable.ts';
import {
  BridgeDialog, CommandPalette, ConnectionDialog, ConnectionsDialog, ConsentDialog, ConvertDialog, CurlDialog, ExportDialog, HostMappingDialog, IamDialog, OpenDialog, PickDialog, PictureDialog, RenameStateDialog, RenameVariableDialog, SavePatternDialog, SaveTestDialog, SettingsDialog, ShortcutsDialog, ToJsonataDialog,
} from './lazyPanes.tsx';

/** One dialog at a time; the question before a send comes above everything else. */
export function Dialogs() {
  const dialog = useEditor((s) => s.dialog);
  const consent = useEditor((s) => s.consent);
  return (
    <Suspense>
      {dialog && opened(dialog)}
      {consent && <ConsentDialog key={consent.id} question={consent} />}
    </Suspense>
  );
}

function opened(dialog: Dialog) {
  switch (dialog.kind) {
    case 'command-palette':
      return <CommandPalette />;
    case 'open':
      return <OpenDialog kept={dialog.problem} />;
    case 'export':
      return <ExportDialog />;
    case 'convert':
      return <ConvertDialog />;
    case 'rename-state':
      return <RenameStateDialog key={dialog.state} state={dialog.state} />;
    case 'rename-variable':
      return <RenameVariableDialog name={dialog.name} state={dialog.state} />;
    case 'to-jsonata':
      return <ToJsonataDialog states={dialog.states} />;
    case 'picture':
      return <PictureDialog />;
    case 'connection':
      return <ConnectionDialog key={dialog.arn} dialog={dialog} />;
    case 'connections':
      return <ConnectionsDialog />;
    case 'host-mapping':
      return <HostMappingDialog />;
    case 'pick':
      return <PickDialog key={dialog.what} dialog={dialog} />;
    case 'save-pattern':
      return <SavePatternDialog id={dialog.id} />;
    case 'save-test':
      return <SaveTestDialog state={dialog.state} />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'bridge':
      return <BridgeDialog />;
    case 'curl':
      return <CurlDialog command={dialog.command} />;
    case 'iam':
      return <IamDialog tab={dialog.tab} />;
    case 'settings':
      return <SettingsDialog />;
    default:
      return unreachable(dialog);
  }
}
