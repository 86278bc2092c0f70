import type { DockTab } from '../editor/EditorState.ts';
import { unreachable } from '../lib/unreachable.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Pane, ProblemsPanel, SavedTestsPanel, SentExchangeView, SentPanel, TestPanel } from './lazyPanes.tsx';

const WHAT: { readonly [T in DockTab]: string } = { problems: 'The problems panel', test: 'The test panel', tests: 'The list of saved tests', sent: 'The list of sent requests' };

/** One panel at a time at the bottom; each has a header of its own with its close button. */
export function Dock({ tab }: { readonly tab: DockTab }) {
  return (
    <ErrorBoundary key={tab} what={WHAT[tab]}>
      <Pane>{panel(tab)}</Pane>
    </ErrorBoundary>
  );
}

function panel(tab: DockTab) {
  switch (tab) {
    case 'problems':
      return <ProblemsPanel />;
    case 'test':
      return <TestPanel />;
    case 'tests':
      return <SavedTestsPanel />;
    case 'sent':
      return <SentPanel ExchangeView={SentExchangeView} />;
    default:
      return unreachable(tab);
  }
}
