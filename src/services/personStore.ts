import type { Connection, ConnectionParameter, HttpParameters } from '../http/connection.ts';
import { type Grant, withGrant } from '../http/grants.ts';
import { ok, type Result } from '../lib/Result.ts';
import type { SentEntry } from './consent.ts';
import type { KeyValue } from './keyValue.ts';
import { readConnections, readGrants, readSent, readSettings } from './personGuards.ts';
import { defaultSettings, type Settings } from './settings.ts';
import type { StorageProblem } from './storageProblem.ts';
import type { Schema } from './versioned.ts';
import { changePart, readPart } from './versionedParts.ts';

/** What belongs to the person and to no document: connections without secrets, grants, the list of what was sent, settings. */
export interface Person {
  readonly connections: readonly Connection[];
  readonly grants: readonly Grant[];
  /** Newest first. */
  readonly sent: readonly SentEntry[];
  readonly settings: Settings;
}

export interface PersonStore {
  /** Damaged parts come back empty, with a problem that holds what was kept aside. */
  load(): Promise<{ readonly person: Person; readonly problems: readonly StorageProblem[] }>;
  /** Secret values are taken out, should any have come in. */
  saveConnection(connection: Connection): Promise<Result<null, StorageProblem>>;
  /** With what was granted to it: a connection that is made under the same ARN later begins without grants. */
  removeConnection(arn: string): Promise<Result<null, StorageProblem>>;
  /** Only "always" is kept. */
  addGrant(grant: Grant): Promise<Result<null, StorageProblem>>;
  /** Without keys: all of them. */
  removeGrants(grants?: readonly Grant[]): Promise<Result<null, StorageProblem>>;
  recordSent(entry: SentEntry): Promise<Result<null, StorageProblem>>;
  clearSent(): Promise<Result<null, StorageProblem>>;
  /** The same change as in memory: another tab may have made others. */
  changeSettings(change: (settings: Settings) => Settings): Promise<Result<null, StorageProblem>>;
}

export const SENT_CAP = 500;

const SCHEMAS = {
  connections: { what: 'The list of connections', version: 1, migrations: {}, parse: readConnections, empty: [] } satisfies Schema<readonly Connection[]>,
  grants: { what: 'The list of permissions', version: 1, migrations: {}, parse: readGrants, empty: [] } satisfies Schema<readonly Grant[]>,
  sent: { what: 'The list of sent requests', version: 1, migrations: {}, parse: readSent, empty: [] } satisfies Schema<readonly SentEntry[]>,
  settings: { what: 'The settings', version: 1, migrations: {}, parse: readSettings, empty: defaultSettings } satisfies Schema<Settings>,
};
type Part = keyof Person;

export function createPersonStore(store: KeyValue): PersonStore {
  const change = <T>(part: Part, schema: Schema<T>, next: (data: T) => T): Promise<Result<null, StorageProblem>> => changePart(store, part, schema, next);

  return {
    async load() {
      const problems: StorageProblem[] = [];
      const person = {
        connections: await readPart(store, 'connections', SCHEMAS.connections, problems),
        grants: await readPart(store, 'grants', SCHEMAS.grants, problems),
        sent: await readPart(store, 'sent', SCHEMAS.sent, problems),
        settings: await readPart(store, 'settings', SCHEMAS.settings, problems),
      };
      return { person, problems };
    },
    saveConnection(connection) {
      const bare = withoutSecrets(connection);
      return change('connections', SCHEMAS.connections, (all) => (all.some(({ arn }) => arn === bare.arn) ? all.map((one) => (one.arn === bare.arn ? bare : one)) : [...all, bare]));
    },
    async removeConnection(arn) {
      const granted = await change('grants', SCHEMAS.grants, (all) => all.filter(({ key }) => key.connection !== arn));
      const removed = await change('connections', SCHEMAS.connections, (all) => all.filter((one) => one.arn !== arn));
      return removed.ok ? granted : removed;
    },
    addGrant: (grant) => (grant.kind === 'always' ? change('grants', SCHEMAS.grants, (all) => withGrant(all, grant)) : Promise.resolve(ok(null))),
    removeGrants: (grants) => change('grants', SCHEMAS.grants, (all) => (grants === undefined ? [] : all.filter((one) => !grants.some((gone) => sameGrant(gone, one))))),
    recordSent: (entry) => change('sent', SCHEMAS.sent, (all) => [entry, ...all].slice(0, SENT_CAP)),
    clearSent: () => change('sent', SCHEMAS.sent, () => []),
    changeSettings: (next) => change('settings', SCHEMAS.settings, next),
  };
}

function withoutSecrets(connection: Connection): Connection {
  const bare = (parameters: HttpParameters): HttpParameters => ({ header: parameters.header.map(bareParameter), query: parameters.query.map(bareParameter), body: parameters.body.map(bareParameter) });
  const { authorization } = connection;
  return {
    ...connection,
    parameters: bare(connection.parameters),
    authorization: authorization.type === 'OAUTH_CLIENT_CREDENTIALS' ? { ...authorization, parameters: bare(authorization.parameters) } : authorization,
  };
}

const bareParameter = (parameter: ConnectionParameter): ConnectionParameter => (parameter.isSecret ? { key: parameter.key, isSecret: true } : parameter);

const sameGrant = (one: Grant, other: Grant): boolean => {
  const spell = ({ key, kind, insideAddress }: Grant): string => JSON.stringify([key.workflow, key.origin, key.sentTo, key.connection, key.method, key.purpose, kind, insideAddress]);
  return spell(one) === spell(other);
};
