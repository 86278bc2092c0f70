import { CopyButton } from '../../ui/CopyButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { PolicyPart } from '../../iam/httpTaskPolicy.ts';
import { JsonBlock } from './JsonBlock.tsx';
import { MachineArnField } from './MachineArnField.tsx';
import type { Iam } from './useIam.ts';
import css from './IamDialog.module.css';

/** What the role must allow, statement by statement, and whose statement each is. */
export function PolicyTab({ iam }: { readonly iam: Iam }) {
  return (
    <>
      <p className={css.lead}>The least that the HTTP tasks of this workflow need. Other tasks need statements of their own.</p>
      <MachineArnField iam={iam} />
      <ul className={css.parts} aria-label="Statements" data-testid="iam.parts">
        {iam.policy.parts.map((part) => <Part key={part.statement.Sid} part={part} />)}
      </ul>
      {iam.policy.notes.map((note) => <Note key={note} text={note} />)}
      <JsonBlock title="Policy" value={iam.policy.document} fileName="role-policy.json" testId="iam.policy" />
    </>
  );
}

function Part({ part }: { readonly part: PolicyPart }) {
  return (
    <li className={css.part}>
      <div className={css.blockHead}>
        <span className={css.partTitle}>{part.title}</span>
        <CopyButton text={() => JSON.stringify(part.statement, null, 2)} label={`Copy the statement ${part.statement.Sid ?? ''}`} />
      </div>
      <span className={css.states}>Needed by {part.states.map((state) => <Chip key={state}>{state}</Chip>)}</span>
      {part.notes.map((note) => <Note key={note} text={note} />)}
    </li>
  );
}

export function Note({ text }: { readonly text: string }) {
  return <p className={css.note}><Icon name="warning" size={14} /><span>{text}</span></p>;
}
