import { isUrl } from '../../lib/isUrl.ts';
import { useState } from 'react';
import type { Dialog as DialogRequest } from '../../editor/EditorState.ts';
import { selectEntry } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import { makeUpArn } from '../../http/connectionArn.ts';
import { CONNECTION_PRESETS } from '../../http/presets.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ConnectionFields } from './ConnectionFields.tsx';
import { connectionFrom, formFrom, formFromPreset, type ConnectionForm, type FormKind, type FormProblem } from './connectionForm.ts';
import { endpointOf, nameConnection } from './stateConnection.ts';
import { statesUsing } from './statesUsing.ts';
import css from './ConnectionDialog.module.css';

type Request = Extract<DialogRequest, { kind: 'connection' }>;

/** Makes and edits a connection. Its secret is bound to the origins named here (design.md section 6, rule 1). */
export function ConnectionDialog({ dialog }: { readonly dialog: Request }) {
  const before = useEditor((s) => s.connections.find((c) => c.arn === dialog.arn)) ?? null;
  const hasSecret = useEditor((s) => dialog.arn !== null && s.unlocked.includes(dialog.arn));
  const entry = useEditor((s) => (dialog.forState === undefined ? null : selectEntry(dialog.forState)(s)));
  const used = useEditor((s) => (dialog.arn === null ? '' : statesUsing(s, dialog.arn).join(', ')));
  const store = useEditorStore();
  const { showDialog, saveConnection, removeConnection, apply } = useActions();
  const [form, setForm] = useState<ConnectionForm>(() => (before ? formFrom(before) : emptyForm(dialog, endpointOf(entry))));
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const preset = CONNECTION_PRESETS.find((one) => one.id === form.kind) ?? null;

  const choose = (kind: FormKind): void => {
    const chosen = CONNECTION_PRESETS.find((one) => one.id === kind);
    setProblem(null);
    setForm(chosen ? formFromPreset(chosen, form, endpointOf(entry)) : { ...form, kind });
  };
  const save = (): void => {
    const filled = connectionFrom(form, before, preset, hasSecret);
    if (!filled.ok) return setProblem(filled.error);
    const { connection, secrets } = filled.value;
    const arn = before || !connection.madeUp || dialog.arn !== null ? connection.arn : makeUpArn(connection.name, crypto.randomUUID());
    saveConnection({ ...connection, arn }, secrets);
    if (entry) apply(nameConnection(entry, arn), { origin: 'form' });
    showDialog(null);
    store.getState().actions.announce(`Connection ${connection.name} saved.`);
  };
  const remove = (): void => {
    if (before) removeConnection(before.arn);
    showDialog(null);
  };
  const footer = (
    <>
      {before && <Button variant="danger" icon="trash" onClick={remove} tooltip={used === '' ? undefined : `Used by ${used}`}>Delete</Button>}
      <Grow />
      <Button onClick={() => showDialog(null)}>Cancel</Button>
      <Button variant="primary" onClick={save} data-testid="connection.save">{before ? 'Save' : 'Make the connection'}</Button>
    </>
  );
  return (
    <Dialog open onClose={() => showDialog(null)} size="m" icon={<Icon name="plug" />} title={before ? `Connection ${before.name}` : 'New connection'} footer={footer} data-testid="connection"
      description="An HTTP task gets its authorization from an EventBridge connection. This one lives in your browser; the definition holds only its ARN.">
      <form className={css.form} onSubmit={(event) => { event.preventDefault(); save(); }}>
        <ConnectionFields form={form} preset={preset} problem={problem} isNew={before === null} hasSecret={hasSecret} onChoose={choose} onChange={(part) => setForm({ ...form, ...part })} />
        {used !== '' && <p className={css.used}>{`Used by ${used}.`}</p>}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

/** An ARN that the definition already names is kept: the connection is made for it. */
function emptyForm(dialog: Request, endpoint: string): ConnectionForm {
  const identity = { arn: dialog.arn ?? '', madeUp: dialog.arn === null };
  const preset = CONNECTION_PRESETS.find((one) => one.id === dialog.preset) ?? CONNECTION_PRESETS.find((one) => one.allowedOrigins.some((origin) => endpoint.startsWith(origin)));
  if (preset) return formFromPreset(preset, identity, endpoint);
  const origin = isUrl(endpoint) ? new URL(endpoint).origin : '';
  return { ...identity, kind: 'API_KEY', name: nameIn(dialog.arn), apiKeyName: 'Authorization', username: '', secret: '', origins: origin };
}

/** The name inside a connection's ARN, as a start. */
const nameIn = (arn: string | null): string => /:connection\/([^/]+)\//.exec(arn ?? '')?.[1] ?? 'my-connection';
