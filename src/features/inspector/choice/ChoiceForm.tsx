import { setField } from '../../../asl/commands/setField.ts';
import { newRule } from '../../../asl/newState.ts';
import { itemsOf, stringOf, valueOf } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { ValueNode } from '../../../asl/tree.ts';
import { conditionText } from '../../../graph/condition.ts';
import { Button } from '../../../ui/Button.tsx';
import { CommentField } from '../CommentField.tsx';
import { JsonValue } from '../JsonValue.tsx';
import { Cards } from '../lists/Cards.tsx';
import { TargetField } from '../lists/TargetField.tsx';
import { DefaultField } from '../NextField.tsx';
import { RestFields } from '../RestFields.tsx';
import { Section } from '../Section.tsx';
import { someTarget } from '../transitions.ts';
import { useApply } from '../useApply.ts';
import { ValueField } from '../ValueField.tsx';
import { nodeIn } from '../values.ts';
import { AssignField } from '../variables/AssignField.tsx';
import { Condition } from './Condition.tsx';
import { TestForm } from './TestForm.tsx';
import { readTest, TEST_MEMBERS } from './tests.ts';
import css from '../lists/Cards.module.css';

/** The rules of a Choice in the order they are tried, and where it leads when none fires. */
export function ChoiceForm({ entry }: { readonly entry: StateEntry }) {
  const { error, apply } = useApply();
  const written = valueOf(entry.node, 'Choices');
  const rules = itemsOf(written);
  const isList = written === undefined || written.kind === 'array';
  const add = (): void => {
    const rule = newRule(entry.language, someTarget(entry) ?? entry.name);
    apply(setField(entry.id, written?.kind === 'array' ? ['Choices', rules.length] : ['Choices'], written?.kind === 'array' ? rule : [rule]));
  };
  return (
    <>
      <Section title="Rules" count={rules.length} aside="the first that is true wins" end={<Button variant="ghost" size="small" icon="plus" onClick={add} data-testid="inspector.rule.add">Add a rule</Button>} data-testid="inspector.field.Choices">
        {error !== null && <p role="alert" className={css.error}>{error}</p>}
        {!isList && <JsonValue entry={entry} path={['Choices']} label="Choices" hint="Choices is a list of rules; it is something else here." />}
        {isList && rules.length === 0 && <p className={css.none}>No rule yet, and AWS wants at least one. Add a rule, or draw an arrow from this state.</p>}
        {rules.length > 0 && <Cards entry={entry} path={['Choices']} count={rules.length} noun="rule" testId="inspector.rule" sentence={(at) => sentenceOf(rules[at])} form={(at) => formOf(entry, at, rules[at])} foot={(at) => footOf(entry, at, rules[at])} />}
      </Section>
      <Section title="Otherwise" hideTitle>
        <DefaultField entry={entry} />
      </Section>
    </>
  );
}

function sentenceOf(rule: ValueNode | undefined): string {
  if (rule?.kind !== 'object') return 'Not an object';
  return `If ${conditionText(rule)}, go to ${stringOf(rule, 'Next') ?? 'nowhere yet'}`;
}

function formOf(entry: StateEntry, at: number, rule: ValueNode | undefined) {
  const form = readTest(rule, entry.language);
  if (form.kind === 'json') return null;
  if (form.kind === 'condition') return <Condition entry={entry} at={at} text={form.text} />;
  return <TestForm entry={entry} path={['Choices', at]} depth={0} label={`Rule ${at + 1}`} testId={`inspector.rule.${at + 1}.test`} />;
}

const footOf = (entry: StateEntry, at: number, rule: ValueNode | undefined) => <RuleFoot entry={entry} at={at} rule={rule} />;

/** What a rule does when it fires. */
function RuleFoot({ entry, at, rule }: { readonly entry: StateEntry; readonly at: number; readonly rule: ValueNode | undefined }) {
  if (rule?.kind !== 'object' || readTest(rule, entry.language).kind === 'json') return null;
  const path = ['Choices', at] as const;
  const id = `inspector.rule.${at + 1}`;
  const output = entry.language === 'JSONata';
  return (
    <>
      <TargetField entry={entry} path={[...path, 'Next']} label="Next state" testId={`${id}.next`} />
      {output && <ValueField entry={entry} spec={{ kind: 'json', path: [...path, 'Output'], computed: true }} label="Output" hint="What goes on when this rule is true; it counts instead of the Output of the state." testId={`${id}.Output`} />}
      {!output && nodeIn(entry, [...path, 'Output']) && <JsonValue entry={entry} path={[...path, 'Output']} label="Output" />}
      <AssignField entry={entry} path={[...path, 'Assign']} optional testId={`${id}.Assign`} />
      <CommentField entry={entry} path={[...path, 'Comment']} optional />
      <RestFields entry={entry} path={path} known={[...TEST_MEMBERS, 'Next', 'Output', 'Assign', 'Comment']} />
    </>
  );
}
