import { useMemo, useState } from 'react';
import { readPolicies } from '../../editor/roleUnderTest.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { roleLabel, selectWorkflowSettings } from '../../editor/workflowSettings.ts';
import { mayRun, type NeedAnswer, type StateAnswer } from '../../iam/mayRun.ts';
import { listOf } from '../../iam/policyTypes.ts';
import { policyOf } from '../../iam/statements.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Note } from './PolicyTab.tsx';
import { StateLinks } from './StateLinks.tsx';
import type { Iam } from './useIam.ts';
import css from './IamDialog.module.css';

const LOOK: { readonly [V in StateAnswer['verdict']]: { readonly tone: ChipTone; readonly icon: IconName; readonly text: string } } = {
  allowed: { tone: 'succeeded', icon: 'check', text: 'Allowed' }, nothing: { tone: 'outline', icon: 'dash', text: 'Needs nothing' },
  depends: { tone: 'caught', icon: 'warning', text: 'Depends on the run' }, unknown: { tone: 'caught', icon: 'unknown', text: 'Not known' },
  missing: { tone: 'failed', icon: 'x', text: 'Not allowed' }, denied: { tone: 'failed', icon: 'lock', text: 'Denied' },
};

/** May this role run the workflow? State by state, with the statements that it lacks. */
export function CheckTab({ iam }: { readonly iam: Iam }) {
  const { role } = useEditor(selectWorkflowSettings);
  const [policies, setPolicies] = useState(role?.policies ?? '');
  const read = useMemo(() => (policies.trim() === '' ? null : readPolicies(policies)), [policies]);
  const { needs, remarks } = iam.policy;
  const answers = useMemo(() => (read?.ok ? mayRun(read.value, needs, remarks) : null), [read, needs, remarks]);
  return (
    <>
      <p className={css.lead}>Paste the policies of a role to see what it may run. Nothing is sent anywhere.</p>
      <CodeField
        label="Policies of the role" value={policies} onChange={setPolicies} lines={[4, 8]} allowEmpty placeholder='{ "Version": "2012-10-17", "Statement": [ … ] }' data-testid="iam.check.policies"
        hint="One policy document, a list of them, or what aws iam get-role-policy prints." error={read !== null && !read.ok ? read.error : null}
        labelEnd={role && policies !== role.policies ? <Button size="small" variant="ghost" onClick={() => setPolicies(role.policies)}>{`Take ${roleLabel(role)}`}</Button> : undefined}
      />
      {answers && !iam.loading && <Answers answers={answers} />}
    </>
  );
}

function Answers({ answers }: { readonly answers: readonly StateAnswer[] }) {
  const lacking = answers.flatMap((answer) => answer.answers.flatMap(({ missing }) => (missing ? [missing] : [])));
  const refused = answers.filter(({ verdict }) => verdict === 'missing' || verdict === 'denied').length;
  const open = answers.filter(({ verdict }) => verdict === 'depends' || verdict === 'unknown').length;
  const title = answers.length === 0 ? 'No state needs anything of a role.' : refused > 0 ? `${refused} of ${answers.length} ${answers.length === 1 ? 'state' : 'states'} would be refused.` : open > 0 ? 'Nothing is refused for certain, but not all can be known.' : 'The role may run every state.';
  return (
    <>
      <Notice
        tone={refused > 0 ? 'error' : open > 0 ? 'warning' : 'success'} title={title} announce data-testid="iam.check.result"
        text={refused + open > 0 ? undefined : 'As far as its own policies say: permissions boundaries, policies of the organization and of resources are not looked at.'}
        end={lacking.length > 0 ? <CopyButton text={() => JSON.stringify(policyOf(unique(lacking)), null, 2)} label="Copy a policy with the missing statements" variant="secondary">Copy what is missing</CopyButton> : undefined}
      />
      <ul className={css.parts} aria-label="States" data-testid="iam.check.states">
        {answers.map((answer) => <Row key={answer.state} answer={answer} />)}
      </ul>
    </>
  );
}

const unique = <T,>(statements: readonly T[]): readonly T[] => [...new Map(statements.map((statement) => [JSON.stringify(statement), statement])).values()];

function Row({ answer }: { readonly answer: StateAnswer }) {
  const { tone, icon, text } = LOOK[answer.verdict];
  return (
    <li className={css.part} data-verdict={answer.verdict}>
      <div className={css.blockHead}>
        <span className={css.grow}><StateLinks states={[answer.state]} /></span>
        <Chip tone={tone} icon={icon}>{text}</Chip>
      </div>
      {answer.answers.filter(({ verdict }) => verdict !== 'allowed').map((one) => <Lacking key={JSON.stringify(one.need.statement)} answer={one} />)}
      {answer.remarks.filter((remark) => remark.tone === 'unknown').map((remark) => <Note key={remark.text} text={remark.text} />)}
    </li>
  );
}

function Lacking({ answer: { need, verdict, missing, by } }: { readonly answer: NeedAnswer }) {
  const actions = listOf(need.statement.Action).join(', ');
  if (by) return <Note text={`${by.sid ? `The statement ${by.sid}` : `Statement ${by.statement + 1} of policy ${by.policy + 1}`} denies ${actions}. No other statement lifts that: change or remove it.`} />;
  if (!missing) return null;
  const statement = JSON.stringify(missing, null, 2);
  return (
    <>
      {verdict === 'depends' && <Note text="The role allows some of what this may turn out to be when the workflow runs, but not all." />}
      <div className={css.missing}>
        <pre className={css.command} tabIndex={0} aria-label="Missing statement">{statement}</pre>
        <CopyButton text={statement} label={`Copy the missing statement for ${actions}`} />
      </div>
    </>
  );
}
