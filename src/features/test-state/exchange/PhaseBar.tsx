import type { Phases } from '../../../http/exchange.ts';
import css from './Exchange.module.css';

interface Span {
  readonly phase: 'dns' | 'connect' | 'tls' | 'send' | 'wait' | 'receive';
  readonly label: string;
  readonly ms: number;
}

/** How the time was spent: looking up the name, connecting, TLS, sending, waiting, receiving. A direct fetch tells none of it. */
export function PhaseBar({ phases, totalMs }: { readonly phases: Phases; readonly totalMs: number }) {
  const spans = phaseSpans(phases);
  if (spans.length === 0 || totalMs <= 0) return null;
  return (
    <>
      <div className={css.phases} aria-hidden="true">
        {spans.map((span) => <span key={span.phase} data-phase={span.phase} style={{ flexGrow: Math.max(span.ms, 0.01) }} />)}
      </div>
      <div className={css.legend} data-testid="response.phases">
        {spans.map((span) => <span key={span.phase} data-phase={span.phase}>{span.label} <b>{span.ms.toFixed(1)}</b></span>)}
        <span className={css.unit}>ms</span>
      </div>
    </>
  );
}

/** From moments since the beginning to stretches; a phase that did not happen has none. */
export function phaseSpans({ dns, connect, tls, sent, firstByte, end }: Phases): readonly Span[] {
  const marks: readonly (readonly [Span['phase'], string, number | undefined])[] = [
    ['dns', 'DNS', dns], ['connect', 'Connect', connect], ['tls', 'TLS', tls], ['send', 'Send', sent], ['wait', 'Wait', firstByte], ['receive', 'Receive', end],
  ];
  let before = 0;
  return marks.flatMap(([phase, label, at]) => {
    if (at === undefined) return [];
    const span = { phase, label, ms: Math.max(0, at - before) };
    before = Math.max(before, at);
    return [span];
  });
}
