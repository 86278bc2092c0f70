import type { SentEntry } from '../../services/consent.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Count } from '../../ui/Chip.tsx';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { GrantList } from './GrantList.tsx';
import css from './SentPanel.module.css';

const COLUMNS: readonly DataColumn<SentEntry>[] = [
  { id: 'at', label: 'When', width: '176px', render: (e) => when(e.at), title: (e) => when(e.at) },
  { id: 'answer', label: 'Answer', width: '96px', render: (e) => e.status ?? 'no answer', title: (e) => e.failure ?? String(e.status) },
  { id: 'request', label: 'Request', render: (e) => `${e.method} ${e.url}`, title: (e) => `${e.method} ${e.url}` },
  { id: 'sentTo', label: 'Sent to', width: '20%', render: (e) => e.sentTo, title: (e) => e.sentTo },
  { id: 'connection', label: 'Connection', width: '12%', render: (e) => e.connection, title: (e) => e.connection },
  { id: 'state', label: 'State', width: '16%', render: (e) => e.state, title: (e) => `${e.state} in ${e.workflow}` },
];

const when = (at: number): string => new Date(at).toLocaleString([], { dateStyle: 'short', timeStyle: 'medium' });

/** The list of everything that left this machine (design.md section 6, rule 7). It holds no secret and no body. */
export function SentPanel() {
  const sent = useEditor((s) => s.sent);
  const { showDock, clearSent } = useActions();
  const clear = (
    <Button variant="ghost" icon="trash" onClick={clearSent} disabledReason={sent.length === 0 ? 'The list is empty.' : null}>
      Clear the list
    </Button>
  );
  return (
    <Panel title="Sent requests" about={sent.length > 0 && <Count>{sent.length}</Count>} actions={clear} onClose={() => showDock(null)} data-testid="sent">
      <GrantList />
      {sent.length === 0 ? (
        <EmptyState icon="history" title="Nothing has left this machine" text="Every request that a test sends is listed here, with where it went. Bodies and secrets are not kept." />
      ) : (
        <div className={css.table}>
          <DataTable label="Sent requests, newest first" columns={COLUMNS} rows={sent} rowKey={(e) => e.id} showHeader />
        </div>
      )}
    </Panel>
  );
}
