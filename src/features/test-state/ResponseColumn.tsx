import { useState } from 'react';
import type { TestRun } from '../../editor/EditorState.ts';
import type { Exchange, ReceivedResponse } from '../../http/exchange.ts';
import { Button } from '../../ui/Button.tsx';
import { Count } from '../../ui/Chip.tsx';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PhaseBar } from './PhaseBar.tsx';
import { ValueView } from './ValueView.tsx';
import { bodyText } from './bodyText.ts';
import { bytesText, durationText, wireMs } from './figures.ts';
import css from './ExchangeTab.module.css';

const SHOWN_AT_FIRST = 3;

type Header = readonly [name: string, value: string];

const COLUMNS: readonly DataColumn<Header>[] = [
  { id: 'name', label: 'Name', width: '32%', render: ([name]) => name, title: ([name]) => name },
  { id: 'value', label: 'Value', render: ([, value]) => value, title: ([, value]) => value },
];

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
      {exchange.response === undefined ? <NoResponse exchange={exchange} /> : <Response exchange={exchange} response={exchange.response} />}
    </section>
  );
}

function NoResponse({ exchange }: { readonly exchange: Exchange }) {
  return (
    <>
      <Notice tone="error" title="No response" text={exchange.failure?.message ?? 'The connection ended without an answer.'} data-testid="response.failure" />
      <PhaseBar phases={exchange.phases} totalMs={exchange.durationMs} />
    </>
  );
}

function Response({ exchange, response }: { readonly exchange: Exchange; readonly response: ReceivedResponse }) {
  const headers = pairsOf(response.headers);
  const text = bodyText(response);
  return (
    <>
      <div className={css.line} data-testid="response.line">
        <span className={css.status} data-class={Math.floor(response.status / 100)} data-testid="response.status">{response.status}</span>
        <span className={css.url}>{response.statusText}</span>
        <span className={css.facts}>{`HTTP/${response.httpVersion}  ${durationText(wireMs(exchange))}  ${bytesText(response.sizeBytes)}`}</span>
      </div>
      <PhaseBar phases={exchange.phases} totalMs={exchange.durationMs} />
      <Headers headers={headers} />
      {response.truncated && <Notice tone="warning" title="The body was cut" text="Step Functions takes up to 262,144 bytes of a response; what is shown ends there." />}
      {text === null ? (
        <Notice tone="info" title="Binary body" text={`${bytesText(response.body.length)} that are not text.`} />
      ) : (
        <ValueView heading="Body" label="Response body" text={text} testId="response.body" />
      )}
    </>
  );
}

/** A few, so that the body stands beside the request without scrolling; the rest on a press. */
function Headers({ headers }: { readonly headers: readonly Header[] }) {
  const [all, setAll] = useState(false);
  const rows = all ? headers : headers.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <h3 className={css.heading}>
        Headers <Count>{headers.length}</Count>
        <span className={css.grow} />
        {headers.length > SHOWN_AT_FIRST && <Button size="small" variant="ghost" onClick={() => setAll(!all)}>{all ? 'Show fewer' : 'Show all'}</Button>}
      </h3>
      <DataTable label="Response headers" columns={COLUMNS} rows={rows} rowKey={(_, i) => i} data-testid="response.headers" />
      <div className={css.gap} />
    </>
  );
}

function pairsOf(flat: readonly string[]): readonly Header[] {
  const pairs: Header[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) pairs.push([flat[i] ?? '', flat[i + 1] ?? '']);
  return pairs;
}
