import type { StateEntry } from '../../../asl/states.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useHttpPreview } from '../../../editor/useHttpPreview.ts';
import { printCurl } from '../../../http/curl/printCurl.ts';
import type { HttpPreview } from '../../../interpreter/previewHttpTask.ts';
import { Button } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Section } from '../Section.tsx';
import { RequestText } from './RequestText.tsx';
import css from './PreparedPreview.module.css';

/** The request before it is sent, for the input of the state's test; made anew at every change, and nothing is sent by it. */
export function PreparedPreview({ entry }: { readonly entry: StateEntry }) {
  const { showDock } = useActions();
  const { preview, pending, samples } = useHttpPreview(entry);
  const prepared = preview?.kind === 'request' || preview?.kind === 'no-connection' ? preview.prepared : null;
  const end = (
    <>
      {prepared && <CopyButton text={() => printCurl(prepared, { reveal: false })} label="Copy as cURL, secrets masked">cURL</CopyButton>}
      <Button size="small" variant="ghost" onClick={() => showDock('test')} tooltip="With the origin of every part, beside the input" data-testid="inspector.prepared.open">In Test state</Button>
    </>
  );
  return (
    <Section title="Prepared request" aside="not sent" end={end} data-testid="inspector.prepared">
      {preview === null ? <p className={css.text}>Preparing the request…</p> : <div className={css.preview} data-pending={pending || undefined}><Shown preview={preview} samples={samples} /></div>}
    </Section>
  );
}

function Shown({ preview, samples }: { readonly preview: HttpPreview; readonly samples: boolean }) {
  switch (preview.kind) {
    case 'request': case 'no-connection':
      return <Prepared preview={preview} samples={samples} />;
    case 'failure':
      return (
        <div className={css.failure}>
          <p><strong>{preview.error}</strong> at run time, before anything is sent.</p>
          <p>{preview.hint ?? preview.cause}</p>
        </div>
      );
    case 'unusable':
      return <p className={css.text}>{preview.message}</p>;
  }
}

function Prepared({ preview, samples }: { readonly preview: Extract<HttpPreview, { kind: 'request' | 'no-connection' }>; readonly samples: boolean }) {
  const { prepared } = preview;
  const notes = [
    preview.kind === 'no-connection' ? 'The connection adds its own headers once you make it.' : undefined,
    samples ? 'Times, random values and the context object are samples here.' : undefined,
    prepared.awsWouldRefuse, ...prepared.notes,
  ].filter((one) => one !== undefined);
  return (
    <>
      <RequestText prepared={prepared} />
      <div className={css.legend} aria-hidden="true">
        <span data-origin="definition">definition</span>
        <span data-origin="connection">connection</span>
        <span data-origin="service">service</span>
      </div>
      {notes.length > 0 && <ul className={css.notes}>{notes.map((one) => <li key={one}>{one}</li>)}</ul>}
    </>
  );
}
