import { toJson } from '../../asl/toJson.ts';
import type { ObjectNode, ValueNode } from '../../asl/tree.ts';
import type { Json } from '../../lib/Json.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { holds, numbersTaken } from '../impliedComparison.ts';
import { rulesOf } from '../choiceRules.ts';
import { done } from '../examples.ts';
import { removeIt } from '../fixes.ts';
import { at } from '../stateParts.ts';

const NOT_ASKED: ReadonlySet<string> = new Set(['Next', 'Comment', 'Assign', 'Output']);

/** The condition alone, in a fixed order of members. */
const asked = (node: ObjectNode): string => JSON.stringify(sorted(node));

function sorted(node: ValueNode): Json {
  if (node.kind === 'array') return node.items.map(sorted);
  if (node.kind !== 'object') return toJson(node);
  return node.members.filter(({ key }) => !NOT_ASKED.has(key.value)).toSorted((a, b) => (a.key.value < b.key.value ? -1 : 1)).map(({ key, value }) => [key.value, sorted(value)]);
}

export const shadowedChoiceRule: CheckRule = {
  id: 'shadowed-choice-rule',
  severity: 'warning',
  title: 'A rule that an earlier one hides',
  why: 'The first rule that matches is taken. A rule with the very condition of an earlier one, or with a narrower one (over 5 behind over 1), is never reached, so its state may never run.',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'A' }, { Variable: '$.n', NumericEquals: 1, Next: 'B' }], Default: 'B' }, A: done, B: done },
    good: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'A' }, { Variable: '$.n', NumericEquals: 2, Next: 'B' }], Default: 'B' }, A: done, B: done },
  },
  of: 'state',
  find: (state) => {
    const seen = new Map<string, number>();
    const rules = rulesOf(state).map(({ node, way }) => ({ node, way, number: Number(way[1]) + 1, condition: asked(node), taken: numbersTaken(node) }));
    return rules.flatMap(({ node, way, number, condition, taken }, index) => {
      const same = seen.get(condition);
      if (same === undefined) seen.set(condition, number);
      const wider = taken && rules.slice(0, index).find((earlier) => earlier.taken && holds(earlier.taken, taken));
      const first = same ?? wider?.number;
      if (first === undefined || condition === '[]') return [];
      const why = same === undefined ? `takes only numbers that rule ${first} takes already` : `asks what rule ${first} asks already`;
      return [finding({ ...at(state, node, ...way), length: 1 }, `Rule ${number} of ${JSON.stringify(state.name)} ${why}, so it is never taken. Remove it, or change what it asks.`)];
    });
  },
  fix: { label: 'Remove the rule', safe: true, ops: removeIt },
};
