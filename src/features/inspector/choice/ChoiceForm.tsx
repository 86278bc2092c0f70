import { setField } from '../../../asl/commands/setField.ts';
import { newRule } from '../../../asl/newState.ts';
import { itemsOf, valueOf } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { Button } from '../../../ui/Button.tsx';
import { JsonValue } from '../JsonValue.tsx';
import { DefaultField } from '../NextField.tsx';
import { Section } from '../Section.tsx';
import { someTarget } from '../transitions.ts';
import { useApply } from '../useApply.ts';
import { Rule } from './Rule.tsx';
import css from './Rule.module.css';

/** The rules of a Choice in the order they are tried, and where it leads when none fires. */
export function ChoiceForm({ entry }: { readonly entry: StateEntry }) {
  const { error, apply } = useApply();
  const written = valueOf(entry.node, 'Choices');
  const rules = itemsOf(written);
  const add = (): void => {
    const rule = newRule(entry.language, someTarget(entry) ?? entry.name);
    apply(setField(entry.id, written?.kind === 'array' ? ['Choices', rules.length] : ['Choices'], written?.kind === 'array' ? rule : [rule]));
  };
  const isList = written === undefined || written.kind === 'array';
  return (
    <>
      <Section title="Rules" count={rules.length} aside="the first that fires wins" end={<Button variant="ghost" size="small" icon="plus" onClick={add} data-testid="inspector.rule.add">Add a rule</Button>}>
        {error !== null && <p role="alert" className={css.error}>{error}</p>}
        {!isList && <JsonValue entry={entry} path={['Choices']} label="Choices" hint="Choices is a list of rules; it is something else here." />}
        {isList && rules.length === 0 && <p className={css.none}>No rule yet, and AWS wants at least one. Add a rule, or draw an arrow from this state.</p>}
        {rules.length > 0 && (
          <ol className={css.rules}>
            {rules.map((rule, at) => <Rule key={at} entry={entry} rule={rule} at={at} count={rules.length} />)}
          </ol>
        )}
      </Section>
      <Section title="Otherwise" hideTitle>
        <DefaultField entry={entry} />
      </Section>
    </>
  );
}
