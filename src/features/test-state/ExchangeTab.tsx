import type { TestRun } from '../../editor/EditorState.ts';
import { RequestColumn } from './RequestColumn.tsx';
import { ResponseColumn } from './ResponseColumn.tsx';
import css from './ExchangeTab.module.css';

/** What went out and what came back, side by side. */
export function ExchangeTab({ run }: { readonly run: TestRun }) {
  return (
    <div className={css.columns} data-testid="test.exchange">
      <RequestColumn run={run} />
      <ResponseColumn run={run} />
    </div>
  );
}
