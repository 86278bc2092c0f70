import { useMemo, useState } from 'react';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useServices } from '../../editor/useServices.ts';
import { changeWorkflow } from '../../editor/workflowSettings.ts';
import type { Connection } from '../../http/connection.ts';
import { isConnectionArn, MADE_UP_ACCOUNT } from '../../http/connectionArn.ts';
import { createConnection } from '../../http/createConnection.ts';
import { connectionPlace } from '../../iam/arn.ts';
import { httpCalls } from '../../iam/httpCalls.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Iam } from './useIam.ts';
import css from './IamDialog.module.css';

interface UsedConnection {
  readonly arn: string;
  readonly states: readonly string[];
}

/** How each connection is made in AWS, and which real ARN takes the place of the one in the definition. */
export function ConnectionsTab({ iam }: { readonly iam: Iam }) {
  const tree = useEditor((s) => s.goodTree);
  const connections = useEditor((s) => s.connections);
  const used = useMemo(() => usedConnections(tree), [tree]);
  if (used.length === 0) return <p className={css.lead}>No HTTP task names a connection yet. Choose or make one in the form of the state.</p>;
  return (
    <>
      <p className={css.lead}>Make each connection once, then write its ARN here: the policies and the export name it from then on. The definition in the studio keeps its own.</p>
      {used.map((one) => <Row key={one.arn} used={one} connection={connections.find(({ arn }) => arn === one.arn)} iam={iam} />)}
    </>
  );
}

function usedConnections(tree: Parameters<typeof httpCalls>[0]): readonly UsedConnection[] {
  const states = new Map<string, string[]>();
  for (const { connection, state } of httpCalls(tree)) {
    if (connection.kind === 'literal') states.set(connection.text, [...(states.get(connection.text) ?? []), state]);
  }
  return [...states].map(([arn, names]) => ({ arn, states: names }));
}

function Row({ used, connection, iam }: { readonly used: UsedConnection; readonly connection: Connection | undefined; readonly iam: Iam }) {
  const name = connectionPlace(used.arn)?.name ?? used.arn;
  return (
    <section className={css.connection} data-testid={`iam.connection.${name}`}>
      <h3 className={css.connectionHead}>{connection?.name ?? name}{used.arn.includes(`:${MADE_UP_ACCOUNT}:`) && <Chip tone="caught">made up here</Chip>}</h3>
      <span className={css.states}>Used by {used.states.map((state) => <Chip key={state}>{state}</Chip>)}</span>
      {connection ? <Command connection={connection} region={iam.region} /> : <p className={css.lead}>Nothing is known of it here, so there is no command. Make it in the studio, or fill in the ARN it has in AWS.</p>}
      <RealArn local={used.arn} name={name} iam={iam} />
    </section>
  );
}

function Command({ connection, region }: { readonly connection: Connection; readonly region: string }) {
  const { files } = useServices();
  const { name, auth, command, placeholders } = useMemo(() => createConnection(connection, region), [connection, region]);
  const fileName = `${name}.auth-parameters.json`;
  return (
    <>
      <pre className={css.command} tabIndex={0} aria-label={`Command that makes ${name}`} data-testid="iam.command">{command}</pre>
      <div className={css.row}>
        <CopyButton text={command} label={`Copy the command for ${name}`} variant="secondary">Copy the command</CopyButton>
        <Button size="small" icon="download" onClick={() => void files.download(fileName, `${JSON.stringify(auth, null, 2)}\n`)}>{`Download ${fileName}`}</Button>
      </div>
      {placeholders.length > 0 && <p className={css.lead}>For bash and zsh. Put your own in place of {placeholders.join(', ')}. To keep secrets out of the history of your shell, write them into the downloaded file and pass <code>{`--auth-parameters file://${fileName}`}</code>.</p>}
    </>
  );
}

function RealArn({ local, name, iam }: { readonly local: string; readonly name: string; readonly iam: Iam }) {
  const draftId = useEditor((s) => s.draftId);
  const { changeSettings } = useActions();
  const [error, setError] = useState<string | null>(null);
  const commit = (typed: string): void => {
    const arn = typed.trim();
    if (arn !== '' && !isConnectionArn(arn)) return setError('Write the ARN that the command prints: arn:aws:events:REGION:ACCOUNT:connection/NAME/ID.');
    setError(null);
    changeSettings(changeWorkflow(draftId, ({ arns = {}, ...rest }) => {
      const { [local]: _, ...others } = arns;
      return { ...rest, arns: arn === '' ? others : { ...others, [local]: arn } };
    }));
  };
  return (
    <div className={css.arns}>
      <p className={css.arn} title="In the definition">{local}</p>
      <span aria-hidden="true" className={css.arrow}>→</span>
      <TextField label={`Real ARN of ${name}`} hideLabel mono size="small" placeholder="arn:aws:events:… (its ARN in AWS)" value={iam.arns[local] ?? ''} error={error} onCommit={commit} data-testid="iam.realArn" />
    </div>
  );
}
