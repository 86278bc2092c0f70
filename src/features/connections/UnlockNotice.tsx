import { useState } from 'react';
import type { ConnectionTools } from '../../editor/ConnectionTools.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './ConnectionDialog.module.css';

interface Props {
  /** Absent: about all that are kept. */
  readonly arn?: string;
  readonly tools: ConnectionTools | null;
}

/** A secret that is not in memory: kept and locked, or to be typed again. */
export function UnlockNotice({ arn, tools }: Props) {
  const kept = useEditor((s) => (arn === undefined ? s.kept.length : Number(s.kept.includes(arn))));
  const { announce } = useActions();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  if (tools === null) return null;
  if (kept === 0) return arn === undefined ? null : <Notice tone="warning" icon="key" title="Its secret is not here" text="It was kept in memory only. Type it again; nothing is sent without it." data-testid="connection.missing" />;
  if (tools.keptState() !== 'locked') return null;
  const unlock = async (): Promise<void> => {
    setWorking(true);
    const refused = await tools.unlock(passphrase);
    setWorking(false);
    setProblem(refused);
    if (refused === null) announce('The kept secrets are unlocked.');
  };
  const title = arn !== undefined ? 'Its secret is kept here, locked' : kept === 1 ? 'One kept secret is locked' : `${kept} kept secrets are locked`;
  return (
    <Notice tone="info" icon="lock" title={title} data-testid="connection.locked" text={
      <div className={css.unlock}>
        <TextField label="Passphrase" hideLabel type="password" autoComplete="off" placeholder="Passphrase" value={passphrase} error={problem} onChange={(typed) => { setPassphrase(typed); setProblem(null); }}
          onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); void unlock(); } }} data-testid="connection.unlock.passphrase" />
        <Button icon="key" onClick={() => void unlock()} disabledReason={working ? 'The passphrase is being checked.' : passphrase === '' ? 'Type the passphrase first.' : null} data-testid="connection.unlock">Unlock</Button>
        <Button variant="ghost" onClick={() => void tools.forgetKept(arn === undefined ? undefined : [arn])} tooltip="Deletes what is kept; the secret is then typed again" data-testid="connection.forget">{arn === undefined ? 'Forget them' : 'Forget it'}</Button>
      </div>
    } />
  );
}
