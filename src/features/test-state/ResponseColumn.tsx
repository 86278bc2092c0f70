import type { TestRun } from '../../editor/EditorState.ts';
import type { Exchange, ReceivedResponse } from '../../http/exchange.ts';
import { statusTextOf } from '../../http/statusText.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ErrorActions } from './errors/ErrorActions.tsx';
import { ConnectionFacts } from './exchange/ConnectionFacts.tsx';
import { PhaseBar } from './exchange/PhaseBar.tsx';
import { Remarks } from './exchange/Remarks.tsx';
import { ResponseBody } from './exchange/ResponseBody.tsx';
import { ResponseHeaders } from './exchange/ResponseHeaders.tsx';
import { bytesText, durationText, wireMs } from './figures.ts';
import { errorOf } from './errorOf.ts';
import { languageOf } from './languageOf.ts';
import css from './exchange/Exchange.module.css';

/** What came back, as received; or why nothing did. */
export function ResponseColumn({ run }: { readonly run: TestRun }) {
  const { exchange } = run;
  if (exchange === undefined) {
    return (
      <section className={css.column} aria-label="Response">
        <EmptyState icon="send" title="Not sent" text="This is the request as it would go out. Start the test, and say yes, to send it." />
      </section>
    );
  }
  return (
    <section className={css.column} aria-label="Response">
      {exchange.response === undefined ? <NoResponse run={run} exchange={exchange} /> : <Response run={run} exchange={exchange} response={exchange.response} />}
    </section>
  );
}

function NoResponse({ run, exchange }: { readonly run: TestRun; readonly exchange: Exchange }) {
  const error = errorOf(run);
  return (
    <>
      <Notice tone="error" title="No response" text={exchange.failure?.message ?? 'The connection ended without an answer.'} actions={error && <ErrorActions state={run.state} error={error} />} data-testid="response.failure" />
      <ReplyRemarks exchange={exchange} />
      <PhaseBar phases={exchange.phases} totalMs={exchange.durationMs} />
      <ConnectionFacts exchange={exchange} />
    </>
  );
}

function Response({ run, exchange, response }: { readonly run: TestRun; readonly exchange: Exchange; readonly response: ReceivedResponse }) {
  return (
    <>
      <div className={css.line} data-testid="response.line">
        <span className={css.status} data-class={Math.floor(response.status / 100)} data-testid="response.status">{response.status}</span>
        <span className={css.url}>{response.statusText}</span>
        <span className={css.facts}><span>{durationText(wireMs(exchange))}</span><span>{bytesText(response.sizeBytes)}</span></span>
      </div>
      <ReplyRemarks exchange={exchange} />
      <PhaseBar phases={exchange.phases} totalMs={exchange.durationMs} />
      <Failed run={run} response={response} />
      <ResponseHeaders headers={response.headers} />
      {response.truncated && <div className={css.stack}><Notice tone="warning" title="The body was cut" text="Step Functions takes up to 262,144 bytes of a response; what is shown ends there." /></div>}
      <ResponseBody response={response} language={languageOf(run)} />
      <ConnectionFacts exchange={exchange} />
    </>
  );
}

function ReplyRemarks({ exchange: { replyNotes = [] } }: { readonly exchange: Exchange }) {
  return replyNotes.length === 0 ? null : <Remarks folded notes={[...new Set(replyNotes)]} />;
}

/** AWS gives the reason phrase and nothing else: what the server said about its error is seen here only. */
function Failed({ run, response }: { readonly run: TestRun; readonly response: ReceivedResponse }) {
  const error = errorOf(run);
  if (error === undefined) return null;
  const byStatus = response.status < 200 || response.status > 299;
  const phrase = statusTextOf(response.status, response.statusText);
  const text = byStatus
    ? `In AWS ${phrase === '' ? 'there is no cause' : `the cause is “${phrase}” and nothing else`}: the body below reaches neither Catch nor the execution's history.`
    : (run.outcome?.kind === 'answered' ? run.outcome.response.cause : undefined);
  return (
    <div className={css.stack}>
      <Notice tone="warning" title={error} text={text} actions={<ErrorActions state={run.state} error={error} />} data-testid="response.dropped" />
    </div>
  );
}
