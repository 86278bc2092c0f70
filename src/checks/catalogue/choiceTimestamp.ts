import { parseTimestamp } from '../../lib/timestamp.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { conditionsOf, OPERATORS } from '../choiceRules.ts';
import { done } from '../examples.ts';
import { at, plainText } from '../stateParts.ts';

export const choiceTimestamp: CheckRule = {
  id: 'choice-timestamp',
  severity: 'error',
  title: 'Compares with a time AWS cannot read',
  why: 'A timestamp is RFC 3339 with a capital T and a zone, such as 2026-01-31T09:00:00Z. AWS refuses the definition with anything else.',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.t', TimestampLessThan: '2026-01-31', Next: 'A' }], Default: 'A' }, A: done },
    good: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.t', TimestampLessThan: '2026-01-31T00:00:00Z', Next: 'A' }], Default: 'A' }, A: done },
  },
  of: 'state',
  find: (state) => conditionsOf(state).flatMap(({ node, way }) => node.members.flatMap(({ key, value }) => {
    if (!OPERATORS.includes(key.value) || !key.value.startsWith('Timestamp') || key.value.endsWith('Path') || !plainText(value) || parseTimestamp(value.value) !== null) return [];
    return [finding(at(state, value, ...way, key.value), `${JSON.stringify(value.value)} is no RFC 3339 time. Write it with T and a zone, such as 2026-01-31T09:00:00Z.`)];
  })),
};
