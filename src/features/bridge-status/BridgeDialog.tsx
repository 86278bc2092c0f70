import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './BridgeDialog.module.css';

/** What the bridge does and how it is connected. */
export function BridgeDialog() {
  const bridge = useEditor((s) => s.bridge);
  const { showDialog, checkBridge } = useActions();
  return (
    <Dialog
      open
      onClose={() => showDialog(null)}
      title="Bridge"
      description="A small program on this machine that sends the HTTP requests of your tests byte for byte, which a page cannot do."
      footer={<Button onClick={() => void checkBridge()}>Look again</Button>}
      data-testid="bridge-dialog"
    >
      {bridge.kind === 'connected' ? (
        <Notice tone="success" title="Connected" text={`Version ${bridge.version}. ${bridge.sandboxOrigin ? `The sandbox answers at ${bridge.sandboxOrigin}.` : 'The sandbox could not start.'}`} />
      ) : bridge.kind === 'checking' ? (
        <Notice tone="info" title="Looking for the bridge" />
      ) : (
        <Notice tone="warning" title="Not connected" text={bridge.message} />
      )}
      {bridge.kind !== 'connected' && (
        <ol className={css.steps}>
          <li>In the folder of ASL Studio, type <code>npm start</code>.</li>
          <li>Open the address it prints, with everything after the <code>#</code>: that part is the token which lets this page, and no other, use the bridge.</li>
        </ol>
      )}
      <p className={css.text}>Without it, canvas, code, checks, mocks and tests of Pass and Choice work as before. The bridge listens on this machine only, asks before the first send, and never follows a redirect.</p>
    </Dialog>
  );
}
