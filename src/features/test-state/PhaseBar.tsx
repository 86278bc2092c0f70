import type { Phases } from '../../http/exchange.ts';
import css from './ExchangeTab.module.css';

interface Span {
  readonly phase: 'connect' | 'send' | 'wait' | 'receive';
  readonly label: string;
  readonly ms: number;
}

/** How the time was spent: connect (DNS and TLS included), send, wait, receive. A direct fetch tells none of it. */
export function PhaseBar({ phases, totalMs }: { readonly phases: Phases; readonly totalMs: number }) {
  const spans = spansOf(phases);
  if (spans.length === 0 || totalMs <= 0) return null;
  return (
    <>
      <div className={css.phases} aria-hidden="true">
        {spans.map((span) => <span key={span.phase} data-phase={span.phase} style={{ flexGrow: Math.max(span.ms, 0.01) }} />)}
      </div>
      <div className={css.legend} data-testid="response.phases">
        {spans.map((span) => <span key={span.phase} data-phase={span.phase}>{`${span.label} ${span.ms.toFixed(1)} ms`}</span>)}
      </div>
    </>
  );
}

function spansOf({ dns, connect, tls, sent, firstByte, end }: Phases): readonly Span[] {
  const connected = tls ?? connect ?? dns;
  const marks: readonly (readonly [Span['phase'], string, number | undefined])[] = [
    ['connect', 'Connect', connected], ['send', 'Send', sent], ['wait', 'Wait', firstByte], ['receive', 'Receive', end],
  ];
  let before = 0;
  return marks.flatMap(([phase, label, at]) => {
    if (at === undefined) return [];
    const span = { phase, label, ms: Math.max(0, at - before) };
    before = at;
    return [span];
  });
}
