import type { StateEntry } from '../../../asl/states.ts';
import { selectLevel } from '../../../editor/selectors/test.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { REVEAL_WITH_MOCK } from '../../../interpreter/test-state/awsWords.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { useMocked } from '../context/useMocked.ts';
import { ApiName } from './ApiName.tsx';
import css from './Conditions.module.css';

/** Whether the result shows what the connection added. In memory only: never beside the document. */
export function RevealField({ entry }: { readonly entry: StateEntry }) {
  const on = useEditor((s) => s.revealing.includes(entry.id));
  const level = useEditor(selectLevel(entry.name));
  const mocked = useMocked(entry);
  const onAws = useEditor((s) => s.testsOn === 'aws');
  const { setRevealSecrets } = useActions();
  const refused = mocked ? `AWS answers: ${REVEAL_WITH_MOCK}` : onAws ? 'Results are kept while the page is open, so secrets are never asked of AWS. Test here to see what the connection adds.' : null;
  const hint = level === 'TRACE' ? 'The result opens with what the connection added. Forgotten when the page is closed.' : `Shows something at TRACE only; this test is at ${level}.`;
  return (
    <div className={css.checked}>
      <Checkbox label="Reveal secrets" checked={on} onChange={(next) => setRevealSecrets(entry.id, next)} disabledReason={refused} hint={hint} data-testid="test.conditions.reveal" />
      <ApiName name="revealSecrets" />
    </div>
  );
}
