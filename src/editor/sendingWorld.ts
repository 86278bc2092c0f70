import type { StateEntry } from '../asl/states.ts';
import type { HttpWorld } from '../http/performHttpTask.ts';
import { withGrant } from '../http/grants.ts';
import { createHttpWorld } from '../services/httpWorld.ts';
import { keepExchange } from './keptExchanges.ts';
import { askConsent } from './slices/connectionsSlice.ts';
import type { SliceContext } from './slice.ts';
import { tokensOf } from './tokensOf.ts';

/** The world of one HTTP task, as it is at the click: this workflow, its mappings, the person's connections and grants. */
export function sendingWorld(context: SliceContext, entry: StateEntry): HttpWorld {
  const { set, get, services } = context;
  const s = get();
  const connected = s.bridge.kind === 'connected' ? s.bridge : null;
  return createHttpWorld({
    region: s.settings.region,
    workflow: { id: s.draftId, name: s.name },
    state: entry.name,
    connections: s.connections,
    vault: services.vault,
    tokens: tokensOf(context),
    hostMappings: s.sidecar.hostMappings,
    ...(connected?.sandboxOrigin === undefined ? {} : { sandboxOrigin: connected.sandboxOrigin }),
    bridge: connected ? services.bridge : null,
    direct: services.direct,
    grants: {
      all: () => get().grants,
      add(grant) {
        set((now) => ({ grants: withGrant(now.grants, grant) }));
        void services.person.addGrant(grant);
      },
    },
    ask: (question) => askConsent(context, entry.id, question),
    record(sent, kept) {
      keepExchange(get().actions, sent.id, kept);
      get().actions.recordSent(sent);
    },
    now: services.now,
    id: services.id,
  });
}
