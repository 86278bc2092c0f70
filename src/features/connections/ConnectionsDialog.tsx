import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';

/** All connections of this person, where each is used, and whether its secret is here. */
export function ConnectionsDialog() {
  const connections = useEditor((s) => s.connections);
  const { showDialog } = useActions();
  const make = <Button variant="primary" icon="plus" onClick={() => showDialog({ kind: 'connection', arn: null })}>New connection</Button>;
  return (
    <Dialog open onClose={() => showDialog(null)} size="l" icon={<Icon name="plug" />} title="Connections" footer={<><Grow />{make}</>} data-testid="connections">
      {connections.length === 0 && <EmptyState icon="plug" title="No connection yet" text="An HTTP task gets its authorization from one." />}
    </Dialog>
  );
}
