import { useState } from 'react';
import type { Exchange } from '../../../http/exchange.ts';
import { Button } from '../../../ui/Button.tsx';
import { Count } from '../../../ui/Chip.tsx';
import { PartTable } from './PartTable.tsx';
import { PhaseBar } from './PhaseBar.tsx';
import { ResponseBody } from './ResponseBody.tsx';
import { ResponseHeaders } from './ResponseHeaders.tsx';
import { CappedText } from './CappedText.tsx';
import { pairsOf } from './pairsOf.ts';
import { durationText, wireMs } from '../figures.ts';
import css from './Exchange.module.css';

/** What fetched the access token before the request: a send of its own, shown as one. Client and token stay masked. */
export function TokenExchange({ exchange }: { readonly exchange: Exchange }) {
  const [open, setOpen] = useState(exchange.response === undefined || exchange.response.status >= 300);
  const { request, response, failure } = exchange;
  return (
    <section aria-label="Token request" data-testid="exchange.token">
      <h3 className={css.heading}>
        Access token <Count>{response ? String(response.status) : 'no answer'}</Count>
        <span className={css.grow} />
        <Button size="small" variant="ghost" iconEnd={open ? 'chevron-up' : 'chevron-down'} aria-expanded={open} onClick={() => setOpen(!open)}>{open ? 'Hide' : `Fetched in ${durationText(wireMs(exchange))}`}</Button>
      </h3>
      <div className={css.line}><span className={css.method}>{request.method}</span><span className={css.url} title={request.url}>{request.url}</span></div>
      {open && (
        <>
          <div className={css.gap} />
          <div className={css.bleed}><PartTable label="Headers of the token request" parts={pairsOf(request.headers).map(([name, value]) => ({ name, value, origin: 'connection' as const }))} testId="exchange.token.headers" /></div>
          {request.body !== null && request.body.length > 0 && <><h3 className={css.heading}>Body</h3><CappedText text={new TextDecoder().decode(request.body)} label="Body of the token request" /></>}
          <PhaseBar phases={exchange.phases} totalMs={exchange.durationMs} />
          {failure && <p className={css.quiet}>{failure.message}</p>}
          {response && <><ResponseHeaders headers={response.headers} /><ResponseBody response={response} language={undefined} /></>}
        </>
      )}
    </section>
  );
}
