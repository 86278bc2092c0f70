import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { useEditor, useEditorStore } from '../../../editor/useEditor.ts';
import { useServices } from '../../../editor/useServices.ts';
import type { TestStateRequest } from '../../../interpreter/testStateApi.ts';
import { type AwsUse, grantsOf, isAllowed, whatItDoes } from './awsConsent.ts';
import { awsRequestFor, placeOf } from './awsTest.ts';
import { awsWay } from './awsWay.ts';
import { type AwsChoice, isAwsChosen, keepAwsChoice, keptAwsChoice } from './keptAwsChoice.ts';

export type AwsStep =
  /** Nothing is shown: the test may have been allowed before. */
  | { readonly kind: 'looking' }
  | { readonly kind: 'choose'; readonly problem?: string }
  | { readonly kind: 'asking' }
  /** Nothing has been called yet: this is the question (design.md section 6, rule 5). */
  | { readonly kind: 'confirm'; readonly request: TestStateRequest; readonly use: AwsUse; readonly accountId: string | undefined; readonly madeUp: boolean };

const storage = (): Storage => localStorage;
const sentence = (error: unknown): string => `The part of the studio that asks AWS failed: ${error instanceof Error ? error.message : String(error)}. Reload the page; your work is kept.`;

/** The way to a test on AWS: where (once), the question (as often as it has to be asked), the start. Without a test that waits, only where. */
export function useAwsTest(entry: StateEntry, asked: boolean, onClose: () => void) {
  const { aws } = useServices();
  const store = useEditorStore();
  const region = useEditor((s) => s.settings.region);
  const [choice, setChoice] = useState<AwsChoice>(() => keptAwsChoice(storage, region));
  const [step, setStep] = useState<AwsStep>({ kind: asked ? 'looking' : 'choose' });

  const start = async (): Promise<void> => {
    const { actions, sidecar } = store.getState();
    const client = await aws();
    onClose();
    actions.startTestBy(entry.id, awsWay(client, choice, { actions, sidecar }));
  };
  /** Asks, where that has not been answered before. */
  const goOn = async (): Promise<void> => {
    const s = store.getState();
    const request = awsRequestFor(s, entry, choice.roleArn);
    if (!request.ok) return setStep({ kind: 'choose', problem: request.error });
    const use = whatItDoes(entry, request.value);
    if (isAllowed(s.awsGrants, s.draftId, choice, use)) return start();
    setStep({ kind: 'asking' });
    const who = await (await aws()).identity(placeOf(choice));
    if (!who.ok) return setStep({ kind: 'choose', problem: who.error });
    if (who.value.kind === 'failed') return setStep({ kind: 'choose', problem: who.value.failure.message });
    setStep({ kind: 'confirm', request: request.value, use, accountId: who.value.kind === 'own' ? who.value.accountId : undefined, madeUp: who.value.kind === 'made-up' });
  };
  const guarded = (going: Promise<void>): void => void going.catch((error: unknown) => setStep({ kind: 'choose', problem: sentence(error) }));

  const begin = useEffectEvent(() => (isAwsChosen(storage) ? guarded(goOn()) : setStep({ kind: 'choose' })));
  const begun = useRef(false);
  useEffect(() => {
    if (!asked || begun.current) return;
    begun.current = true;
    begin();
  }, [asked]);

  return {
    choice, setChoice, step,
    back: () => setStep({ kind: 'choose' }),
    /** Keeps where; goes on to the test that waits, if one does. */
    keep: () => {
      keepAwsChoice(storage, choice);
      if (asked) guarded(goOn());
      else onClose();
    },
    confirm: (use: AwsUse, alsoReads: boolean) => {
      const { actions, draftId } = store.getState();
      actions.allowOnAws(grantsOf(draftId, choice, use, alsoReads));
      guarded(start());
    },
  };
}
