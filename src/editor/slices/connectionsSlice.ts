import type { StateId } from '../../asl/names.ts';
import type { Connection } from '../../http/connection.ts';
import type { Result } from '../../lib/Result.ts';
import type { ConsentAnswer, ConsentQuestion } from '../../services/consent.ts';
import type { StorageProblem } from '../../services/storageProblem.ts';
import type { Actions, ConnectionsSlice } from '../EditorState.ts';
import { dropExchanges } from '../keptExchanges.ts';
import { SAMPLE_SECRETS } from '../starters.ts';
import type { SliceContext, SliceOf } from '../slice.ts';

type Names = 'connectionTools' | 'offerConnection' | 'unlockSamples' | 'saveConnection' | 'removeConnection' | 'answerConsent' | 'removeGrants' | 'recordSent' | 'clearSent';

interface Waiting {
  /** Whose test asks. */
  readonly state: StateId;
  readonly question: ConsentQuestion;
  readonly settle: (answer: ConsentAnswer) => void;
}

/** Questions stand in a row, by store: the first is shown, the others wait for it. */
const rows = new WeakMap<Actions, Waiting[]>();

/** Shows the question and waits for the person. Nothing is sent while it stands. */
export function askConsent({ set, get }: SliceContext, state: StateId, question: ConsentQuestion): Promise<ConsentAnswer> {
  const { actions } = get();
  const row = rows.get(actions) ?? [];
  rows.set(actions, row);
  return new Promise((settle) => {
    row.push({ state, question, settle });
    if (row.length === 1) set({ consent: question });
  });
}

/** A test that is stopped takes its questions with it: not answered means not allowed. */
export function withdrawQuestions({ get }: SliceContext, state: StateId): void {
  const { actions } = get();
  for (const asked of (rows.get(actions) ?? []).filter((waiting) => waiting.state === state)) actions.answerConsent(asked.question.id, 'cancel');
}

/** Connections without their secrets, grants, and the list of what was sent. Secret values live in the vault, never here. */
export function connectionsSlice({ set, get, services }: SliceContext): SliceOf<ConnectionsSlice, Names> {
  const unlockedOf = (connections: readonly Connection[]): readonly string[] => connections.filter((c) => services.vault.hasAll(c)).map((c) => c.arn);
  const show = (connections: readonly Connection[]): void => set({ connections, unlocked: unlockedOf(connections) });
  const keep = (saving: Promise<Result<null, StorageProblem>>): void =>
    void saving.then((saved) => {
      if (!saved.ok) get().actions.notify({ tone: 'error', title: 'Not kept in this browser', text: saved.error.message });
    });
  let tools: ReturnType<Actions['connectionTools']> | undefined;
  return {
    state: { connections: [], unlocked: [], kept: [], grants: [], consent: null, sent: [] },
    actions: {
      connectionTools: () => (tools ??= import('../createConnectionTools.ts').then(({ createConnectionTools }) => createConnectionTools({ set, get, services }))),
      saveConnection(connection, secrets) {
        services.vault.put(connection, secrets ?? {});
        const others = get().connections.filter((other) => other.arn !== connection.arn);
        show([...others, connection].toSorted((a, b) => a.name.localeCompare(b.name)));
        keep(services.person.saveConnection(connection));
      },
      removeConnection(arn) {
        services.vault.drop(arn);
        show(get().connections.filter((connection) => connection.arn !== arn));
        set((s) => ({ grants: s.grants.filter(({ key }) => key.connection !== arn) }));
        keep(services.person.removeConnection(arn));
      },
      offerConnection(connection, secrets) {
        if (!get().connections.some((own) => own.arn === connection.arn)) get().actions.saveConnection(connection, secrets);
      },
      unlockSamples() {
        const { connections } = get();
        for (const connection of connections) if (connection.sample) services.vault.put(connection, SAMPLE_SECRETS);
        set({ unlocked: unlockedOf(connections) });
      },
      answerConsent(id, answer) {
        const row = rows.get(get().actions) ?? [];
        const at = row.findIndex(({ question }) => question.id === id);
        const [answered] = at < 0 ? [] : row.splice(at, 1);
        set({ consent: row[0]?.question ?? null });
        answered?.settle(answer);
      },
      removeGrants(grants) {
        set((s) => ({ grants: grants === undefined ? [] : s.grants.filter((grant) => !grants.includes(grant)) }));
        keep(services.person.removeGrants(grants));
      },
      recordSent(entry) {
        const stamped = { id: services.id(), at: services.now(), workflow: get().name, ...entry };
        set((s) => ({ sent: [stamped, ...s.sent] }));
        keep(services.person.recordSent(stamped));
      },
      clearSent() {
        dropExchanges(get().actions);
        set({ sent: [] });
        keep(services.person.clearSent());
      },
    },
  };
}
