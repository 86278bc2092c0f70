import type { ConnectionTools } from '../../editor/ConnectionTools.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { SHORTEST_PASSPHRASE } from '../../services/keptSecrets.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './ConnectionDialog.module.css';

export interface Keeping {
  /** Null: as it was. */
  readonly keep: boolean | null;
  readonly passphrase: string;
  readonly problem: string | null;
}

interface Props {
  readonly keeping: Keeping;
  readonly onChange: (keeping: Keeping) => void;
  readonly arn: string | null;
  readonly tools: ConnectionTools | null;
}

const HINT = {
  none: 'Stored nowhere: after a reload you type it, once for all kept secrets.',
  locked: 'Other secrets are kept here already. Type their passphrase.',
} as const;

/** Null, or why the secret cannot be kept with what was typed. */
export async function passphraseProblem({ keep, passphrase }: Keeping, arn: string | null, tools: ConnectionTools): Promise<string | null> {
  if (keep !== true || tools.isKept(arn)) return null;
  switch (tools.keptState()) {
    case 'open':
      return null;
    case 'locked':
      return passphrase === '' ? 'Type the passphrase of the secrets that are kept already.' : tools.unlock(passphrase);
    case 'none':
      return passphrase.length >= SHORTEST_PASSPHRASE ? null : `Choose a passphrase of at least ${SHORTEST_PASSPHRASE} characters: it is all that protects the secret.`;
  }
}

/** Secrets are in memory only, unless a person chooses to keep them, encrypted. */
export function KeepSecret({ keeping, onChange, arn, tools }: Props) {
  const isKept = useEditor((s) => arn !== null && s.kept.includes(arn));
  const keep = keeping.keep ?? isKept;
  const state = tools?.keptState() ?? 'none';
  return (
    <div className={css.keep}>
      <Checkbox label="Keep its secret in this browser, encrypted" checked={keep} onChange={(checked) => onChange({ ...keeping, keep: checked, problem: null })} data-testid="connection.keep"
        hint={keep ? 'No export or link holds it.' : 'Else it is in memory only, and typed again after a reload.'} />
      {keep && !isKept && state !== 'open' && (
        <TextField label={state === 'locked' ? 'Passphrase of the kept secrets' : 'Passphrase'} type="password" autoComplete="off" value={keeping.passphrase} error={keeping.problem} hint={HINT[state]}
          onChange={(passphrase) => onChange({ ...keeping, passphrase, problem: null })} data-testid="connection.passphrase" />
      )}
    </div>
  );
}
