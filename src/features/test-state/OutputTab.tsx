import { useActions } from '../../editor/useActions.ts';
import type { TestRun } from '../../editor/EditorState.ts';
import { Button } from '../../ui/Button.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AWS_LIMITS } from '../../interpreter/limits.ts';
import type { ReceivedResponse } from '../../http/exchange.ts';
import { ErrorActions } from './errors/ErrorActions.tsx';
import { ResponseBody } from './exchange/ResponseBody.tsx';
import { languageOf } from './languageOf.ts';
import { awsNotice } from './result/awsNotice.ts';
import { HandlersExplained } from './result/HandlersExplained.tsx';
import { VariablesChanged } from './result/VariablesChanged.tsx';
import { RoleRefusalNotice } from './RoleRefusalNotice.tsx';
import { ValueView } from './ValueView.tsx';
import css from './OutputTab.module.css';

/** What the state answers: its output, or its error in words. */
export function OutputTab({ run }: { readonly run: TestRun }) {
  const { outcome } = run;
  if (outcome === undefined) return <div className={css.pane}><Notice tone="info" title="Stopped" text={run.route === 'aws' ? 'The test was stopped before AWS had answered. AWS may have run it all the same.' : 'The test was stopped before the state had a result. Nothing more is sent.'} /></div>;
  switch (outcome.kind) {
    case 'answered':
      return <Answered run={run} outcome={outcome} />;
    case 'refused':
      return <div className={css.pane}><Notice tone="error" title={outcome.exception.name} text={outcome.exception.message} data-testid="test.refused" /></div>;
    case 'not-performed':
      return <div className={css.pane}><NotPerformed run={run} reason={outcome.reason} /></div>;
    case 'unsupported':
      return <div className={css.pane}><Notice tone="warning" title="Not tested" text={outcome.message} /></div>;
  }
}

function Answered({ run, outcome }: { readonly run: TestRun; readonly outcome: Extract<TestRun['outcome'], { kind: 'answered' }> }) {
  const { response, extras } = outcome;
  return (
    <div className={css.pane}>
      {response.error !== undefined && (
        <Notice tone={response.status === 'FAILED' ? 'error' : 'warning'} title={<span data-testid="test.error">{response.error}</span>} text={<span data-testid="test.cause">{response.cause ?? 'AWS gives no cause for this error.'}</span>} actions={<ErrorActions state={run.state} error={response.error} />} />
      )}
      {run.refusal && response.error !== undefined && <RoleRefusalNotice state={run.state} refusal={run.refusal} />}
      {extras.awsWouldSay !== undefined && <Notice tone="info" {...awsNotice(extras.awsWouldSay)} />}
      {response.error !== undefined && run.exchange?.response && <Dropped run={run} response={run.exchange.response} />}
      {response.error !== undefined && <HandlersExplained run={run} error={response.error} />}
      {response.output !== undefined && (
        <div>
          <ValueView label={`Output of ${run.state}`} text={response.output} roots={OUTPUT_ROOTS[languageOf(run)]} testId="test.output" />
          <div className={css.meter}><Meter label="Size of the output" bytes={utf8Bytes(response.output)} limit={AWS_LIMITS.payloadBytes} /></div>
        </div>
      )}
      {response.inspectionData?.variables !== undefined && <VariablesChanged request={run.request} after={response.inspectionData.variables} assigned={extras.assigned} />}
    </div>
  );
}

const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;

/** What the next state reads this as. */
const OUTPUT_ROOTS = {
  JSONPath: { jsonPath: '$', jsonata: '$states.input', shown: 'JSONPath' },
  JSONata: { jsonPath: '$', jsonata: '$states.input', shown: 'JSONata' },
} as const;

/** AWS drops it from the cause; whoever mends the call wants to read it. */
function Dropped({ run, response }: { readonly run: TestRun; readonly response: ReceivedResponse }) {
  return (
    <div data-testid="test.dropped">
      <p className={css.note}>{`The server's own words, with status ${response.status}. AWS does not put them into the cause: they are seen here only.`}</p>
      <ResponseBody response={response} language={languageOf(run)} />
    </div>
  );
}

function NotPerformed({ run, reason: { kind, message, connectionArn } }: { readonly run: TestRun; readonly reason: Extract<TestRun['outcome'], { kind: 'not-performed' }>['reason'] }) {
  const { showDialog, startTest } = useActions();
  if (run.route === 'aws') return <Notice tone="warning" title="No answer of AWS" text={<span data-testid="test.reason">{message}</span>} />;
  const action =
    kind === 'no-connection' && connectionArn !== undefined ? (
      <Button size="small" icon="plug" onClick={() => showDialog({ kind: 'connection', arn: connectionArn })} data-testid="test.connection.make">Make this connection</Button>
    ) : kind === 'no-secret' || kind === 'secret-not-allowed' ? (
      <Button size="small" icon="plug" onClick={() => showDialog(connectionOf(run) === null ? { kind: 'connections' } : { kind: 'connection', arn: connectionOf(run) })} data-testid="test.connection.open">Open the connection</Button>
    ) : kind === 'no-route' ? (
      <Button size="small" onClick={() => showDialog({ kind: 'bridge' })}>Connect the bridge</Button>
    ) : kind === 'consent-denied' ? (
      <Button size="small" onClick={() => startTest(run.state)}>Ask again</Button>
    ) : null;
  return <Notice tone="warning" title={NOT_SENT.has(kind) ? 'Nothing was sent' : 'Not tested'} text={<span data-testid="test.reason">{message}</span>} actions={action} />;
}

/** The one that the request was prepared with; without a request, the one that the definition names as it is. */
const connectionOf = (run: TestRun): string | null => run.prepared?.connectionArn ?? /"ConnectionArn"\s*:\s*"(arn:[^"]+)"/.exec(run.request.definition)?.[1] ?? null;

const NOT_SENT: ReadonlySet<string> = new Set(['no-connection', 'no-secret', 'secret-not-allowed', 'consent-denied', 'needs-inside-grant', 'refused-address', 'no-route']);
