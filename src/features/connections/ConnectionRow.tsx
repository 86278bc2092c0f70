import { useMemo } from 'react';
import { connectionUses, namesOf } from '../../editor/connectionUses.ts';
import { selectIndex } from '../../editor/selectors/document.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { Connection } from '../../http/connection.ts';
import { NO_AUTHENTICATION } from '../../http/connectionParts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import css from './ConnectionsDialog.module.css';

const KIND = { API_KEY: 'API key', BASIC: 'Basic', OAUTH_CLIENT_CREDENTIALS: 'OAuth' } as const;

interface Props {
  readonly connection: Connection;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

export function ConnectionRow({ connection, onEdit, onDuplicate, onRemove }: Props) {
  const { arn, name, sample } = connection;
  const index = useEditor(selectIndex);
  const uses = useMemo(() => connectionUses(index, arn), [index, arn]);
  const more = <IconButton icon="more" label={`More about ${name}`} />;
  return (
    <li className={css.row} data-testid={`connections.row.${name}`}>
      <span className={css.tile}><Icon name="plug" /></span>
      <div className={css.words}>
        <div className={css.line}>
          <button type="button" className={css.name} onClick={onEdit}>{name}</button>
          <span className={css.kind}>{kindOf(connection)}</span>
          {sample && <Chip tone="outline" title="A sample value, which only the sandbox takes">sample</Chip>}
        </div>
        <div className={css.second} title={whereTo(connection)}>{whereTo(connection)}</div>
        <div className={css.second}>{uses.length === 0 ? 'Not used in this workflow' : `Used by ${namesOf(uses)}`}</div>
      </div>
      <Status arn={arn} />
      <Button onClick={onEdit} aria-label={`Edit ${name}`}>Edit</Button>
      <Menu label={`More about ${name}`} align="end" trigger={more} entries={[
        { id: 'duplicate', label: 'Duplicate', icon: 'copy', onSelect: onDuplicate },
        'separator',
        { id: 'delete', label: 'Delete', icon: 'trash', danger: true, onSelect: onRemove },
      ]} />
    </li>
  );
}

function Status({ arn }: { readonly arn: string }) {
  const ready = useEditor((s) => s.unlocked.includes(arn));
  const kept = useEditor((s) => s.kept.includes(arn));
  if (ready) return <Chip tone="succeeded" icon="check" title={kept ? 'Its secret is in memory, and kept here encrypted' : 'Its secret is in memory'}>{kept ? 'Ready, kept' : 'Ready'}</Chip>;
  if (kept) return <Chip tone="neutral" icon="lock" title="Its secret is kept here, encrypted">Locked</Chip>;
  return <Chip tone="caught" icon="key" title="Its secret is not in memory any more">Type it again</Chip>;
}

const hidesNothing = ({ authorization }: Connection): boolean => authorization.type === 'API_KEY' && authorization.apiKeyName === NO_AUTHENTICATION.apiKeyName;
const kindOf = (connection: Connection): string => (hidesNothing(connection) ? 'No authentication' : KIND[connection.authorization.type]);
const hostOf = (origin: string): string => origin.replace(/^https?:\/\//, '');

function whereTo(connection: Connection): string {
  const { authorization, allowedOrigins } = connection;
  const hosts = allowedOrigins.map(hostOf).join(', ') || 'nowhere yet';
  if (authorization.type === 'OAUTH_CLIENT_CREDENTIALS') return `Token from ${hostOf(authorization.endpoint)}, sent to ${hosts} only`;
  return hidesNothing(connection) ? `For ${hosts}` : `Its secret goes to ${hosts} only`;
}

interface MissingProps {
  readonly arn: string;
  readonly states: readonly string[];
  readonly onMake: () => void;
}

/** An ARN that the definition names and nobody made here. */
export function MissingRow({ arn, states, onMake }: MissingProps) {
  return (
    <li className={css.row}>
      <span className={css.tile} data-missing=""><Icon name="unknown" /></span>
      <div className={css.words}>
        <div className={css.line}><span className={css.arn} title={arn}>{arn}</span></div>
        <div className={css.second}>{`Used by ${namesOf(states.map((name) => ({ name })))}`}</div>
      </div>
      <Button icon="plug" onClick={onMake}>Make it</Button>
    </li>
  );
}
