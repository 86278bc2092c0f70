import type { TestRun } from '../../editor/EditorState.ts';
import { traceRequest } from '../../http/trace.ts';
import type { InspectedRequest, InspectedResponse } from '../../http/taskReply.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { CappedText } from './exchange/CappedText.tsx';
import { TraceTable } from './exchange/TraceTable.tsx';
import { requestFacts, responseFacts } from './exchange/traceFacts.ts';
import type { Reveal } from './exchange/useReveal.ts';
import { Notice } from '../../ui/Notice.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import css from './exchange/Exchange.module.css';

/** What the TestState API answers at level TRACE, beside what was truly on the wire. */
export function TraceTab({ run, reveal }: { readonly run: TestRun; readonly reveal: Reveal }) {
  const { prepared, exchange } = run;
  const inspected = run.outcome?.kind === 'answered' ? run.outcome.response.inspectionData : run.outcome?.kind === 'not-performed' ? run.outcome.partial : undefined;
  if (prepared === undefined) return <EmptyState icon="eye" title="No request" text="The state failed before it had a request, so there is nothing to trace." />;
  const request: InspectedRequest = reveal.revealed ? traceRequest(reveal.revealed, { reveal: true }) : (inspected?.request ?? traceRequest(prepared, { reveal: false }));
  const response: InspectedResponse | undefined = inspected?.response;
  return (
    <div data-testid="test.trace">
      <div className={css.traceBar}>
        <span className={css.quiet}>{inspected?.request ? 'inspectionData of this test.' : 'At this inspection level AWS tells neither; at TRACE it would tell this.'} The right column is what the wire saw.</span>
        <Segmented<'no' | 'yes'> label="Secrets in the trace" size="small" value={reveal.revealed ? 'yes' : 'no'} onChange={(next) => { if ((next === 'yes') !== (reveal.revealed !== null)) reveal.toggle(); }} options={[{ value: 'no', label: 'Redacted' }, { value: 'yes', label: 'revealSecrets' }]} data-testid="test.trace.reveal" />
      </div>
      {reveal.problem !== null && <div className={css.tracePart}><Notice tone="info" title="Secrets stay masked" text={reveal.problem} announce /></div>}
      <section className={css.tracePart} aria-label="inspectionData.request">
        <h3 className={css.heading}>inspectionData.request<span className={css.grow} /><CopyButton text={() => JSON.stringify(request, null, 2)} label="Copy inspectionData.request" /></h3>
        <div className={css.bleed}><TraceTable label="Request: trace and wire" rows={requestFacts(request, reveal.revealed ?? prepared, exchange)} /></div>
        {request.body !== undefined && <><h4 className={css.small}>body</h4><CappedText text={request.body} label="Body in the trace" testId="trace.request.body" /></>}
      </section>
      {exchange?.response && (
        <section className={css.tracePart} aria-label="inspectionData.response">
          <h3 className={css.heading}>inspectionData.response<span className={css.grow} />{response && <CopyButton text={() => JSON.stringify(response, null, 2)} label="Copy inspectionData.response" />}</h3>
          {response ? <div className={css.bleed}><TraceTable label="Response: trace and wire" rows={responseFacts(response, exchange.response)} /></div> : <p className={css.quiet}>Only at level TRACE. Choose it above and run the test again.</p>}
          {response?.body !== undefined && <><h4 className={css.small}>body</h4><CappedText text={response.body} label="Response body in the trace" /></>}
        </section>
      )}
    </div>
  );
}
