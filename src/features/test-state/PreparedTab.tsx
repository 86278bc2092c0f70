import type { StateEntry } from '../../asl/states.ts';
import type { LivePreview } from '../../editor/useHttpPreview.ts';
import { selectMock } from '../../editor/selectors/test.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { HttpPreview } from '../../interpreter/previewHttpTask.ts';
import type { PreparedRequest } from '../../http/prepared.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { ErrorActions } from './errors/ErrorActions.tsx';
import { IdempotencyHint } from './errors/IdempotencyHint.tsx';
import { RequestNotes } from './exchange/RequestNotes.tsx';
import { RequestView } from './exchange/RequestView.tsx';
import css from './PreparedTab.module.css';

/** The exact request for the input on the left, made anew at every change. Nothing is sent by it. */
export function PreparedTab({ entry, live }: { readonly entry: StateEntry; readonly live: LivePreview }) {
  const { preview, pending, samples } = live;
  if (preview === null) return <div className={css.waiting}><Spinner /><span>Preparing the request</span></div>;
  return (
    <div className={css.pane} data-pending={pending || undefined} data-testid="test.prepared">
      <div className={css.said}>
        <MockNote entry={entry} />
        <Said entry={entry} preview={preview} />
      </div>
      {(preview.kind === 'request' || preview.kind === 'no-connection') && (
        <RequestView wide prepared={preview.prepared} revealed={null} notes={<Notes prepared={preview.prepared} samples={samples} />} hint={<IdempotencyHint state={entry.id} prepared={preview.prepared} />} />
      )}
    </div>
  );
}

function MockNote({ entry }: { readonly entry: StateEntry }) {
  const mock = useEditor(selectMock(entry.name));
  return mock?.enabled ? <Notice tone="info" icon="pin" title="This state has a mock" text="A test answers from the mock. This is the request that would go out without it." /> : null;
}

function Said({ entry, preview }: { readonly entry: StateEntry; readonly preview: HttpPreview }) {
  const { showDialog } = useActions();
  switch (preview.kind) {
    case 'request':
      return null;
    case 'failure':
      return (
        <Notice
          tone="error" title={<span data-testid="prepared.error">{preview.error}</span>} announce
          text={<><p>At run time the state would fail here, before anything is sent.</p><p className={css.cause} data-testid="prepared.cause">{preview.cause === '' ? 'AWS gives no cause for this error.' : preview.cause}</p>{preview.hint !== undefined && <p className={css.hint}>{preview.hint}</p>}</>}
          actions={<ErrorActions state={entry.id} error={preview.error} />}
        />
      );
    case 'no-connection':
      return (
        <Notice
          tone="warning" title={`${nameOf(preview.arn)} is not among your connections`} data-testid="prepared.no-connection"
          text="The request below lacks what it adds, and cannot be sent without it."
          end={<Button size="small" icon="plug" onClick={() => showDialog({ kind: 'connection', arn: preview.arn, forState: entry.id })}>Make this connection</Button>}
        />
      );
    case 'unusable':
      return <Notice tone="info" title="No request to show" text={preview.message} />;
  }
}

const nameOf = (arn: string): string => /:connection\/([^/]+)/.exec(arn)?.[1] ?? arn;

function Notes({ prepared, samples }: { readonly prepared: PreparedRequest; readonly samples: boolean }) {
  return (
    <>
      <RequestNotes prepared={prepared} />
      {samples && <p className={css.samples}>Times, random values and the context object are samples here: each test has its own.</p>}
    </>
  );
}
