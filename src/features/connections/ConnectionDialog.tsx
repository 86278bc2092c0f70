import { useMemo, useState } from 'react';
import { connectionUses } from '../../editor/connectionUses.ts';
import type { Dialog as DialogRequest } from '../../editor/EditorState.ts';
import { selectEntry, selectIndex } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { Connection } from '../../http/connection.ts';
import { CONNECTION_PRESETS } from '../../http/presets.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { TabPanel, Tabs, type TabItem } from '../../ui/Tabs.tsx';
import { AsAws } from './AsAws.tsx';
import { ConnectionFields } from './ConnectionFields.tsx';
import { arnOf, connectionFrom, formFromPreset, type ConnectionForm, type FormKind, type FormProblem } from './connectionForm.ts';
import { FollowChoice } from './FollowChoice.tsx';
import { firstForm } from './firstForm.ts';
import { KeepSecret, passphraseProblem, type Keeping } from './KeepSecret.tsx';
import { ParameterEditor } from './ParameterEditor.tsx';
import { RemoveConnection } from './RemoveConnection.tsx';
import { endpointOf, nameConnection } from './stateConnection.ts';
import { UnlockNotice } from './UnlockNotice.tsx';
import { useConnectionTools } from './useConnectionTools.ts';
import css from './ConnectionDialog.module.css';

type Request = Extract<DialogRequest, { kind: 'connection' }>;
type Tab = 'settings' | 'parameters' | 'aws';

/** Makes and edits a connection. Its secret is bound to the origins named here (design.md section 6, rule 1). */
export function ConnectionDialog({ dialog }: { readonly dialog: Request }) {
  const connections = useEditor((s) => s.connections);
  const before = connections.find((c) => c.arn === dialog.arn) ?? null;
  const [removing, setRemoving] = useState(false);
  if (removing && before) return <RemoveConnection connection={before} onDone={() => setRemoving(false)} />;
  return <ConnectionEditor dialog={dialog} before={before} connections={connections} onRemove={() => setRemoving(true)} />;
}

interface Props {
  readonly dialog: Request;
  readonly before: Connection | null;
  readonly connections: readonly Connection[];
  readonly onRemove: () => void;
}

function ConnectionEditor({ dialog, before, connections, onRemove }: Props) {
  const tools = useConnectionTools();
  const hasSecret = useEditor((s) => dialog.arn !== null && s.unlocked.includes(dialog.arn));
  const entry = useEditor((s) => (dialog.forState === undefined ? null : selectEntry(dialog.forState)(s)));
  const index = useEditor(selectIndex);
  const region = useEditor((s) => s.settings.region);
  const { announce, apply, notify, showDialog } = useActions();
  const [form, setForm] = useState<ConnectionForm>(() => firstForm({ dialog, before, endpoint: endpointOf(entry), id: crypto.randomUUID(), region }));
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [tab, setTab] = useState<Tab>('settings');
  const [follow, setFollow] = useState(true);
  const [keeping, setKeeping] = useState<Keeping>({ keep: null, passphrase: '', problem: null });
  const preset = CONNECTION_PRESETS.find((one) => one.id === form.kind) ?? null;
  const uses = useMemo(() => (before === null ? [] : connectionUses(index, before.arn)), [index, before]);
  const renamed = before !== null && arnOf(form, before) !== before.arn;

  const change = (part: Partial<ConnectionForm>): void => {
    setProblem(null);
    setForm({ ...form, ...part });
  };
  const choose = (kind: FormKind): void => {
    const chosen = CONNECTION_PRESETS.find((one) => one.id === kind);
    setProblem(null);
    setForm(chosen ? formFromPreset(chosen, form, endpointOf(entry)) : { ...form, kind });
  };
  const save = async (): Promise<void> => {
    const taken = connections.filter((one) => one !== before).map(({ arn }) => arn);
    const filled = connectionFrom(form, { before, preset, hasSecret, taken });
    if (!filled.ok) {
      setProblem(filled.error);
      return setTab(filled.error.field === 'parameters' ? 'parameters' : 'settings');
    }
    if (tools === null) return void notify({ tone: 'error', title: 'Not saved yet', text: 'A part of the studio is still loading. Try again in a moment.' });
    const { connection, secrets } = filled.value;
    // Before anything is saved: a passphrase that will not do must not leave half of it behind.
    const unfit = await passphraseProblem(keeping, before?.arn ?? null, tools);
    if (unfit !== null) {
      setKeeping({ ...keeping, problem: unfit });
      return setTab('settings');
    }
    const refused = await tools.save(connection, secrets, {
      ...(before === null ? {} : { replaces: before.arn, follow }), ...(keeping.keep === null ? {} : { keep: keeping.keep }), passphrase: keeping.passphrase,
    });
    if (entry) apply(nameConnection(entry, connection.arn), { origin: 'form' });
    showDialog(null);
    if (refused !== null) return void notify({ tone: 'warning', title: 'Saved, but its secret is not kept', text: refused });
    announce(`Connection ${connection.name} saved.`);
  };
  const items: readonly TabItem<Tab>[] = [
    { id: 'settings', label: 'Connection' },
    { id: 'parameters', label: 'Adds to requests', ...(form.parameters.length === 0 ? {} : { count: form.parameters.length }) },
    ...(before === null ? [] : [{ id: 'aws', label: 'As AWS' } as const]),
  ];
  const footer = (
    <>
      {before && <Button variant="danger" icon="trash" onClick={onRemove} data-testid="connection.delete">Delete</Button>}
      <Grow />
      <Button onClick={() => showDialog(null)}>Cancel</Button>
      <Button variant="primary" onClick={() => void save()} data-testid="connection.save">{before ? 'Save' : 'Make the connection'}</Button>
    </>
  );
  return (
    <Dialog open onClose={() => showDialog(null)} size="l" icon={<Icon name="plug" />} title={before ? `Connection ${before.name}` : 'New connection'} footer={footer} data-testid="connection"
      description="It authorizes HTTP tasks. The definition holds only its ARN; everything else stays in this browser.">
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); void save(); }}>
        {before && !hasSecret && <UnlockNotice arn={before.arn} tools={tools} />}
        <Tabs label="Parts of the connection" items={items} value={tab} onChange={setTab} className={css.tabs} data-testid="connection.tab">
          <TabPanel id="settings" className={css.panel}>
            <ConnectionFields form={form} before={before} preset={preset} problem={problem} hasSecret={hasSecret} onChoose={choose} onChange={change}
              keep={<KeepSecret keeping={keeping} onChange={setKeeping} arn={before?.arn ?? null} tools={tools} />} />
            {before && <FollowChoice uses={uses} renamed={renamed} follow={follow} onFollow={setFollow} />}
          </TabPanel>
          <TabPanel id="parameters" className={css.panel}>
            <p className={css.why}>These go with every request of this connection. AWS adds them after the task's own: where both set a value, the connection's wins.</p>
            <ParameterEditor label="Parameters of every request" rows={form.parameters} before={before?.parameters ?? null} hasSecret={hasSecret} error={problem?.field === 'parameters' ? problem.message : null}
              onChange={(parameters) => change({ parameters })} testId="connection.parameters" />
          </TabPanel>
          {before && <TabPanel id="aws" className={css.panel}><AsAws connection={before} authorized={hasSecret} /></TabPanel>}
        </Tabs>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
