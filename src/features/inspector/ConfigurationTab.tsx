import { isStateType } from '../../asl/fields.ts';
import type { StateType } from '../../asl/names.ts';
import type { StateEntry } from '../../asl/states.ts';
import { isHttpTask } from '../../editor/testability.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { BranchesSection } from './BranchesSection.tsx';
import { CallSection } from './call/CallSection.tsx';
import { ChoiceForm } from './choice/ChoiceForm.tsx';
import { FlowSection } from './FlowSection.tsx';
import { FormField } from './FormField.tsx';
import { HttpForm } from './http/HttpForm.tsx';
import { PreparedPreview } from './http/PreparedPreview.tsx';
import { MapForm } from './map/MapForm.tsx';
import { OtherFields } from './OtherFields.tsx';
import { Section } from './Section.tsx';
import { TaskSection } from './task/TaskSection.tsx';
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
      {http ? <HttpForm entry={entry} /> : <Work entry={entry} type={type} />}
      {http && <TaskSection entry={entry}><FormField entry={entry} field="Credentials" /></TaskSection>}
      <FlowSection entry={entry} />
      <OtherFields entry={entry} />
      {http && <PreparedPreview entry={entry} />}
    </>
  );
}

function Work({ entry, type }: { readonly entry: StateEntry; readonly type: StateType }) {
  switch (type) {
    case 'Task':
      return <CallSection entry={entry} />;
    case 'Choice':
      return <ChoiceForm entry={entry} />;
    case 'Wait':
      return <WaitForm entry={entry} />;
    case 'Map':
      return <MapForm entry={entry} />;
    case 'Parallel':
      return <BranchesSection entry={entry} />;
    case 'Fail':
      return <Section title="Failure" hideTitle><FormField entry={entry} field="Error" /><FormField entry={entry} field="Cause" /></Section>;
    case 'Pass':
      return entry.language === 'JSONPath' ? <Section title="Result" hideTitle><FormField entry={entry} field="Result" lines={[3, 20]} /></Section> : null;
    case 'Succeed':
      return null;
  }
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
