import { useMemo, useState } from 'react';
import type { TestRun } from '../../../editor/EditorState.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Segmented, type SegmentedOption } from '../../../ui/Segmented.tsx';
import { awsCommand, sdkCall } from './apiCalls.ts';
import css from './Result.module.css';

type Shown = 'response' | 'command' | 'sdk';
const SHOWN: readonly SegmentedOption<Shown>[] = [{ value: 'response', label: 'Response' }, { value: 'command', label: 'AWS CLI' }, { value: 'sdk', label: 'TypeScript' }];
const SAYS: { readonly [S in Shown]: string } = {
  response: 'What TestState answers, as JSON.',
  command: 'The same test with the AWS CLI, for sh. Secrets of a connection are not in it.',
  sdk: 'The same test with @aws-sdk/client-sfn. Secrets of a connection are not in it.',
};

/** The API behind a test: its raw answer, and the same call for a terminal or a program. */
export function ApiTab({ run }: { readonly run: TestRun }) {
  const [shown, setShown] = useState<Shown>('response');
  const ownRegion = useEditor((s) => s.settings.region);
  const region = run.aws?.region ?? ownRegion;
  const text = useMemo(() => (shown === 'response' ? answerText(run) : (shown === 'command' ? awsCommand : sdkCall)(run.request, region)), [shown, run, region]);
  return (
    <div className={css.pane}>
      <div className={css.head}>
        <Segmented<Shown> label="Shown of the API" size="small" value={shown} onChange={setShown} options={SHOWN} data-testid="test.api.shown" />
        <p className={css.note}>{SAYS[shown]}</p>
        <span className={css.grow} />
        <CopyButton text={text} label={`Copy ${shown === 'response' ? 'the response' : 'the call'}`}>Copy</CopyButton>
      </div>
      <pre className={css.code} tabIndex={0} aria-label={shown === 'response' ? 'Response of TestState' : 'The call'} data-testid="test.api">{text}</pre>
    </div>
  );
}

function answerText({ outcome }: TestRun): string {
  switch (outcome?.kind) {
    case 'answered':
      return JSON.stringify(outcome.response, null, 2);
    case 'refused':
      return JSON.stringify({ __type: outcome.exception.name, message: outcome.exception.message }, null, 2);
    default:
      return 'There is no response: the test has not come to one.';
  }
}
