import { useState } from 'react';
import type { StateName } from '../../asl/names.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { changeWorkflow } from '../../editor/workflowSettings.ts';
import type { PolicyPart } from '../../iam/httpTaskPolicy.ts';
import type { OtherRole } from '../../iam/machinePolicy.ts';
import type { Remark } from '../../iam/needs/Need.ts';
import { NO_NARROWER } from '../../iam/needs/sdkNeeds.ts';
import { cloudFormationRole, terraformRole } from '../../iam/roleTemplates.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { JsonBlock, TextBlock } from './JsonBlock.tsx';
import { MachineArnField } from './MachineArnField.tsx';
import { StateLinks } from './StateLinks.tsx';
import type { Iam } from './useIam.ts';
import css from './IamDialog.module.css';

/** What the role must allow, statement by statement, and whose statement each is. */
export function PolicyTab({ iam }: { readonly iam: Iam }) {
  const { parts, remarks, notes, others } = iam.policy;
  return (
    <>
      <p className={css.lead}>The least that the execution role of this workflow needs, statement by statement. Choose a state to go to it.</p>
      <MachineArnField iam={iam} />
      <Observed iam={iam} />
      {parts.length === 0 ? <EmptyState icon="shield" title="Nothing to allow" text="No state of this workflow calls anything that IAM decides on. A role with its trust policy is enough." /> : (
        <ul className={css.parts} aria-label="Statements" data-testid="iam.parts">
          {parts.map((part) => <Part key={part.statement.Sid} part={part} />)}
        </ul>
      )}
      {!iam.loading && <Remarks remarks={remarks} />}
      {notes.map((note) => <Note key={note} text={note} />)}
      {parts.length > 0 && <Output iam={iam} />}
      {others.map((other) => <Other key={other.role} other={other} />)}
    </>
  );
}

/** Logs and traces are settings of the machine in AWS, so no definition says whether they are on. */
function Observed({ iam }: { readonly iam: Iam }) {
  const draftId = useEditor((s) => s.draftId);
  const { changeSettings } = useActions();
  const set = (change: { readonly logging?: boolean; readonly tracing?: boolean }): void => changeSettings(changeWorkflow(draftId, (workflow) => ({ ...workflow, ...change })));
  return (
    <div className={css.observed}>
      <Switch label="Logs to CloudWatch Logs" checked={iam.logging} onChange={(logging) => set({ logging })} data-testid="iam.logging" />
      <Switch label="Traces to X-Ray" checked={iam.tracing} onChange={(tracing) => set({ tracing })} data-testid="iam.tracing" />
    </div>
  );
}

function Part({ part }: { readonly part: PolicyPart }) {
  return (
    <li className={css.part}>
      <div className={css.blockHead}>
        <span className={css.partTitle}>{part.title}</span>
        <CopyButton text={() => JSON.stringify(part.statement, null, 2)} label={`Copy the statement ${part.statement.Sid ?? ''}`} />
      </div>
      <span className={css.states}>Needed by {part.states.length === 0 ? 'the whole workflow' : <StateLinks states={part.states} />}</span>
      {part.notes.map((note) => <Note key={note} text={note} info={note === NO_NARROWER} />)}
    </li>
  );
}

/** What a policy cannot say: first what may be missing in it. */
function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  const grouped = [...new Map(remarks.map((remark) => [remark.text, remark])).values()].map(({ text, tone }) => ({ text, tone, states: [...new Set(remarks.filter((remark) => remark.text === text).map(({ state }): StateName => state))] }));
  return (
    <section className={css.block} aria-label="What the policy does not say">
      <h3 className={css.heading}>What the policy does not say</h3>
      <ul className={css.parts} data-testid="iam.remarks">
        {grouped.toSorted((a, b) => (a.tone === b.tone ? 0 : a.tone === 'unknown' ? -1 : 1)).map(({ text, tone, states }) => (
          <li key={text} className={css.part}>
            <Note text={text} info={tone === 'info'} />
            <span className={css.states}>Said of <StateLinks states={states} /></span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Form = 'json' | 'cloudformation' | 'terraform';
const FORMS: readonly { readonly value: Form; readonly label: string; readonly file: string }[] = [
  { value: 'json', label: 'JSON', file: 'role-policy.json' }, { value: 'cloudformation', label: 'CloudFormation', file: 'role.cfn.yaml' }, { value: 'terraform', label: 'Terraform', file: 'role.tf' },
];

function Output({ iam }: { readonly iam: Iam }) {
  const [form, setForm] = useState<Form>('json');
  const options = { stateMachineArn: iam.machineArn, placeholder: iam.placeholder };
  const { document } = iam.policy;
  const text = form === 'json' ? JSON.stringify(document, null, 2) : form === 'cloudformation' ? cloudFormationRole(document, options) : terraformRole(document, options);
  const file = FORMS.find(({ value }) => value === form)?.file ?? '';
  return (
    <TextBlock
      title={form === 'json' ? 'Policy' : 'Role'} text={text} language={form === 'json' ? 'json' : 'text'} fileName={file} testId="iam.policy"
      choice={<Segmented label="Written as" options={FORMS} value={form} onChange={setForm} size="small" data-testid="iam.form" />}
    />
  );
}

function Other({ other: { role, states, document } }: { readonly other: OtherRole }) {
  const name = role === '' ? 'a role known only when the workflow runs' : role;
  return (
    <>
      <span className={css.states}>Called under {name} <StateLinks states={states} /></span>
      <JsonBlock title={`Policy of ${name}`} value={document} fileName="other-role-policy.json" testId="iam.other" />
    </>
  );
}

export function Note({ text, info = false }: { readonly text: string; readonly info?: boolean }) {
  return <p className={css.note} data-tone={info ? 'info' : 'warning'}><Icon name={info ? 'info' : 'warning'} size={14} /><span>{text}</span></p>;
}
