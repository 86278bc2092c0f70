import { type ReactNode, useState } from 'react';
import type { Connection } from '../../http/connection.ts';
import { noParameters } from '../../http/connection.ts';
import type { ConnectionPreset } from '../../http/presets.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, type SelectOption } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { arnOf, endpointChanged, isMadeUp, typeOf, type ConnectionForm, type FormField, type FormKind, type FormProblem } from './connectionForm.ts';
import { ParameterEditor } from './ParameterEditor.tsx';
import css from './ConnectionDialog.module.css';

const KINDS: readonly SelectOption<FormKind>[] = [
  { value: 'API_KEY', label: 'API key', description: 'A header of your choice carries the key' },
  { value: 'BASIC', label: 'Basic', description: 'User name and password' },
  { value: 'OAUTH_CLIENT_CREDENTIALS', label: 'OAuth client credentials', description: 'A token endpoint gives a bearer token' },
  { value: 'stripe', label: 'Stripe secret key', description: 'API key for api.stripe.com' },
  { value: 'github', label: 'GitHub token', description: 'API key for api.github.com' },
  { value: 'salesforce', label: 'Salesforce', description: 'OAuth client credentials of a connected app' },
  { value: 'none', label: 'No authentication needed', description: 'An API key that hides nothing' },
];

interface Props {
  readonly form: ConnectionForm;
  readonly before: Connection | null;
  readonly preset: ConnectionPreset | null;
  readonly problem: FormProblem | null;
  readonly hasSecret: boolean;
  /** The choice to keep the secret: right below it. */
  readonly keep: ReactNode;
  readonly onChoose: (kind: FormKind) => void;
  readonly onChange: (part: Partial<ConnectionForm>) => void;
}

type Fields = Omit<Props, 'onChoose' | 'problem' | 'keep'> & { readonly errorOf: (field: FormField) => string | null };

export function ConnectionFields({ onChoose, problem, keep, ...rest }: Props) {
  const { form, before, preset, onChange } = rest;
  const errorOf = (field: FormField): string | null => (problem?.field === field ? problem.message : null);
  const fields: Fields = { ...rest, errorOf };
  const arn = arnOf(form, before);
  const type = typeOf(form);
  return (
    <>
      <div className={css.pair}>
        <SelectField label="Authorization" options={before ? KINDS.slice(0, 3) : KINDS} value={form.kind} onChange={onChoose} data-testid="connection.kind" />
        <TextField label="Name" value={form.name} error={errorOf('name')} onChange={(name) => onChange({ name })} />
      </div>
      {preset && <p className={css.why}>{preset.explanation}</p>}
      {form.kind !== 'none' && (type === 'OAUTH_CLIENT_CREDENTIALS' ? <OAuth {...fields} keep={keep} /> : <><KeyOrPassword {...fields} />{keep}</>)}
      <TextArea label="Allowed origins, one a line" mono rows={2} value={form.origins} error={errorOf('origins')} onChange={(origins) => onChange({ origins })} hint={originsHint(form)} data-testid="connection.origins" />
      <TextField label="ARN" mono value={arn} error={errorOf('arn')} onChange={(typed) => onChange({ arn: typed })} data-testid="connection.arn"
        hint={isMadeUp(arn) ? 'Made up here, for an account that nobody has. Put the ARN of the real connection in its place when you have one.' : 'The definition names the connection by it.'} />
    </>
  );
}

function originsHint(form: ConnectionForm): string {
  if (form.kind === 'none') return 'This connection is used for these origins only.';
  const what = typeOf(form) === 'OAUTH_CLIENT_CREDENTIALS' ? 'The access token goes to these origins only, the client secret to its token endpoint only' : 'The secret goes to these origins only';
  return `${what}, whatever a workflow says; the sandbox may always get it.`;
}

function KeyOrPassword(fields: Fields) {
  const { form, preset, errorOf, onChange } = fields;
  return (
    <div className={css.pair}>
      {form.kind === 'BASIC' ? (
        <TextField label="User name" mono value={form.username} error={errorOf('username')} onChange={(username) => onChange({ username })} />
      ) : (
        <TextField label="Header" mono readOnly={preset !== null} value={form.apiKeyName} error={errorOf('apiKeyName')} onChange={(apiKeyName) => onChange({ apiKeyName })} />
      )}
      <Secret {...fields} label={form.kind === 'BASIC' ? 'Password' : (preset?.secret?.label ?? 'Value')} />
    </div>
  );
}

const METHODS = (['POST', 'GET', 'PUT'] as const).map((value) => ({ value, label: value }));

function OAuth({ keep, ...fields }: Fields & Pick<Props, 'keep'>) {
  const { form, before, preset, hasSecret, errorOf, onChange } = fields;
  const given = before?.authorization.type === 'OAUTH_CLIENT_CREDENTIALS' ? before.authorization.parameters : noParameters;
  const changed = endpointChanged(form, before);
  return (
    <>
      <div className={css.endpoint}>
        <SelectField label="Method" mono options={METHODS} value={form.method} onChange={(method) => onChange({ method })} data-testid="connection.method" />
        <TextField label="Token endpoint" mono placeholder="https://id.example.com/oauth2/token" value={form.endpoint} error={errorOf('endpoint')} onChange={(endpoint) => onChange({ endpoint })} data-testid="connection.endpoint"
          hint={changed ? 'The client secret was typed for another endpoint: saving clears it and the token, so type it again.' : null} />
      </div>
      <div className={css.pair}>
        <TextField label="Client ID" mono value={form.clientId} error={errorOf('clientId')} onChange={(clientId) => onChange({ clientId })} data-testid="connection.clientId" />
        <Secret {...fields} hasSecret={hasSecret && !changed} label={preset?.secret?.label ?? 'Client secret'} />
      </div>
      {keep}
      <div className={css.group}>
        <h3 className={css.label}>Parameters of the token request</h3>
        <ParameterEditor label="Parameters of the token request" rows={form.oauth} before={given} hasSecret={hasSecret && !changed} error={errorOf('oauth')} onChange={(oauth) => onChange({ oauth })} testId="connection.oauth" firstKind="body" />
      </div>
    </>
  );
}

function Secret({ form, preset, errorOf, hasSecret, onChange, label }: Fields & { readonly label: string }) {
  const [shown, setShown] = useState(false);
  const toggle = <span className={css.labelEnd}><Button variant="ghost" size="small" onClick={() => setShown(!shown)} pressed={shown}>{shown ? 'Hide' : 'Show'}</Button></span>;
  return (
    <TextField
      label={label}
      mono
      type={shown ? 'text' : 'password'}
      autoComplete="new-password"
      placeholder={hasSecret ? 'In memory; type to replace it' : (preset?.secret?.placeholder ?? '')}
      value={form.secret}
      error={errorOf('secret')}
      labelEnd={toggle}
      onChange={(secret) => onChange({ secret })}
      data-testid="connection.secret"
    />
  );
}
