import { memberOf } from '../../asl/pointer.ts';
import { jsonTextOf } from '../../asl/jsonText.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { at } from '../stateParts.ts';

/** Bytes that go from state to state at most. Source: asl-semantics.md, limits. */
const MOST = 262_144;
const FIELDS = ['Result', 'Parameters', 'Arguments', 'Output', 'ResultSelector'];

export const literalOverPayload: CheckRule = {
  id: 'literal-over-payload',
  severity: 'warning',
  title: 'More than a state may hand on',
  why: 'What is written in the field alone is more than the 262,144 bytes that go from state to state, so the state fails with States.DataLimitExceeded each time. Put it into S3 and hand on where it lies.',
  example: {
    bad: { A: { Type: 'Pass', Result: 'All orders of the year. '.repeat(12_000), End: true } },
    good: { A: { Type: 'Pass', Result: { bucket: 'orders', key: 'all.json' }, End: true } },
  },
  of: 'state',
  find: (state) => FIELDS.flatMap((field) => {
    const member = memberOf(state.node, field);
    // A text of the document is never shorter than its bytes as JSON by more than its escapes.
    if (!member || member.value.length < MOST / 6) return [];
    const bytes = new TextEncoder().encode(jsonTextOf(member.value, '')).length;
    return bytes > MOST ? [finding(at(state, member.key, field), `${field} of ${JSON.stringify(state.name)} is ${bytes.toLocaleString('en')} bytes long, more than the 262,144 that a state may hand on.`)] : [];
  }),
};
