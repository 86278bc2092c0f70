import { useState } from 'react';
import { readPolicies } from '../../editor/roleUnderTest.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { changeWorkflow, roleLabel, selectWorkflowSettings } from '../../editor/workflowSettings.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { MachineArnField } from './MachineArnField.tsx';
import type { Iam } from './useIam.ts';
import css from './IamDialog.module.css';

const DEFAULT_NAME = 'Role under test';

/** The role that tests of this workflow run under: refused where AWS would refuse it, before anything is sent. */
export function RoleTab({ iam }: { readonly iam: Iam }) {
  const { role } = useEditor(selectWorkflowSettings);
  const draftId = useEditor((s) => s.draftId);
  const { changeSettings, announce } = useActions();
  const [name, setName] = useState(role?.name ?? '');
  const [policies, setPolicies] = useState(role?.policies ?? '');
  const read = policies.trim() === '' ? null : readPolicies(policies);
  const changed = role === undefined || policies !== role.policies || (name.trim() || DEFAULT_NAME) !== role.name;
  const attach = (): void => {
    changeSettings(changeWorkflow(draftId, (workflow) => ({ ...workflow, role: { name: name.trim() || DEFAULT_NAME, policies, on: true } })));
    announce(`Tests of this workflow run under ${name.trim() || DEFAULT_NAME}.`);
  };
  const detach = (): void => {
    changeSettings(changeWorkflow(draftId, (workflow) => {
      const { role: _, ...rest } = workflow;
      return rest;
    }));
    setName('');
    setPolicies('');
    announce('Tests of this workflow run with everything allowed.');
  };
  const refusal = read === null ? 'Paste the policies of the role first.' : read.ok ? (changed ? null : 'The role is attached as it stands.') : read.error;
  return (
    <>
      <p className={css.lead}>Paste what your role allows, and tests of HTTP tasks are refused exactly where AWS would refuse them. Kept in this browser, never in the definition.</p>
      {role && <Switch label={`Test under ${roleLabel(role)}`} hint={role.on ? undefined : 'Off: everything is allowed.'} checked={role.on} onChange={(on) => changeSettings(changeWorkflow(draftId, (workflow) => ({ ...workflow, role: { ...role, on } })))} data-testid="iam.role.on" />}
      <TextField label="Role name or ARN" value={name} placeholder={DEFAULT_NAME} onChange={setName} data-testid="iam.role.name" />
      <CodeField
        label="Policies of the role" value={policies} onChange={setPolicies} lines={[5, 8]} allowEmpty placeholder='{ "Version": "2012-10-17", "Statement": [ … ] }' data-testid="iam.role.policies"
        hint="One policy document, a list of them, or what aws iam get-role-policy prints." error={read !== null && !read.ok ? read.error : null}
        labelEnd={<Button size="small" variant="ghost" onClick={() => setPolicies(JSON.stringify(iam.policy.document, null, 2))} disabledReason={iam.policy.parts.length === 0 ? 'This workflow needs no permissions.' : null}>Use the policy of this workflow</Button>}
      />
      <div className={css.row}>
        <Button variant="primary" icon="shield" onClick={attach} disabledReason={refusal} data-testid="iam.role.attach">{role ? 'Save the role' : 'Attach the role'}</Button>
        {role && <Button variant="ghost" icon="trash" onClick={detach} data-testid="iam.role.detach">Detach</Button>}
      </div>
      <MachineArnField iam={iam} />
      <Notice tone="info" title="What is looked at" text="Policies of the role alone: no permissions boundary, no policy of the organisation or of the secret. Condition keys that a test cannot know, such as tags, count as absent." />
    </>
  );
}
