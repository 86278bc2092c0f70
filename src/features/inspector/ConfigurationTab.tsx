import { isStateType } from '../../asl/fields.ts';
import type { StateType } from '../../asl/names.ts';
import type { StateEntry } from '../../asl/states.ts';
import { isHttpTask } from '../../editor/testability.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ChoiceForm } from './choice/ChoiceForm.tsx';
import { FieldList } from './FieldList.tsx';
import { FlowSection } from './FlowSection.tsx';
import { configurationFields } from './formFields.ts';
import { HttpForm } from './http/HttpForm.tsx';
import { PreparedPreview } from './http/PreparedPreview.tsx';
import { InsideNote } from './InsideNote.tsx';
import { Section } from './Section.tsx';
import { WaitForm } from './WaitForm.tsx';

interface Props {
  readonly entry: StateEntry;
  readonly onJson: () => void;
}

/** The form of a state's own work, by its type. */
export function ConfigurationTab({ entry, onJson }: Props) {
  const { type, node } = entry;
  if (node.kind !== 'object' || !isStateType(type)) return <NoForm entry={entry} onJson={onJson} />;
  const http = isHttpTask(entry);
  return (
    <>
      {http && <HttpForm entry={entry} />}
      {type === 'Choice' && <ChoiceForm entry={entry} />}
      {type === 'Wait' && <WaitForm entry={entry} />}
      {(type === 'Map' || type === 'Parallel') && <InsideNote entry={entry} />}
      {!http && <OwnFields entry={entry} type={type} />}
      <FlowSection entry={entry}>{http && <FieldList entry={entry} fields={configurationFields(type, entry.language, http)} />}</FlowSection>
      {http && <PreparedPreview entry={entry} />}
    </>
  );
}

function OwnFields({ entry, type }: { readonly entry: StateEntry; readonly type: StateType }) {
  const fields = configurationFields(type, entry.language, false);
  if (fields.shown.length + fields.more.length === 0) return null;
  return (
    <Section title={`Fields of the ${type}`} hideTitle>
      <FieldList entry={entry} fields={fields} />
    </Section>
  );
}

function NoForm({ entry, onJson }: Props) {
  const isObject = entry.node.kind === 'object';
  const title = !isObject ? 'This state is no object' : entry.type === undefined ? 'This state has no Type' : `“${entry.type}” is no type of state`;
  const text = isObject
    ? 'Step Functions knows Task, Pass, Choice, Wait, Succeed, Fail, Parallel and Map. Mend the Type in its JSON; until then everything else is edited there too.'
    : 'A state is an object with a Type, such as { "Type": "Pass", "End": true }. Write one in its JSON.';
  return (
    <Section title="No form" hideTitle>
      <Notice tone="warning" title={title} text={text} actions={<Button size="small" icon="code" onClick={onJson}>Edit the JSON</Button>} data-testid="inspector.noForm" />
    </Section>
  );
}
