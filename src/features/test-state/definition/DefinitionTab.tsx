import { useState } from 'react';
import { replaceState } from '../../../asl/commands/replaceState.ts';
import { sourceOf } from '../../../asl/sourceOf.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { selectDraft } from '../../../editor/selectors/test.ts';
import { testedState } from '../../../editor/testedState.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { CodeField } from '../../../ui/CodeField.tsx';
import { jsonProblem } from '../../../ui/jsonProblem.ts';
import { PlaceholderFields } from './PlaceholderFields.tsx';
import css from './Definition.module.css';

interface Props {
  /** As in the document. */
  readonly entry: StateEntry;
  /** As the test takes it. */
  readonly tested: StateEntry;
}

/** The state's definition, to be changed for its tests alone until it is applied to the document. */
export function DefinitionTab({ entry, tested }: Props) {
  const draft = useEditor(selectDraft(entry.name));
  const source = useEditor((s) => sourceOf(s.goodTree, entry.node));
  const unread = useEditor((s) => {
    const read = testedState(s.goodTree, entry, s.sidecar);
    return read.ok ? null : read.error;
  });
  // What is no JSON is said at its line by the field itself.
  const problem = draft && unread !== null && jsonProblem(draft.text) === null ? 'A state is an object with a "Type", such as { "Type": "Pass", "End": true }.' : null;
  const [refusal, setRefusal] = useState<string | null>(null);
  const { apply, announce, notify, setDefinition, startTest } = useActions();
  const type = (text: string): void => {
    setRefusal(null);
    setDefinition(entry.name, text === source ? null : { text, base: draft?.base ?? source });
  };
  const put = (): void => {
    if (!draft) return;
    const refused = apply(replaceState(entry.id, draft.text), { origin: 'form' });
    setRefusal(refused?.message ?? null);
    if (refused) return;
    setDefinition(entry.name, null);
    announce(`The edited definition of ${entry.name} is in the document.`);
  };
  const discard = (): void => {
    setRefusal(null);
    setDefinition(entry.name, null);
    if (draft) notify({ tone: 'info', title: `The edited definition of ${entry.name} was discarded`, action: { label: 'Undo', run: () => setDefinition(entry.name, draft) } });
  };
  const same = draft === undefined ? 'This is what stands in the document.' : null;
  return (
    <div className={css.definition}>
      <div className={css.bar}>
        {draft ? <Chip tone="caught" icon="pencil">Not in the document</Chip> : <span className={css.hint}>What you type here is for tests only.</span>}
        <span className={css.grow} />
        <Button size="small" variant="ghost" onClick={discard} disabledReason={same} data-testid="test.definition.discard">Discard</Button>
        <Button size="small" onClick={put} disabledReason={same ?? (unread === null ? null : 'Mend the definition first.')} data-testid="test.definition.apply">Apply</Button>
      </div>
      <CodeField
        label={`Definition of ${entry.name}`} hideLabel lines="fill" value={draft?.text ?? source} error={refusal ?? problem} onChange={type} onSubmit={() => startTest(entry.id)}
        footerEnd={draft && draft.base !== source ? 'The document has changed since' : null} data-testid="test.definition-input"
      />
      <PlaceholderFields entry={tested} />
    </div>
  );
}
