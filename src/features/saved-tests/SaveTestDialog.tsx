import { useState } from 'react';
import type { StateId } from '../../asl/names.ts';
import { expectFrom, offersFrom, savedTestFrom, type Offer } from '../../editor/savedTests/savedTestFrom.ts';
import { selectEntry } from '../../editor/selectors/document.ts';
import { selectRun } from '../../editor/selectors/test.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { addTest, freeTestName } from '../../suite/suiteEdits.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './SavedTests.module.css';

/** The last result of a state as a saved test: a name, and what of the result must hold from now on. */
export function SaveTestDialog({ state }: { readonly state: StateId }) {
  const store = useEditorStore();
  const { showDialog, setTests, showDock, notify, runSavedTests } = useActions();
  const [{ run, entry, tests }] = useState(() => { const s = store.getState(); return { run: selectRun(state)(s), entry: selectEntry(state)(s), tests: s.sidecar.tests ?? '' }; });
  const [name, setName] = useState(() => freeTestName(tests, firstName(state, run)));
  const [offers, setOffers] = useState<readonly Offer[]>(() => (run ? offersFrom(run) : []));
  const [problem, setProblem] = useState<{ readonly member?: Offer['member']; readonly message: string } | null>(null);
  const close = (): void => showDialog(null);
  const sent = run !== undefined && run.route !== 'mock' && run.route !== 'local' && run.request.mock === undefined;
  const change = (member: Offer['member'], part: Partial<Offer>): void => {
    setProblem(null);
    setOffers(offers.map((one) => (one.member === member ? { ...one, ...part } : one)));
  };
  const save = (): void => {
    if (!run || !entry) return close();
    const wanted = name.trim();
    if (wanted === '') return setProblem({ message: 'Type a name that says what must hold.' });
    if (freeTestName(tests, wanted) !== wanted) return setProblem({ message: 'There is a test of that name already. Choose another one.' });
    const chosen = offers.filter(({ ticked }) => ticked);
    if (chosen.length === 0) return setProblem({ message: 'Tick at least one thing that must hold.' });
    const expect = expectFrom(chosen);
    if (!expect.ok) return setProblem(expect.error);
    const s = store.getState();
    const test = savedTestFrom(run, entry, s.sidecar, wanted, expect.value);
    const text = test.ok ? addTest(s.sidecar.tests ?? '', test.value, s.sidecar.substitutions) : test;
    if (!text.ok) return setProblem({ message: text.error });
    setTests(text.value);
    close();
    showDock('tests');
    void runSavedTests([wanted]);
    return void notify({ tone: 'success', title: `Saved the test "${wanted}"`, text: 'It is kept with the workflow, under Tests.' });
  };
  return (
    <Dialog open onClose={close} size="m" title="Save as test" description="The input, variables, context and mock of this result are kept with the workflow, with what must hold. Nothing is sent when the test runs." data-testid="save-test" footer={<><Grow /><Button variant="ghost" onClick={close}>Cancel</Button><Button variant="primary" onClick={save} data-testid="save-test.save">Save test</Button></>}>
      {problem && <Notice tone="error" title={problem.message} announce />}
      {sent && <Notice tone="warning" title="This answer came from outside" text="A tests file holds no reply of a real service. Choose Save as mock in the result and test again, so that the saved test has an answer." />}
      <TextField label="Name" value={name} onChange={(text) => { setName(text); setProblem(null); }} autoFocus maxLength={200} data-testid="save-test.name" />
      <fieldset className={css.offers}>
        <legend>What must hold</legend>
        {offers.map((offer) => (
          <div key={offer.member} className={css.offer} data-long={offer.text.includes('\n') || undefined}>
            <Checkbox label={offer.label} checked={offer.ticked} onChange={(ticked) => change(offer.member, { ticked })} data-testid={`save-test.tick.${offer.member}`} />
            {offer.ticked
              ? <CodeField label={offer.label} hideLabel value={offer.text} onChange={(text) => change(offer.member, { text })} language={offer.member === 'condition' || offer.member === 'causeContains' ? 'text' : 'json'} lines={[1, 8]} footer={false} />
              : <code className={css.preview}>{offer.text.replace(/\s+/g, ' ').slice(0, 70)}</code>}
          </div>
        ))}
      </fieldset>
    </Dialog>
  );
}

function firstName(state: StateId, run: ReturnType<ReturnType<typeof selectRun>>): string {
  if (run?.outcome?.kind !== 'answered') return `${state} is tested`;
  const { status, error, nextState } = run.outcome.response;
  if (status === 'SUCCEEDED') return nextState === undefined ? `${state} succeeds` : `${state} goes to ${nextState}`;
  return status === 'CAUGHT_ERROR' ? `${state} catches ${error ?? 'its error'}` : status === 'RETRIABLE' ? `${state} retries ${error ?? 'its error'}` : `${state} fails with ${error ?? 'an error'}`;
}
