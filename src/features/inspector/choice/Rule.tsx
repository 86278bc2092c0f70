import { useState } from 'react';
import { setField } from '../../../asl/commands/setField.ts';
import { setTarget } from '../../../asl/commands/setTarget.ts';
import type { StateName } from '../../../asl/names.ts';
import { childPointer, memberOf, stringOf } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { ValueNode } from '../../../asl/tree.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { JsonValue } from '../JsonValue.tsx';
import { nameIn, targetOptions, targetProblem, targetValue } from '../transitions.ts';
import { useApply } from '../useApply.ts';
import { Comparison } from './Comparison.tsx';
import { Condition } from './Condition.tsx';
import { readRule } from './choiceRules.ts';
import { moveRule } from './ruleCommands.ts';
import css from './Rule.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly rule: ValueNode;
  readonly at: number;
  readonly count: number;
}

/** One rule: when it fires, and where it leads then. */
export function Rule({ entry, rule, at, count }: Props) {
  const [asJson, setAsJson] = useState(false);
  const { error, apply } = useApply();
  const form = readRule(rule, entry.language);
  const number = at + 1;
  return (
    <li className={css.item}>
      <div role="group" aria-label={`Rule ${number}`} className={css.rule} data-testid={`inspector.rule.${number}`}>
        <div className={css.head}>
          <span className={css.number}>{`Rule ${number}`}</span>
          {form.kind !== 'json' && <IconButton icon="code" size="small" label={asJson ? `Edit rule ${number} as a form` : `Edit rule ${number} as JSON`} pressed={asJson} onClick={() => setAsJson(!asJson)} />}
          <IconButton icon="arrow-up" size="small" label={`Move rule ${number} up`} disabledReason={at === 0 ? 'it is the first' : null} onClick={() => apply(moveRule(entry.id, at, at - 1))} />
          <IconButton icon="arrow-down" size="small" label={`Move rule ${number} down`} disabledReason={number === count ? 'it is the last' : null} onClick={() => apply(moveRule(entry.id, at, number))} />
          <IconButton icon="trash" size="small" label={`Remove rule ${number}`} onClick={() => apply(setField(entry.id, ['Choices', at], undefined))} />
        </div>
        {error !== null && <p role="alert" className={css.error}>{error}</p>}
        {asJson || form.kind === 'json' ? (
          <JsonValue entry={entry} path={['Choices', at]} label={`JSON of rule ${number}`} hideLabel lines={[3, 20]} testId={`inspector.rule.${number}.json`} />
        ) : (
          <>
            {form.kind === 'condition' ? <Condition entry={entry} at={at} text={form.text} /> : <Comparison entry={entry} at={at} form={form} />}
            {['Assign', 'Output'].filter((field) => memberOf(rule, field)).map((field) => (
              <JsonValue key={field} entry={entry} path={['Choices', at, field]} label={field} />
            ))}
          </>
        )}
        {rule.kind === 'object' && <RuleTarget entry={entry} at={at} written={stringOf(rule, 'Next')} />}
      </div>
    </li>
  );
}

function RuleTarget({ entry, at, written }: { readonly entry: StateEntry; readonly at: number; readonly written: string | undefined }) {
  const { error, apply } = useApply();
  return (
    <SelectField
      label="Next state"
      options={targetOptions(entry.scope, written)}
      value={written === undefined ? null : targetValue(written)}
      error={error ?? targetProblem(entry.scope, written)}
      onChange={(value) => apply(setTarget(childPointer(entry.pointer, 'Choices', at, 'Next'), nameIn(value) as StateName))}
      data-testid={`inspector.rule.${at + 1}.next`}
    />
  );
}
