import { toJson } from '../../asl/toJson.ts';
import type { ObjectNode, ValueNode } from '../../asl/tree.ts';
import type { Json } from '../../lib/Json.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
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
  why: 'The first rule that matches is taken. A rule with the very condition of an earlier one is never reached, so its state may never run.',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'A' }, { Variable: '$.n', NumericEquals: 1, Next: 'B' }], Default: 'B' }, A: done, B: done },
    good: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'A' }, { Variable: '$.n', NumericEquals: 2, Next: 'B' }], Default: 'B' }, A: done, B: done },
  },
  of: 'state',
  find: (state) => {
    const seen = new Map<string, number>();
    return rulesOf(state).flatMap(({ node, way }, index) => {
      const condition = asked(node);
      const first = seen.get(condition);
      if (first === undefined) seen.set(condition, index);
      return first === undefined || condition === '[]' ? [] : [finding({ ...at(state, node, ...way), length: 1 }, `Rule ${Number(way[1]) + 1} of ${JSON.stringify(state.name)} asks what rule ${first + 1} asks already, so it is never taken. Remove it, or change what it asks.`)];
    });
  },
  fix: { label: 'Remove the rule', safe: true, ops: removeIt },
};
