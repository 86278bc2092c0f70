import { useState } from 'react';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { HostMapping } from '../../http/hostMapping.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { mappingProblem } from './mappingProblem.ts';
import css from './HostMappingDialog.module.css';

const EMPTY: HostMapping = { from: '', to: '' };

/** Where requests of this workflow go while testing. Kept beside the definition and never exported. */
export function HostMappingDialog() {
  const kept = useEditor((s) => s.sidecar.hostMappings);
  const { showDialog, setHostMappings } = useActions();
  const [rows, setRows] = useState<readonly HostMapping[]>(kept.length > 0 ? kept : [EMPTY]);
  const change = (at: number, row: Partial<HostMapping>): void => setRows(rows.map((old, i) => (i === at ? { ...old, ...row } : old)));
  const filled = rows.filter((row) => row.from.trim() !== '' || row.to.trim() !== '');
  const problem = filled.map(mappingProblem).find((found) => found !== null) ?? null;
  const save = (): void => {
    setHostMappings(filled.map((row) => ({ from: row.from.trim(), to: row.to.trim() })));
    showDialog(null);
  };
  const footer = (
    <>
      <Button icon="plus" variant="ghost" onClick={() => setRows([...rows, EMPTY])}>Add a mapping</Button>
      <Grow />
      <Button onClick={() => showDialog(null)}>Cancel</Button>
      <Button variant="primary" onClick={save} disabledReason={problem}>Save</Button>
    </>
  );
  return (
    <Dialog open onClose={() => showDialog(null)} size="m" title="Host mapping" footer={footer} data-testid="host-mapping"
      description="Send requests for one host to another while you test. The definition stays what AWS will run; secrets still go only to a connection's allowed origins, or to the sandbox.">
      <div className={css.rows}>
        {rows.map((row, at) => (
          <div key={at} className={css.row}>
            <TextField label={`From ${at + 1}`} hideLabel mono placeholder="https://api.stripe.com" value={row.from} onChange={(from) => change(at, { from })} />
            <span aria-hidden="true" className={css.arrow}>→</span>
            <TextField label={`To ${at + 1}`} hideLabel mono placeholder="sandbox, or http://127.0.0.1:4010" value={row.to} onChange={(to) => change(at, { to })} />
            <IconButton icon="trash" label="Remove this mapping" size="small" onClick={() => setRows(rows.filter((_, i) => i !== at))} />
          </div>
        ))}
        {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
      </div>
    </Dialog>
  );
}
