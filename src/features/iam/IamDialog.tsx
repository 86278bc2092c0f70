import { useState } from 'react';
import type { Dialog as DialogRequest } from '../../editor/EditorState.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { selectWorkflowSettings } from '../../editor/workflowSettings.ts';
import { regionNotes } from '../../http/region.ts';
import { trustPolicy } from '../../iam/trustPolicy.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { TabPanel, Tabs, type TabItem } from '../../ui/Tabs.tsx';
import { CheckTab } from './CheckTab.tsx';
import { ConnectionsTab } from './ConnectionsTab.tsx';
import { DenialTab } from './DenialTab.tsx';
import { JsonBlock } from './JsonBlock.tsx';
import { MachineArnField } from './MachineArnField.tsx';
import { Note, PolicyTab } from './PolicyTab.tsx';
import { RoleTab } from './RoleTab.tsx';
import { useIam } from './useIam.ts';
import css from './IamDialog.module.css';

type IamTab = NonNullable<Extract<DialogRequest, { kind: 'iam' }>['tab']>;

/** From the definition to IAM: what its role must allow, and which role its tests run under. */
export function IamDialog({ tab: opened = 'policy' }: { readonly tab?: IamTab | undefined }) {
  const [tab, setTab] = useState<IamTab>(opened);
  const iam = useIam();
  const roleOn = useEditor((s) => selectWorkflowSettings(s).role?.on ?? false);
  const { showDialog } = useActions();
  const items: readonly TabItem<IamTab>[] = [
    { id: 'policy', label: 'Role policy' }, { id: 'trust', label: 'Trust policy' }, { id: 'connections', label: 'Connections' },
    { id: 'check', label: 'Check a role' }, { id: 'denial', label: 'Explain a denial' }, { id: 'role', label: 'Test under a role', dot: roleOn },
  ];
  const footer = (
    <>
      <Button onClick={() => showDialog({ kind: 'settings' })}>{`Region: ${iam.region}`}</Button>
      <Grow />
      <Button onClick={() => showDialog(null)}>Close</Button>
    </>
  );
  return (
    <Dialog open onClose={() => showDialog(null)} size="l" title="IAM" description="What this workflow needs in AWS before it runs there." footer={footer} data-testid="iam">
      <Tabs label="IAM" items={items} value={tab} onChange={setTab} className={css.tabs} data-testid="iam.tab">
        <TabPanel id="policy" className={css.panel}>
          {regionNotes(iam.region).map((note) => <Note key={note} text={note} />)}
          <PolicyTab iam={iam} />
        </TabPanel>
        <TabPanel id="trust" className={css.panel}>
          <p className={css.lead}>Lets Step Functions take the role on, for this state machine only.</p>
          <MachineArnField iam={iam} />
          <JsonBlock title="Trust policy" value={trustPolicy(iam.machineArn)} fileName="trust-policy.json" testId="iam.trust" />
        </TabPanel>
        <TabPanel id="connections" className={css.panel}><ConnectionsTab iam={iam} /></TabPanel>
        <TabPanel id="check" className={css.panel}><CheckTab iam={iam} /></TabPanel>
        <TabPanel id="denial" className={css.panel}><DenialTab iam={iam} /></TabPanel>
        <TabPanel id="role" className={css.panel}><RoleTab iam={iam} /></TabPanel>
      </Tabs>
    </Dialog>
  );
}
