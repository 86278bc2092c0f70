import type { StateId } from '../../../asl/names.ts';
import { selectEntry } from '../../../editor/selectors/document.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import type { PreparedRequest } from '../../../http/prepared.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { addIdempotencyKey, lacksIdempotencyKey } from './idempotencyKey.ts';

/** Where a retried POST may do its work twice, and the header that prevents it. */
export function IdempotencyHint({ state, prepared }: { readonly state: StateId; readonly prepared: PreparedRequest }) {
  const entry = useEditor(selectEntry(state));
  const { apply, notify, undo } = useActions();
  if (!entry || !lacksIdempotencyKey(entry, prepared)) return null;
  const fix = addIdempotencyKey(entry);
  const add = (): void => {
    if (fix.kind !== 'command') return;
    const refused = apply(fix.command, { origin: 'other' });
    if (refused) notify({ tone: 'error', title: 'Nothing was changed', text: refused.message });
    else notify({ tone: 'success', title: 'Idempotency-Key is sent now', text: 'It stays the same from try to try.', action: { label: 'Undo', run: undo } });
  };
  return (
    <Notice
      tone="info" icon="retry" title={`Retried ${prepared.method} without an idempotency key`} data-testid="request.idempotency"
      text="If only the answer gets lost, the next try does the work a second time."
      end={<Button size="small" onClick={add} disabledReason={fix.kind === 'command' ? null : fix.reason} tooltip={fix.kind === 'command' ? fix.expression : undefined} data-testid="request.idempotency.add">Add the key</Button>}
    />
  );
}
