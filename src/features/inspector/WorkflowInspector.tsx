import { setMachineField } from '../../asl/commands/setField.ts';
import { setTarget } from '../../asl/commands/setTarget.ts';
import { childPointer, ROOT, stringOf, valueOf } from '../../asl/pointer.ts';
import type { QueryLanguage, StateName } from '../../asl/names.ts';
import type { ValueNode } from '../../asl/tree.ts';
import { selectIndex, selectLanguage } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { MocksSection } from './data/MocksSection.tsx';
import { fieldHint } from './fieldSpecs.ts';
import { PaneHead } from './PaneHead.tsx';
import { Section } from './Section.tsx';
import { textOfValue, valueOfText } from './textValues.ts';
import { nameIn, targetOptions, targetProblem, targetValue } from './transitions.ts';
import { useApply } from './useApply.ts';
import css from './InspectorPane.module.css';

/** Nothing is selected: the settings of the workflow itself. */
export function WorkflowInspector() {
  const name = useEditor((s) => s.name);
  const root = useEditor((s) => s.goodTree.root);
  const states = useEditor(selectIndex).all.length;
  const { renameDocument } = useActions();
  return (
    <>
      <PaneHead icon="flow" title={name} sub={`Workflow, ${states} ${states === 1 ? 'state' : 'states'}`} />
      <div className={css.scroll}>
        {root?.kind === 'object' ? (
          <>
            <Section title="Workflow" hideTitle>
              <TextField label="File name" value={name} onCommit={renameDocument} hint="Without .asl.json" data-testid="inspector.workflow.name" />
              <Comment root={root} />
              <Start />
            </Section>
            <Section title="Settings" hideTitle>
              <Language />
              <Timeout root={root} />
              <Version root={root} />
            </Section>
          </>
        ) : (
          <Section title="No workflow" hideTitle>
            <Notice tone="warning" title="This text is no workflow" text="A workflow is a JSON object with StartAt and States. Mend it in the code, or start with a blank workflow." />
          </Section>
        )}
        <MocksSection />
        <Section title="Hint" hideTitle>
          <p className={css.text}>Select a state on the canvas or in the code to edit and test it.</p>
        </Section>
      </div>
    </>
  );
}

function Comment({ root }: { readonly root: ValueNode }) {
  const { error, apply } = useApply();
  return (
    <TextArea
      label="Comment"
      rows={2}
      placeholder="What the workflow is for"
      value={stringOf(root, 'Comment') ?? ''}
      error={error}
      onCommit={(text) => apply(setMachineField(['Comment'], text.trim() === '' ? undefined : text))}
      data-testid="inspector.workflow.comment"
    />
  );
}

function Start() {
  const machine = useEditor(selectIndex).scopes[0];
  const { error, apply } = useApply();
  if (!machine) return null;
  const written = stringOf(machine.node, 'StartAt');
  return (
    <SelectField
      label="Starts with"
      options={targetOptions(machine, written)}
      value={written === undefined ? null : targetValue(written)}
      error={error ?? targetProblem(machine, written)}
      onChange={(value) => apply(setTarget(childPointer(ROOT, 'StartAt'), nameIn(value) as StateName))}
      data-testid="inspector.workflow.startAt"
    />
  );
}

const LANGUAGES = [
  { value: 'JSONata', label: 'JSONata', description: '{% expressions %}, variables, no paths' },
  { value: 'JSONPath', label: 'JSONPath', description: 'Paths such as $.order.id, and intrinsic functions' },
] as const;

function Language() {
  const language = useEditor(selectLanguage);
  const { error, apply } = useApply();
  const { showDialog } = useActions();
  return (
    <SelectField<QueryLanguage>
      label="Query language"
      options={LANGUAGES}
      value={language}
      error={error}
      hint="For states that name none of their own. Changing it does not convert what the states say."
      labelEnd={language === 'JSONPath' && <Button size="small" variant="ghost" onClick={() => showDialog({ kind: 'to-jsonata', states: null })} data-testid="inspector.workflow.toJsonata">Convert to JSONata…</Button>}
      onChange={(to) => apply(setMachineField(['QueryLanguage'], to))}
      data-testid="inspector.workflow.language"
    />
  );
}

const MAX_SECONDS = 99_999_999;

function Timeout({ root }: { readonly root: ValueNode }) {
  const { error, apply, refuse, clear } = useApply();
  const commit = (text: string): void => {
    const read = valueOfText(text, 'count', 'JSONPath');
    if (!read.ok) return refuse(read.error);
    if (typeof read.value === 'number' && (read.value < 1 || read.value > MAX_SECONDS)) return refuse('A timeout is between 1 and 99,999,999 seconds.');
    apply(setMachineField(['TimeoutSeconds'], read.value));
  };
  return (
    <TextField
      label="Timeout in seconds"
      mono
      inputMode="numeric"
      placeholder="None"
      value={textOfValue(valueOf(root, 'TimeoutSeconds') ?? null)}
      error={error}
      hint="An execution that runs longer fails with States.Timeout. 1 to 99,999,999. Without it: no limit but the one of the service."
      onChange={clear}
      onCommit={commit}
      data-testid="inspector.workflow.timeout"
    />
  );
}

const VERSIONS = [{ value: 'none', label: 'Not written' }, { value: '1.0', label: '1.0' }];

/** The version of Amazon States Language. There is one; anything else shows, so that it can be corrected. */
function Version({ root }: { readonly root: ValueNode }) {
  const { error, apply } = useApply();
  const node = valueOf(root, 'Version');
  const written = node && textOfValue(node);
  const strange = written !== undefined && written !== '1.0' ? [{ value: written, label: written, description: 'Step Functions takes only 1.0' }] : [];
  return (
    <SelectField
      label="Version of the language"
      options={[...VERSIONS, ...strange]}
      value={written ?? 'none'}
      error={error}
      hint={fieldHint('Version')}
      onChange={(to) => apply(setMachineField(['Version'], to === 'none' ? undefined : to))}
      data-testid="inspector.workflow.version"
    />
  );
}
