import type { ConnectionTools } from '../../editor/ConnectionTools.ts';
import { useEditor } from '../../editor/useEditor.ts';
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
  none: 'Choose a passphrase of 8 characters or more. It is stored nowhere: after a reload you type it once for all kept secrets.',
  locked: 'Other secrets are kept here already. Type their passphrase.',
} as const;

/** Secrets are in memory only, unless a person chooses to keep them, encrypted. */
export function KeepSecret({ keeping, onChange, arn, tools }: Props) {
  const isKept = useEditor((s) => arn !== null && s.kept.includes(arn));
  const keep = keeping.keep ?? isKept;
  const state = tools?.keptState() ?? 'none';
  return (
    <div className={css.keep}>
      <Checkbox label="Keep its secret in this browser, encrypted" checked={keep} onChange={(checked) => onChange({ ...keeping, keep: checked, problem: null })} data-testid="connection.keep"
        hint={keep ? 'It never leaves this browser, and no export or link holds it.' : 'Without this it stays in memory: after a reload you type it again.'} />
      {keep && !isKept && state !== 'open' && (
        <TextField label={state === 'locked' ? 'Passphrase of the kept secrets' : 'Passphrase'} type="password" autoComplete="off" value={keeping.passphrase} error={keeping.problem} hint={HINT[state]}
          onChange={(passphrase) => onChange({ ...keeping, passphrase, problem: null })} data-testid="connection.passphrase" />
      )}
    </div>
  );
}
