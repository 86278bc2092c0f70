import type { TestRun } from '../../editor/EditorState.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { IdempotencyHint } from './errors/IdempotencyHint.tsx';
import { RequestNotes } from './exchange/RequestNotes.tsx';
import { RequestView } from './exchange/RequestView.tsx';
import { TokenExchange } from './exchange/TokenExchange.tsx';
import type { Reveal } from './exchange/useReveal.ts';
import css from './exchange/Exchange.module.css';

/** The request that went out, or would have: with who set each part. */
export function RequestColumn({ run, reveal }: { readonly run: TestRun; readonly reveal: Reveal | null }) {
  const { prepared, exchange, tokenExchange } = run;
  if (prepared === undefined) return null;
  const hasSecrets = prepared.headers.some(({ secret }) => secret) || prepared.query.some(({ secret }) => secret);
  const toggle = hasSecrets && reveal && (
    <Button size="small" variant="ghost" icon={reveal.revealed ? 'eye-off' : 'eye'} pressed={reveal.revealed !== null} onClick={reveal.toggle} data-testid="request.reveal">
      {reveal.revealed ? 'Hide secrets' : 'Reveal secrets'}
    </Button>
  );
  return (
    <section className={css.column} aria-label="Request">
      <RequestView
        prepared={prepared} sent={exchange?.request.headers} revealed={reveal?.revealed ?? null} headersEnd={toggle}
        notes={
          <>
            <RequestNotes folded prepared={prepared} exchange={exchange} />
            {reveal && reveal.problem !== null && <div className={css.stack}><Notice tone="info" title="Secrets stay masked" text={reveal.problem} announce /></div>}
          </>
        }
        hint={reveal && <IdempotencyHint state={run.state} prepared={prepared} />}
      />
      {tokenExchange && <TokenExchange exchange={tokenExchange} />}
    </section>
  );
}
