import { type ComponentType, useState } from 'react';
import type { SentEntry } from '../../services/consent.ts';
import type { KeptExchange } from '../../services/httpWorld.ts';
import { keptExchange } from '../../editor/keptExchanges.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, Count } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { GrantList } from './GrantList.tsx';
import { SentTable } from './SentTable.tsx';
import { sentRows } from './sentRows.ts';
import css from './SentPanel.module.css';

interface Props {
  /** Shows an exchange; the app hands it in, because it belongs to another feature. */
  readonly ExchangeView: ComponentType<{ readonly entry: SentEntry; readonly kept: KeptExchange }>;
}

/** The list of everything that left this machine (design.md section 6, rule 7). It holds no secret and no body; what is still in memory can be opened. */
export function SentPanel({ ExchangeView }: Props) {
  const sent = useEditor((s) => s.sent);
  const store = useEditorStore();
  const { showDock, clearSent } = useActions();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const entry = sent.find(({ id }) => id === opened);
  const kept = entry && keptExchange(store.getState().actions, entry.id);

  if (entry && kept) {
    const back = () => { setLast(entry.id); setOpened(null); };
    return (
      <Panel
        title="Sent requests" about={<Chip>{`${entry.state}, ${new Date(entry.at).toLocaleTimeString()}`}</Chip>} onClose={() => showDock(null)} data-testid="sent"
        actions={<Button variant="ghost" icon="arrow-left" autoFocus onClick={back} data-testid="sent.back">Back to the list</Button>}
      >
        <div className={css.exchange}><ExchangeView entry={entry} kept={kept} /></div>
      </Panel>
    );
  }
  const rows = sentRows(sent, text);
  const actions = (
    <>
      {sent.length > 0 && <div className={css.filter}><TextField label="Filter sent requests" hideLabel size="small" icon="filter" placeholder="URL, state, status" value={text} onChange={setText} data-testid="sent.filter" /></div>}
      <Button variant="ghost" icon="trash" onClick={clearSent} disabledReason={sent.length === 0 ? 'The list is empty.' : null}>Clear the list</Button>
    </>
  );
  return (
    <Panel title="Sent requests" about={sent.length > 0 && <Count>{rows.length === sent.length ? sent.length : `${rows.length} of ${sent.length}`}</Count>} actions={actions} onClose={() => showDock(null)} data-testid="sent">
      <GrantList />
      {sent.length === 0 ? (
        <EmptyState icon="history" title="Nothing has left this machine" text="Every request that a test sends is listed here, with where it went. Bodies and secrets are not kept." />
      ) : rows.length === 0 ? (
        <EmptyState icon="search" title="Nothing found" text="No sent request holds these words. Clear the filter to see all of them." action={<Button onClick={() => setText('')}>Clear the filter</Button>} />
      ) : (
        <SentTable rows={rows} isKept={(id) => keptExchange(store.getState().actions, id) !== undefined} onOpen={setOpened} focused={last} />
      )}
    </Panel>
  );
}
