import type { Dialog } from '../editor/EditorState.ts';
import { useEditor } from '../editor/useEditor.ts';
import { BridgeDialog } from '../features/bridge-status/BridgeDialog.tsx';
import { CommandPalette } from '../features/command-palette/CommandPalette.tsx';
import { ConnectionDialog } from '../features/connections/ConnectionDialog.tsx';
import { CurlDialog } from '../features/curl/CurlDialog.tsx';
import { ExportDialog } from '../features/export/ExportDialog.tsx';
import { HostMappingDialog } from '../features/host-mapping/HostMappingDialog.tsx';
import { OpenDialog } from '../features/open/OpenDialog.tsx';
import { ShortcutsDialog } from '../features/shortcuts/ShortcutsDialog.tsx';
import { ConsentDialog } from '../features/test-state/ConsentDialog.tsx';
import { unreachable } from '../lib/unreachable.ts';

/** One dialog at a time; the question before a send comes above everything else. */
export function Dialogs() {
  const dialog = useEditor((s) => s.dialog);
  const consent = useEditor((s) => s.consent);
  return (
    <>
      {dialog && opened(dialog)}
      {consent && <ConsentDialog key={consent.id} question={consent} />}
    </>
  );
}

function opened(dialog: Dialog) {
  switch (dialog.kind) {
    case 'command-palette':
      return <CommandPalette />;
    case 'open':
      return <OpenDialog />;
    case 'export':
      return <ExportDialog />;
    case 'connection':
      return <ConnectionDialog key={dialog.arn} dialog={dialog} />;
    case 'host-mapping':
      return <HostMappingDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'bridge':
      return <BridgeDialog />;
    case 'curl':
      return <CurlDialog command={dialog.command} />;
    default:
      return unreachable(dialog);
  }
}
