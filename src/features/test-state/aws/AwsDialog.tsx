import { useEffect, useState } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { useServices } from '../../../editor/useServices.ts';
import type { AwsProfiles } from '../../../protocol/aws.ts';
import type { Result } from '../../../lib/Result.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog, Grow } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { AwsFacts } from './AwsFacts.tsx';
import { AwsFields } from './AwsFields.tsx';
import { useAwsTest } from './useAwsTest.ts';
import css from './Aws.module.css';

interface Props {
  readonly entry: StateEntry;
  /** A test waits for it; else only the settings are looked at. */
  readonly asked: boolean;
  readonly onClose: () => void;
}

/** Where tests on AWS go, and the question before one goes there. The answer comes into the panel, as that of every test. */
export function AwsDialog({ entry, asked, onClose }: Props) {
  const { choice, setChoice, step, back, keep, confirm } = useAwsTest(entry, asked, onClose);
  const profiles = useProfiles();
  const [alsoReads, setAlsoReads] = useState(false);
  if (step.kind === 'looking') return null;
  const problem = step.kind === 'choose' ? (step.problem ?? (profiles?.ok === false ? profiles.error : undefined)) : undefined;
  const footer = {
    choose: <><Grow /><Button variant="primary" onClick={keep} disabledReason={choice.region.trim() === '' ? 'Name a region first.' : null} data-testid="aws.continue">{asked ? 'Continue' : 'Save'}</Button></>,
    asking: null,
    confirm: <><Button icon="arrow-left" onClick={back}>Back</Button><Grow /><Button variant="primary" icon="play" onClick={() => step.kind === 'confirm' && confirm(step.use, alsoReads)} data-testid="aws.run">Test on AWS</Button></>,
  }[step.kind];
  return (
    <Dialog open onClose={onClose} title={asked ? `Test ${entry.name} on AWS` : 'Tests on AWS'} description={asked ? 'Nothing has left your machine yet.' : 'Kept in this browser. Credentials stay with the bridge.'} size="m" footer={footer} data-testid="aws">
      {problem !== undefined && <Notice tone="error" title="AWS cannot be asked yet" text={problem} announce />}
      {step.kind === 'choose' && <AwsFields choice={choice} profiles={profiles?.ok === true ? profiles.value : null} onChange={setChoice} />}
      {step.kind === 'asking' && <Notice tone="info" title="Looking up whose credentials these are" announce />}
      {step.kind === 'confirm' && <AwsFacts entry={entry} choice={choice} request={step.request} use={step.use} accountId={step.accountId} madeUp={step.madeUp} />}
      {step.kind === 'confirm' && step.use === 'reads' && <div className={css.also}><Checkbox label="Do not ask again for what only reads" hint="In this workflow, with this profile, region and role, until the page is closed." checked={alsoReads} onChange={setAlsoReads} data-testid="aws.reads" /></div>}
    </Dialog>
  );
}

/** Null until the bridge has told. */
function useProfiles(): Result<AwsProfiles, string> | null {
  const { aws } = useServices();
  const [profiles, setProfiles] = useState<Result<AwsProfiles, string> | null>(null);
  useEffect(() => {
    let gone = false;
    void aws().then((client) => client.profiles()).then((found) => gone || setProfiles(found), () => undefined); // said when AWS is asked
    return () => void (gone = true);
  }, [aws]);
  return profiles;
}
