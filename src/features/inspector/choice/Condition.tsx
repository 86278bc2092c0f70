import { setField } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import { LiveField } from '../data/LiveField.tsx';
import { bracedExpression } from '../textValues.ts';
import { useApply } from '../useApply.ts';

/** A JSONata condition; its braces are added where they were not typed. `true` and `false` stand for themselves. */
export function Condition({ entry, at, text }: { readonly entry: StateEntry; readonly at: number; readonly text: string }) {
  const { error, apply, refuse } = useApply();
  const commit = (typed: string): void => {
    const plain = typed.trim();
    if (plain === '') return refuse('A rule needs a condition. Type one, or remove the rule.');
    apply(setField(entry.id, ['Choices', at, 'Condition'], plain === 'true' || plain === 'false' ? plain === 'true' : bracedExpression(plain)));
  };
  const lines = Math.min(8, text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 46), 0));
  return (
    <LiveField entry={entry} path={['Choices', at, 'Condition']} label="Condition"><TextArea
      label="Condition"
      mono
      rows={Math.max(2, lines)}
      value={text}
      error={error}
      hint="An {% expression %} that answers true or false."
      placeholder="{% $states.input.total > 100 %}"
      onCommit={commit}
      data-testid={`inspector.rule.${at + 1}.condition`}
    /></LiveField>
  );
}
