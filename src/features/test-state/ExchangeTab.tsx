import type { TestRun } from '../../editor/EditorState.ts';
import { RequestColumn } from './RequestColumn.tsx';
import { ResponseColumn } from './ResponseColumn.tsx';
import type { Reveal } from './exchange/useReveal.ts';
import css from './exchange/Exchange.module.css';

/** What went out and what came back, side by side. */
export function ExchangeTab({ run, reveal }: { readonly run: TestRun; readonly reveal: Reveal }) {
  return (
    <div className={css.columns} data-testid="test.exchange">
      <RequestColumn run={run} reveal={reveal} />
      <ResponseColumn run={run} />
    </div>
  );
}
