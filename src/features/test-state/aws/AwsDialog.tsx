import { useEffect, useState } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { selectIsStale, selectRun } from '../../../editor/selectors/test.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { useServices } from '../../../editor/useServices.ts';
import type { TestStateRequest } from '../../../interpreter/testStateApi.ts';
import type { AwsProfiles } from '../../../protocol/aws.ts';
import type { AwsTested } from '../../../services/awsClient.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, Grow } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { AwsAnswer } from './AwsAnswer.tsx';
import { AwsFacts } from './AwsFacts.tsx';
import { AwsFields } from './AwsFields.tsx';
import { awsRequestFor, placeOf, sentOnAws } from './awsTest.ts';
import { type AwsChoice, keepAwsChoice, keptAwsChoice } from './keptAwsChoice.ts';

type Step =
  | { readonly kind: 'choose'; readonly problem?: string }
  | { readonly kind: 'asking' }
  /** Nothing has been called yet: this is the question (design.md section 6, rule 5). */
  | { readonly kind: 'confirm'; readonly request: TestStateRequest; readonly accountId: string | undefined; readonly madeUp: boolean }
  | { readonly kind: 'running'; readonly said: string }
  | { readonly kind: 'done'; readonly tested: AwsTested };

const SAID: { readonly [K in Step['kind']]?: string } = { running: 'The test is on its way.', done: 'Beside the last test here.' };
const failed = (error: unknown): Step => ({ kind: 'choose', problem: `The part of the studio that asks AWS failed: ${error instanceof Error ? error.message : String(error)}. Reload the page; your work is kept.` });

/** Tests the state on AWS: where, then the question, then the answer beside the one from here. */
export function AwsDialog({ entry, onClose }: { readonly entry: StateEntry; readonly onClose: () => void }) {
  const { aws } = useServices();
  const document = useEditor((s) => s.goodTree);
  const sidecar = useEditor((s) => s.sidecar);
  const region = useEditor((s) => s.settings.region);
  const run = useEditor(selectRun(entry.id));
  const stale = useEditor(selectIsStale(entry.id));
  const [choice, setChoice] = useState<AwsChoice>(() => keptAwsChoice(() => localStorage, region));
  const [profiles, setProfiles] = useState<AwsProfiles | null>(null);
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const { recordSent } = useActions();
  const [called, setCalled] = useState(false);
  const [stop, setStop] = useState(() => new AbortController());

  useEffect(() => {
    let gone = false;
    void aws().then((client) => client.profiles()).then((found) => {
      if (gone) return;
      if (found.ok) setProfiles(found.value);
      // Who has gone on meanwhile is not called back.
      else setStep((now) => (now.kind === 'choose' ? { kind: 'choose', problem: found.error } : now));
    }, () => undefined); // said when AWS is asked
    return () => void (gone = true);
  }, [aws]);

  const ask = async (): Promise<void> => {
    keepAwsChoice(() => localStorage, choice);
    const request = awsRequestFor({ goodTree: document, sidecar }, entry, choice.roleArn);
    if (!request.ok) return setStep({ kind: 'choose', problem: request.error });
    setStep({ kind: 'asking' });
    const who = await (await aws()).identity(placeOf(choice));
    if (!who.ok) return setStep({ kind: 'choose', problem: who.error });
    if (who.value.kind === 'failed') return setStep({ kind: 'choose', problem: who.value.failure.message });
    setStep({ kind: 'confirm', request: request.value, accountId: who.value.kind === 'own' ? who.value.accountId : undefined, madeUp: who.value.kind === 'made-up' });
  };
  const call = async (request: TestStateRequest): Promise<void> => {
    const stopping = new AbortController();
    setStop(stopping);
    setCalled(true);
    setStep({ kind: 'running', said: 'AWS tests the state' });
    const tested = await (await aws()).testState(placeOf(choice), request, stopping.signal, (event) => {
      if (event.type === 'queued') setStep({ kind: 'running', said: `${event.ahead} ${event.ahead === 1 ? 'test stands' : 'tests stand'} before this one` });
      if (event.type === 'throttled') setStep({ kind: 'running', said: `AWS takes no more tests for now. Asking again in ${Math.ceil(event.waitMs / 1000)} s` });
    });
    recordSent(sentOnAws(entry, choice, request, tested));
    setStep({ kind: 'done', tested });
  };
  const close = (): void => {
    stop.abort();
    onClose();
  };
  const back = <Button icon="arrow-left" onClick={() => setStep({ kind: 'choose' })}>Back</Button>;
  const footer = {
    choose: <><Grow /><Button variant="primary" onClick={() => void ask().catch((error: unknown) => setStep(failed(error)))} disabledReason={choice.region.trim() === '' ? 'Name a region first.' : null} data-testid="aws.continue">Continue</Button></>,
    asking: null,
    confirm: <>{back}<Grow /><Button variant="primary" icon="play" onClick={() => step.kind === 'confirm' && void call(step.request).catch((error: unknown) => setStep(failed(error)))} data-testid="aws.run">Test on AWS once</Button></>,
    running: <><Grow /><Button icon="stop" onClick={() => stop.abort()}>Stop</Button></>,
    done: <>{back}<Grow /><Button onClick={close}>Close</Button></>,
  }[step.kind];
  return (
    <Dialog open onClose={close} title={`Test ${entry.name} on AWS`} description={SAID[step.kind] ?? (called ? 'Nothing more leaves your machine until you say so.' : 'Nothing has left your machine yet.')} size={step.kind === 'done' ? 'l' : 'm'} footer={footer} data-testid="aws">
      {step.kind === 'choose' && step.problem !== undefined && <Notice tone="error" title="AWS cannot be asked yet" text={step.problem} announce />}
      {step.kind === 'choose' && <AwsFields choice={choice} profiles={profiles} onChange={setChoice} />}
      {step.kind === 'asking' && <Notice tone="info" title="Looking up whose credentials these are" announce />}
      {step.kind === 'confirm' && <AwsFacts entry={entry} choice={choice} request={step.request} accountId={step.accountId} madeUp={step.madeUp} />}
      {step.kind === 'running' && <Notice tone="info" title={step.said} announce />}
      {step.kind === 'done' && <AwsAnswer tested={step.tested} here={stale ? undefined : run?.outcome} />}
    </Dialog>
  );
}
