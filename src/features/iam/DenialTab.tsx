import { useMemo, useState } from 'react';
import { parse } from '../../asl/parse.ts';
import { explainDenial, type Denial } from '../../iam/explainDenial.ts';
import { machinePolicy } from '../../iam/machinePolicy.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { JsonBlock } from './JsonBlock.tsx';
import { StateLinks } from './StateLinks.tsx';
import type { Iam } from './useIam.ts';
import css from './IamDialog.module.css';

const EXAMPLE = 'User: arn:aws:sts::123456789012:assumed-role/… is not authorized to perform: lambda:InvokeFunction on resource: …';

/** What an AccessDenied text means, and the statement that mends it where one does. */
export function DenialTab({ iam }: { readonly iam: Iam }) {
  const [text, setText] = useState('');
  const { region, machineArn } = iam;
  const logging = useMemo(() => machinePolicy(parse('{}', 'json'), { region, stateMachineArn: machineArn, logging: true }, new Map()).document, [region, machineArn]);
  const denial = useMemo(() => explainDenial(text, { needs: iam.policy.needs, stateMachineArn: machineArn, logging }), [text, iam.policy.needs, machineArn, logging]);
  return (
    <>
      <p className={css.lead}>Paste what AWS answered: the error of a test, the cause in an execution&rsquo;s history, or what the command line printed.</p>
      <TextArea label="AccessDenied text" value={text} onChange={setText} mono rows={5} placeholder={EXAMPLE} data-testid="iam.denial.text" />
      {denial ? <Explained denial={denial} /> : text.trim() !== '' && <Notice tone="info" title="This text speaks of no permission." text="Look for one with AccessDenied, “is not authorized to perform” or “Access Denied”." announce />}
    </>
  );
}

function Explained({ denial: { says: [title = '', ...rest], missing, states } }: { readonly denial: Denial }) {
  return (
    <>
      <Notice tone={missing ? 'warning' : 'error'} title={title} text={rest.join(' ')} announce data-testid="iam.denial.says" />
      {states.length > 0 && <span className={css.states}>In this workflow it is needed by <StateLinks states={states} /></span>}
      {missing && <JsonBlock title="Missing statement" value={missing} fileName="missing-statement.json" testId="iam.denial.missing" />}
    </>
  );
}
