import type { ConnectionPreset } from '../../http/presets.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, type SelectOption } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useState } from 'react';
import type { ConnectionForm, FormKind, FormProblem } from './connectionForm.ts';
import css from './ConnectionDialog.module.css';

const KINDS: readonly SelectOption<FormKind>[] = [
  { value: 'API_KEY', label: 'API key', description: 'A header of your choice carries the key' },
  { value: 'BASIC', label: 'Basic', description: 'User name and password' },
  { value: 'stripe', label: 'Stripe secret key', description: 'API key for api.stripe.com' },
  { value: 'github', label: 'GitHub token', description: 'API key for api.github.com' },
  { value: 'none', label: 'No authentication needed', description: 'An API key that hides nothing' },
];

interface Props {
  readonly form: ConnectionForm;
  readonly preset: ConnectionPreset | null;
  readonly problem: FormProblem | null;
  readonly isNew: boolean;
  readonly hasSecret: boolean;
  readonly onChoose: (kind: FormKind) => void;
  readonly onChange: (part: Partial<ConnectionForm>) => void;
}

export function ConnectionFields({ form, preset, problem, isNew, hasSecret, onChoose, onChange }: Props) {
  const errorOf = (field: FormProblem['field']): string | null => (problem?.field === field ? problem.message : null);
  return (
    <>
      <div className={css.pair}>
        <SelectField label="Authorization" options={isNew ? KINDS : KINDS.slice(0, 2)} value={form.kind} onChange={onChoose} data-testid="connection.kind" />
        <TextField label="Name" value={form.name} error={errorOf('name')} onChange={(name) => onChange({ name })} />
      </div>
      {preset && <p className={css.why}>{preset.explanation}</p>}
      {form.kind !== 'none' && (
        <div className={css.pair}>
          {form.kind === 'BASIC' ? (
            <TextField label="User name" mono value={form.username} error={errorOf('username')} onChange={(username) => onChange({ username })} />
          ) : (
            <TextField label="Header" mono readOnly={preset !== null} value={form.apiKeyName} error={errorOf('apiKeyName')} onChange={(apiKeyName) => onChange({ apiKeyName })} />
          )}
          <Secret form={form} preset={preset} error={errorOf('secret')} hasSecret={hasSecret} onChange={onChange} />
        </div>
      )}
      <TextArea label="Allowed origins, one a line" mono value={form.origins} error={errorOf('origins')} onChange={(origins) => onChange({ origins })}
        hint="The secret is sent to these origins only, whatever a workflow says. The sandbox of the studio may always get it." data-testid="connection.origins" />
      <TextField label="ARN" mono readOnly value={form.arn === '' ? 'Made up when you save; replace it before you deploy' : form.arn} onChange={() => undefined} />
    </>
  );
}

interface SecretProps {
  readonly form: ConnectionForm;
  readonly preset: ConnectionPreset | null;
  readonly error: string | null;
  readonly hasSecret: boolean;
  readonly onChange: (part: Partial<ConnectionForm>) => void;
}

function Secret({ form, preset, error, hasSecret, onChange }: SecretProps) {
  const [shown, setShown] = useState(false);
  const label = form.kind === 'BASIC' ? 'Password' : (preset?.secret?.label ?? 'Value');
  const toggle = <Button variant="ghost" size="small" onClick={() => setShown(!shown)} pressed={shown}>{shown ? 'Hide' : 'Show'}</Button>;
  return (
    <TextField
      label={label}
      mono
      type={shown ? 'text' : 'password'}
      autoComplete="new-password"
      placeholder={hasSecret ? 'In memory; type to replace it' : (preset?.secret?.placeholder ?? '')}
      hint={hasSecret ? null : 'Kept in memory only: after a reload you type it again.'}
      value={form.secret}
      error={error}
      labelEnd={toggle}
      onChange={(secret) => onChange({ secret })}
      data-testid="connection.secret"
    />
  );
}
