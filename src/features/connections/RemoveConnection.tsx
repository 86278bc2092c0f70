import { useMemo, useState } from 'react';
import { connectionUses, namesOf } from '../../editor/connectionUses.ts';
import { selectIndex } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { Connection } from '../../http/connection.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useConnectionTools } from './useConnectionTools.ts';
import css from './ConnectionDialog.module.css';

interface Props {
  readonly connection: Connection;
  /** Not deleted after all. */
  readonly onDone: () => void;
  /** Where to go when it is deleted; absent: the dialog closes. */
  readonly onRemoved?: () => void;
}

const KEEP = '';

/** Says where the connection is used, and what those states name from then on. */
export function RemoveConnection({ connection, onDone, onRemoved }: Props) {
  const tools = useConnectionTools();
  const index = useEditor(selectIndex);
  const connections = useEditor((s) => s.connections);
  const { announce, showDialog } = useActions();
  const [replacement, setReplacement] = useState(KEEP);
  const uses = useMemo(() => connectionUses(index, connection.arn), [index, connection.arn]);
  const others = connections.filter(({ arn }) => arn !== connection.arn);
  const inside = uses.filter(({ literal }) => !literal);
  const remove = async (): Promise<void> => {
    await tools?.remove(connection.arn, replacement === KEEP ? undefined : replacement);
    announce(`Connection ${connection.name} deleted.`);
    if (onRemoved) onRemoved();
    else showDialog(null);
  };
  const footer = (
    <>
      <Grow />
      <Button onClick={onDone}>Cancel</Button>
      <Button variant="danger" icon="trash" onClick={() => void remove()} disabledReason={tools === null ? 'A part of the studio is still loading.' : null} data-testid="connection.remove">Delete the connection</Button>
    </>
  );
  const options = [
    { value: KEEP, label: 'Go on naming it', description: 'Their tests then say that the connection is missing' },
    ...others.map(({ arn, name }) => ({ value: arn, label: name, description: arn })),
  ];
  return (
    <Dialog open onClose={onDone} icon={<Icon name="trash" />} title={`Delete the connection ${connection.name}?`} footer={footer} data-testid="connection.removal"
      description="Its secret, its access token and everything you allowed it go with it. AWS is not asked: a real connection stays there.">
      {uses.length > 0 && (
        <div className={css.form}>
          <p className={css.lead} data-testid="connection.removal.uses">{`${namesOf(uses)} ${uses.length === 1 ? 'uses' : 'use'} it.`}</p>
          {uses.length > inside.length && <SelectField label={uses.length === 1 ? 'From then on this state will' : 'From then on these states will'} options={options} value={replacement} onChange={setReplacement} data-testid="connection.replacement" />}
          {inside.length > 0 && <p className={css.used}>{`${namesOf(inside)}: its ARN stands inside an expression. Change it there yourself.`}</p>}
        </div>
      )}
    </Dialog>
  );
}
