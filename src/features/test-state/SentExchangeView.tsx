import type { StateId } from '../../asl/names.ts';
import type { TestRun } from '../../editor/EditorState.ts';
import type { SentEntry } from '../../services/consent.ts';
import type { KeptExchange } from '../../services/httpWorld.ts';
import { RequestColumn } from './RequestColumn.tsx';
import { ResponseColumn } from './ResponseColumn.tsx';
import css from './exchange/Exchange.module.css';

/** What one line of the list of sent requests sent and got, while it is in memory. */
export function SentExchangeView({ entry, kept }: { readonly entry: SentEntry; readonly kept: KeptExchange }) {
  const { prepared, exchange } = kept;
  // The test it belonged to may have been run again since: this is its exchange, not its outcome.
  const run: TestRun = { id: entry.id, state: entry.state as string as StateId, phase: 'done', startedAt: entry.at, request: { definition: '{}' }, route: exchange.route === 'direct' ? 'direct' : 'bridge', prepared, exchange, fingerprint: '' };
  return (
    <div className={css.columns} data-testid="sent.exchange">
      <RequestColumn run={run} reveal={null} />
      <ResponseColumn run={run} />
    </div>
  );
}
