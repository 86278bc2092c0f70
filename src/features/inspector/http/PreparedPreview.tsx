import { useMemo } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { selectIsStale, selectRun } from '../../../editor/selectors/test.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { printCurl } from '../../../http/curl/printCurl.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Section } from '../Section.tsx';
import { RequestText } from './RequestText.tsx';
import { previewRequest } from './previewRequest.ts';
import css from './PreparedPreview.module.css';

/** The request before it is sent. Where something has to be evaluated, the last test's is shown if nothing changed since; nothing is guessed. */
export function PreparedPreview({ entry }: { readonly entry: StateEntry }) {
  const connections = useEditor((s) => s.connections);
  const region = useEditor((s) => s.settings.region);
  const run = useEditor(selectRun(entry.id));
  const stale = useEditor(selectIsStale(entry.id));
  const preview = useMemo(() => previewRequest(entry, connections, region), [entry, connections, region]);
  if (preview.kind === 'prepared') {
    const note = preview.connected ? null : 'The connection adds its own headers once you choose one.';
    return <Prepared prepared={preview.prepared} aside="not sent" note={note} />;
  }
  if (preview.kind === 'computed' && run?.prepared && !stale) return <Prepared prepared={run.prepared} aside="as the last test evaluated it" note={null} />;
  const text = preview.kind === 'problem' ? preview.message : `${list(preview.fields)} ${preview.fields.length === 1 ? 'is' : 'are'} computed when the state runs. Start a test to see the evaluated request.`;
  return (
    <Section title="Prepared request" aside="not sent" data-testid="inspector.prepared">
      <p className={css.text}>{text}</p>
    </Section>
  );
}

const list = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`);

function Prepared({ prepared, aside, note }: { readonly prepared: PreparedRequest; readonly aside: string; readonly note: string | null }) {
  const notes = [note, prepared.awsWouldRefuse, ...prepared.notes].filter((one) => one !== null && one !== undefined);
  return (
    <Section title="Prepared request" aside={aside} end={<CopyButton text={() => printCurl(prepared, { reveal: false })} label="Copy as cURL, secrets masked">cURL</CopyButton>} data-testid="inspector.prepared">
      <RequestText prepared={prepared} />
      <div className={css.legend} aria-hidden="true">
        <span data-origin="definition">definition</span>
        <span data-origin="connection">connection</span>
        <span data-origin="service">service</span>
      </div>
      {notes.length > 0 && <ul className={css.notes}>{notes.map((one) => <li key={one}>{one}</li>)}</ul>}
    </Section>
  );
}
