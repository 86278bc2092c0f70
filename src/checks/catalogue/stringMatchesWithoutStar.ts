import { memberOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { conditionsOf } from '../choiceRules.ts';
import { done } from '../examples.ts';
import { renameTo } from '../fixes.ts';
import { at, plainText } from '../stateParts.ts';

export const stringMatchesWithoutStar: CheckRule = {
  id: 'string-matches-without-star',
  severity: 'info',
  title: 'StringMatches without a wildcard',
  why: 'StringMatches is for patterns with *. Without one it does what StringEquals does, which says so more plainly.',
  example: {
    bad: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.s', StringMatches: 'yes', Next: 'A' }], Default: 'B' }, A: done, B: done },
    good: { Pick: { Type: 'Choice', Choices: [{ Variable: '$.s', StringMatches: 'yes*', Next: 'A' }], Default: 'B' }, A: done, B: done },
  },
  of: 'state',
  find: (state) => conditionsOf(state).flatMap(({ node, way }) => {
    const member = memberOf(node, 'StringMatches');
    return member && plainText(member.value) && !/[*\\]/.test(member.value.value) ? [finding(at(state, member.key, ...way, 'StringMatches'), 'The pattern has no *, so it is compared as it stands. Use StringEquals, or add a *.')] : [];
  }),
  fix: { label: 'Use StringEquals', safe: true, ops: renameTo(() => 'StringEquals') },
};
