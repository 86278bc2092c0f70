import { useMemo, useState } from 'react';
import { namedConnections } from '../../editor/connectionUses.ts';
import { selectIndex } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { Connection } from '../../http/connection.ts';
import { isConnectionArn } from '../../http/connectionArn.ts';
import { Button } from '../../ui/Button.tsx';
import { Count } from '../../ui/Chip.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ConnectionRow, MissingRow } from './ConnectionRow.tsx';
import { RemoveConnection } from './RemoveConnection.tsx';
import { UnlockNotice } from './UnlockNotice.tsx';
import { useConnectionTools } from './useConnectionTools.ts';
import css from './ConnectionsDialog.module.css';

/** All connections of this person: where each is used, where its secret may go, and whether it is here. */
export function ConnectionsDialog() {
  const tools = useConnectionTools();
  const connections = useEditor((s) => s.connections);
  const index = useEditor(selectIndex);
  const { announce, showDialog } = useActions();
  const [removing, setRemoving] = useState<Connection | null>(null);
  const missing = useMemo(
    () => [...namedConnections(index)].filter(([arn]) => isConnectionArn(arn) && !connections.some((one) => one.arn === arn)),
    [index, connections],
  );
  if (removing) return <RemoveConnection connection={removing} onDone={() => setRemoving(null)} onRemoved={() => setRemoving(null)} />;

  const duplicate = (arn: string): void => {
    const copy = tools?.duplicate(arn);
    if (copy) announce(`Connection ${copy.name} made.`);
  };
  const make = (variant: 'primary' | 'secondary') => <Button variant={variant} icon="plus" onClick={() => showDialog({ kind: 'connection', arn: null })} data-testid="connections.new">New connection</Button>;
  const footer = (
    <>
      <p className={css.foot}>Connections belong to this browser, not to the workflow. Their secrets are in no export.</p>
      <Grow />
      {connections.length > 0 && make('primary')}
    </>
  );
  return (
    <Dialog open onClose={() => showDialog(null)} size="l" icon={<Icon name="plug" />} title="Connections" footer={footer} data-testid="connections"
      description="What authorizes your HTTP tasks, and where its secrets may go.">
      <UnlockNotice tools={tools} />
      {connections.length === 0
        ? <EmptyState icon="plug" title="No connection yet" text="An HTTP task always goes through one. It holds the secret, your definition never does." action={make('primary')} />
        : (
          <ul className={css.list} aria-label="Connections">
            {connections.map((connection) => (
              <ConnectionRow key={connection.arn} connection={connection} onEdit={() => showDialog({ kind: 'connection', arn: connection.arn })} onDuplicate={() => duplicate(connection.arn)} onRemove={() => setRemoving(connection)} />
            ))}
          </ul>
        )}
      {missing.length > 0 && (
        <section className={css.missing}>
          <h3 className={css.heading}>Named in this workflow, not made here <Count>{missing.length}</Count></h3>
          <ul className={css.list} aria-label="Named in this workflow, not made here">
            {missing.map(([arn, states]) => <MissingRow key={arn} arn={arn} states={states} onMake={() => showDialog({ kind: 'connection', arn })} />)}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
