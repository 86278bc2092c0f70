import { connectionNameFrom, makeUpArn } from '../http/connectionArn.ts';
import type { Connection } from '../http/connection.ts';
import { tokenKeyPrefix } from '../http/oauth/tokenSource.ts';
import { createKeyValue } from '../services/keyValue.ts';
import { createKeptStore, type KeptStore } from '../services/keptStore.ts';
import type { ConnectionTools, SaveOptions } from './ConnectionTools.ts';
import { connectionUses, followConnection } from './connectionUses.ts';
import { selectIndex } from './selectors/document.ts';
import type { SliceContext } from './slice.ts';
import { tokensOf } from './tokensOf.ts';

/** The tools of one store. What they keep of secrets is encrypted; everything else goes through the store's own actions. */
export async function createConnectionTools(context: SliceContext): Promise<ConnectionTools> {
  const { set, get, services } = context;
  const kept: KeptStore = services.kept ?? createKeptStore(createKeyValue('asl-studio-kept'));
  const find = (arn: string): Connection | undefined => get().connections.find((one) => one.arn === arn);
  const showKept = async (): Promise<void> => set({ kept: await kept.arns() });
  const said = (problem: string | null): void => {
    if (problem !== null) get().actions.notify({ tone: 'error', title: 'Not changed in this browser', text: problem });
  };
  const forget = async (arns?: readonly string[]): Promise<void> => {
    const done = await kept.forget(arns);
    said(done.ok ? null : done.error);
    await showKept();
  };
  /** What stands under the old ARN, for the new one: typed values that are held are not lost by a rename. */
  const moved = (connection: Connection, replaces: string) => {
    const before = find(replaces);
    if (before !== undefined) services.vault.put(connection, services.vault.get({ ...before, authorization: connection.authorization }));
  };
  const follow = (from: string, to: string, name: string): void => {
    if (connectionUses(selectIndex(get()), from).some(({ literal }) => literal)) get().actions.apply(followConnection(from, to, `Use the connection ${name}`), { origin: 'form' });
  };

  async function keepAsAsked(connection: Connection, { keep, passphrase, replaces }: SaveOptions): Promise<string | null> {
    const wasKept = get().kept.includes(replaces ?? connection.arn);
    if (keep === false && wasKept) await forget([replaces ?? connection.arn]);
    // Kept before and changed now: written again where that needs no passphrase, else forgotten, so that no old value comes back.
    const writes = keep === true || (keep === undefined && wasKept);
    if (!writes) return null;
    const { authorization } = connection;
    const endpoint = authorization.type === 'OAUTH_CLIENT_CREDENTIALS' ? authorization.endpoint : '';
    const secrets = services.vault.get(connection);
    if (Object.keys(secrets).length === 0) return null;
    const done = await kept.keep(connection.arn, { endpoint, secrets }, passphrase);
    if (!done.ok && keep === true) return done.error;
    if (replaces !== undefined && replaces !== connection.arn) await kept.forget([replaces]);
    if (!done.ok) await kept.forget([connection.arn]);
    await showKept();
    return null;
  }

  const tools: ConnectionTools = {
    async save(connection, secrets, options = {}) {
      const { actions } = get();
      const { replaces } = options;
      const renamed = replaces !== undefined && replaces !== connection.arn;
      if (renamed) moved(connection, replaces);
      actions.saveConnection(connection, secrets);
      tokensOf(context).forget(tokenKeyPrefix(connection.arn));
      const problem = await keepAsAsked(connection, options);
      if (renamed) {
        if (options.follow) follow(replaces, connection.arn, connection.name);
        tokensOf(context).forget(tokenKeyPrefix(replaces));
        actions.removeConnection(replaces);
        // Sealed for the old ARN, it opens for no other.
        if (get().kept.includes(replaces)) await forget([replaces]);
      }
      return problem;
    },
    duplicate(arn) {
      const original = find(arn);
      if (original === undefined) return null;
      const name = freeName(original.name, get().connections);
      const { sample: _, ...rest } = original;
      const copy: Connection = { ...rest, name, arn: makeUpArn(name, services.id(), get().settings.region), madeUp: true };
      get().actions.saveConnection(copy, services.vault.get(original));
      return copy;
    },
    async remove(arn, replacement) {
      const to = replacement === undefined ? undefined : find(replacement);
      if (to !== undefined) follow(arn, to.arn, to.name);
      tokensOf(context).forget(tokenKeyPrefix(arn));
      get().actions.removeConnection(arn);
      if (get().kept.includes(arn)) await forget([arn]);
    },
    async unlock(passphrase) {
      const opened = await kept.unlock(passphrase);
      if (!opened.ok) return opened.error;
      for (const [arn, { endpoint, secrets }] of opened.value) {
        const connection = find(arn);
        if (connection === undefined) continue;
        const { authorization } = connection;
        const bound = authorization.type !== 'OAUTH_CLIENT_CREDENTIALS' || authorization.endpoint === endpoint;
        // What was typed since the reload is newer.
        const held = services.vault.get(connection);
        services.vault.put(connection, bound ? { ...secrets, ...held } : held);
      }
      set((s) => ({ unlocked: s.connections.filter((one) => services.vault.hasAll(one)).map((one) => one.arn) }));
      await showKept();
      return null;
    },
    forgetKept: forget,
    isKept: (arn) => arn !== null && get().kept.includes(arn),
    keptState: () => (get().kept.length === 0 ? 'none' : kept.isLocked() ? 'locked' : 'open'),
  };
  await showKept();
  return tools;
}

/** `stripe-copy`, `stripe-copy-2`: at most 64 characters, as AWS takes them. */
function freeName(name: string, connections: readonly Connection[]): string {
  const taken = new Set(connections.map((one) => one.name));
  for (let at = 1; ; at++) {
    const end = at === 1 ? '-copy' : `-copy-${at}`;
    const tried = connectionNameFrom(name.slice(0, 64 - end.length)) + end;
    if (!taken.has(tried)) return tried;
  }
}
