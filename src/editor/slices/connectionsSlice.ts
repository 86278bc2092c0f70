import type { Connection } from '../../http/connection.ts';
import type { Result } from '../../lib/Result.ts';
import type { ConsentAnswer, ConsentQuestion } from '../../services/consent.ts';
import type { StorageProblem } from '../../services/storageProblem.ts';
import type { Actions, ConnectionsSlice } from '../EditorState.ts';
import { SAMPLE_SECRETS } from '../starters.ts';
import type { SliceContext, SliceOf } from '../slice.ts';

type Names = 'offerConnection' | 'unlockSamples' | 'saveConnection' | 'removeConnection' | 'answerConsent' | 'removeGrants' | 'clearSent';

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
  const show = (connections: readonly Connection[]): void => set({ connections, unlocked: unlockedOf(connections) });
  const keep = (saving: Promise<Result<null, StorageProblem>>): void =>
    void saving.then((saved) => {
      if (!saved.ok) get().actions.notify({ tone: 'error', title: 'Not kept in this browser', text: saved.error.message });
    });
  return {
    state: { connections: [], unlocked: [], grants: [], consent: null, sent: [] },
    actions: {
      saveConnection(connection, secrets) {
        if (secrets) services.vault.put(connection.arn, secrets);
        const others = get().connections.filter((other) => other.arn !== connection.arn);
        show([...others, connection].toSorted((a, b) => a.name.localeCompare(b.name)));
        keep(services.person.saveConnection(connection));
      },
      removeConnection(arn) {
        services.vault.drop(arn);
        show(get().connections.filter((connection) => connection.arn !== arn));
        keep(services.person.removeConnection(arn));
      },
      offerConnection(connection, secrets) {
        if (!get().connections.some((own) => own.arn === connection.arn)) get().actions.saveConnection(connection, secrets);
      },
      unlockSamples() {
        const { connections } = get();
        for (const { arn, sample } of connections) if (sample) services.vault.put(arn, SAMPLE_SECRETS);
        set({ unlocked: unlockedOf(connections) });
      },
      answerConsent(id, answer) {
        const answers = waiting.get(get().actions);
        set((s) => (s.consent?.id === id ? { consent: null } : {}));
        answers?.get(id)?.(answer);
        answers?.delete(id);
      },
      removeGrants(grants) {
        set((s) => ({ grants: grants === undefined ? [] : s.grants.filter((grant) => !grants.includes(grant)) }));
        keep(services.person.removeGrants(grants));
      },
      clearSent() {
        set({ sent: [] });
        keep(services.person.clearSent());
      },
    },
  };
}
