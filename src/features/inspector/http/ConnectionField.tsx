import { useEffect } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import type { Connection } from '../../../http/connection.ts';
import { isConnectionArn } from '../../../http/connectionArn.ts';
import { CONNECTION_PRESETS } from '../../../http/presets.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SelectField, type SelectOption } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { bindingOf, kindOf, nameInArn, statusOf, type ConnectionStatus } from './connectionStatus.ts';
import { connectionHolder, literalEndpoint } from './httpFields.ts';
import { useArgument } from './useArgument.ts';
import css from './ConnectionField.module.css';

/** Which connection authorizes the call, whether its secret is here, and where that may go. */
export function ConnectionField({ entry }: { readonly entry: StateEntry }) {
  const argument = useArgument(entry, connectionHolder(entry), 'ConnectionArn');
  const connections = useEditor((s) => s.connections);
  const unlocked = useEditor((s) => s.unlocked);
  const kept = useEditor((s) => s.kept);
  const { showDialog } = useActions();
  const manage = <Button variant="ghost" size="small" icon="plug" onClick={() => showDialog({ kind: 'connections' })} data-testid="inspector.connection.all">All connections</Button>;
  const arn = argument.text;
  const chosen = connections.find((connection) => connection.arn === arn);
  const makeNew = (preset?: string): void => showDialog({ kind: 'connection', arn: null, forState: entry.id, ...(preset === undefined ? {} : { preset }) });
  const edit = (): void => showDialog({ kind: 'connection', arn, forState: entry.id });
  const labelEnd = (
    <span className={css.buttons}>
      {chosen && <IconButton icon="pencil" size="small" label={`Edit the connection ${chosen.name}`} onClick={edit} data-testid="inspector.connection.edit" />}
      <Button variant="ghost" size="small" icon="plus" onClick={() => makeNew()} data-testid="inspector.connection.new">New connection</Button>
    </span>
  );
  if (argument.computed) {
    return <TextField label="Connection" mono value={arn} error={argument.error} onCommit={argument.commit} labelEnd={labelEnd} hint="Computed when the state runs: a test uses the connection whose ARN comes out." data-testid="inspector.connection" />;
  }
  const unknown = arn !== '' && !chosen;
  return (
    <div className={css.connection}>
      <SelectField
        label="Connection"
        options={optionsFor(connections, unlocked, kept, unknown ? arn : null)}
        value={arn}
        placeholder={connections.length === 0 ? 'None yet' : 'Choose a connection'}
        error={argument.error}
        onChange={argument.commit}
        labelEnd={labelEnd}
        footer={manage}
        data-testid="inspector.connection"
      />
      {chosen && <Binding connection={chosen} endpoint={literalEndpoint(entry)} locked={!unlocked.includes(arn)} onEdit={edit} />}
      {unknown && <Unknown arn={arn} onMake={edit} />}
      {arn === '' && <Presets endpoint={literalEndpoint(entry)} onMake={makeNew} />}
    </div>
  );
}

function optionsFor(connections: readonly Connection[], unlocked: readonly string[], kept: readonly string[], unknown: string | null): readonly SelectOption[] {
  const known = connections.map((connection) => ({
    value: connection.arn, label: connection.name, description: kindOf(connection), end: <StatusOf status={statusOf(connection.arn, connections, unlocked)} kept={kept.includes(connection.arn)} />,
  }));
  return unknown === null ? known : [...known, { value: unknown, label: nameInArn(unknown), description: 'Named in the definition', end: <StatusOf status="unknown" kept={false} /> }];
}

function StatusOf({ status, kept }: { readonly status: ConnectionStatus; readonly kept: boolean }) {
  if (status === 'ready') return <Chip tone="succeeded" icon="check" title="Its secret is in memory">Ready</Chip>;
  if (status === 'locked' && kept) return <Chip tone="neutral" icon="lock" title="Its secret is kept here, encrypted">Locked</Chip>;
  if (status === 'locked') return <Chip tone="caught" icon="key" title="Its secret is not in memory any more">Type it again</Chip>;
  return <Chip tone="outline" title="The definition names it; it was not made here">Not made yet</Chip>;
}

interface BindingProps {
  readonly connection: Connection;
  readonly endpoint: string;
  readonly locked: boolean;
  readonly onEdit: () => void;
}

function Binding({ connection, endpoint, locked, onEdit }: BindingProps) {
  const binding = bindingOf(connection, endpoint);
  const kept = useEditor((s) => s.kept.includes(connection.arn));
  const { connectionTools } = useActions();
  // Only a locked one needs to know whether its secret is kept.
  useEffect(() => {
    if (locked) connectionTools().catch(() => undefined);
  }, [locked, connectionTools]);
  return (
    <>
      <p className={css.hint} data-warning={!binding.fits || undefined} data-testid="inspector.connection.binding">{binding.text}</p>
      {connection.sample && <p className={css.hint}>A sample key, which only the sandbox takes.</p>}
      {locked && (
        <p className={css.line}>
          <span className={css.hint}>{kept ? 'Its secret is kept here, locked.' : 'Its secret was kept in memory only.'}</span>
          <Button size="small" icon="key" onClick={onEdit}>{kept ? 'Unlock it' : 'Type it again'}</Button>
        </p>
      )}
    </>
  );
}

function Unknown({ arn, onMake }: { readonly arn: string; readonly onMake: () => void }) {
  if (!isConnectionArn(arn)) return <p className={css.hint}>{`“${arn}” stands for an ARN that is filled in later. Choose a connection to test with.`}</p>;
  return (
    <p className={css.line}>
      <span className={css.hint}>The definition names it; make it here to test the call.</span>
      <Button size="small" icon="plug" onClick={onMake} data-testid="inspector.connection.make">Make this connection</Button>
    </p>
  );
}

/** The shortest way to a connection: the ones that fit this endpoint, and the one for no authentication. */
function Presets({ endpoint, onMake }: { readonly endpoint: string; readonly onMake: (preset: string) => void }) {
  const fitting = CONNECTION_PRESETS.filter((preset) => preset.allowedOrigins.length === 0 || preset.allowedOrigins.some((origin) => endpoint.startsWith(origin)));
  const shown = fitting.length > 1 ? fitting : CONNECTION_PRESETS;
  return (
    <div className={css.presets}>
      <p className={css.hint}>Every HTTP task needs a connection. Make one for</p>
      {shown.map((preset) => <Button key={preset.id} size="small" onClick={() => onMake(preset.id)}>{preset.label}</Button>)}
    </div>
  );
}
