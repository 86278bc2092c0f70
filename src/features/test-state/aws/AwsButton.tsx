import { Suspense, useState } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { laterPart } from '../../../editor/laterPart.tsx';
import { useEditor } from '../../../editor/useEditor.ts';
import { Button } from '../../../ui/Button.tsx';

const AwsDialog = laterPart(async () => (await import('./AwsDialog.tsx')).AwsDialog);

/** The way to the same test on AWS. */
export function AwsButton({ entry }: { readonly entry: StateEntry }) {
  const connected = useEditor((s) => s.bridge.kind === 'connected');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small" variant="ghost" icon="external" onClick={() => setOpen(true)} data-testid="test.aws" tooltip="Test this state on AWS and compare"
        disabledReason={connected ? null : 'Tests on AWS go through the bridge. Start it with npm start and open the URL that it prints.'}
      >
        AWS
      </Button>
      {open && <Suspense><AwsDialog entry={entry} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
