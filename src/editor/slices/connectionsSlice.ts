import type { Connection } from '../../http/connection.ts';
import type { ConsentAnswer, ConsentQuestion } from '../../services/consent.ts';
import type { Actions, ConnectionsSlice } from '../EditorState.ts';
import type { SliceContext, SliceOf } from '../slice.ts';

type Names = 'saveConnection' | 'removeConnection' | 'answerConsent' | 'removeGrants' | 'clearSent';

/** Who waits for which answer. Questions stand in a row: one is shown at a time. */
const waiting = new WeakMap<Actions, Map<string, (answer: ConsentAnswer) => void>>();

/** Shows the question and waits for the person. Nothing is sent while it stands. */
export function askConsent({ set, get }: SliceContext, question: ConsentQuestion): Promise<ConsentAnswer> {
  const { actions, consent } = get();
  const answers = waiting.get(actions) ?? new Map<string, (answer: ConsentAnswer) => void>();
  waiting.set(actions, answers);
  // A question that still stands belongs to a test that was left: not answered means not allowed.
  if (consent) actions.answerConsent(consent.id, 'cancel');
  return new Promise((resolve) => {
    answers.set(question.id, resolve);
    set({ consent: question });
  });
}

/** Connections without their secrets, grants, and the list of what was sent. Secret values live in the vault, never here. */
export function connectionsSlice({ set, get, services }: SliceContext): SliceOf<ConnectionsSlice, Names> {
  const unlockedOf = (connections: readonly Connection[]): readonly string[] => connections.filter((c) => services.vault.hasAll(c)).map((c) => c.arn);
  const keep = (connections: readonly Connection[]): void => {
    set({ connections, unlocked: unlockedOf(connections) });
    void services.person.saveConnections(connections).then((saved) => {
      if (!saved.ok) get().actions.notify({ tone: 'error', title: 'The connection is not kept', text: saved.error.message });
    });
  };
  return {
    state: { connections: [], unlocked: [], grants: [], consent: null, sent: [] },
    actions: {
      saveConnection(connection, secrets) {
        if (secrets) services.vault.put(connection.arn, secrets);
        const others = get().connections.filter((other) => other.arn !== connection.arn);
        keep([...others, connection].toSorted((a, b) => a.name.localeCompare(b.name)));
      },
      removeConnection(arn) {
        services.vault.drop(arn);
        keep(get().connections.filter((connection) => connection.arn !== arn));
      },
      answerConsent(id, answer) {
        const answers = waiting.get(get().actions);
        set((s) => (s.consent?.id === id ? { consent: null } : {}));
        answers?.get(id)?.(answer);
        answers?.delete(id);
      },
      removeGrants(grants) {
        set((s) => ({ grants: grants === undefined ? [] : s.grants.filter((grant) => !grants.includes(grant)) }));
        void services.person.saveGrants(get().grants);
      },
      clearSent() {
        set({ sent: [] });
        void services.person.clearSent();
      },
    },
  };
}
