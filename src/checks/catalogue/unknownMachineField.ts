import { childPointer, memberOf, ROOT } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { nearest } from '../didYouMean.ts';
import { done } from '../examples.ts';
import { renameTo } from '../fixes.ts';
import { hasPlaceholder } from '../problem.ts';

const FIELDS = ['Comment', 'QueryLanguage', 'StartAt', 'States', 'TimeoutSeconds', 'Version'];
const near = (name: string): string | null => nearest(name, FIELDS);

export const unknownMachineField: CheckRule = {
  id: 'unknown-machine-field',
  severity: 'warning',
  title: 'A field that state machines do not have',
  why: 'AWS does not act on it. A misspelt TimeoutSeconds, for one, leaves the workflow without a timeout.',
  example: {
    bad: { StartAt: 'A', TimeoutSecond: 60, States: { A: done } },
    good: { StartAt: 'A', TimeoutSeconds: 60, States: { A: done } },
  },
  of: 'machine',
  find: ({ tree }) => (tree.root?.kind !== 'object' || !memberOf(tree.root, 'States') ? [] : tree.root.members.flatMap(({ key }) => {
    if (FIELDS.includes(key.value) || hasPlaceholder(key.value)) return [];
    const better = near(key.value);
    return [finding({ offset: key.offset, length: key.length, pointer: childPointer(ROOT, key.value) }, `A state machine has no field ${JSON.stringify(key.value)}, so it has no effect.${better === null ? ' Remove it, or keep it in Comment.' : ` Did you mean "${better}"?`}`, { fixable: better !== null })];
  })),
  fix: { label: 'Rename it to the field', safe: false, ops: renameTo((name) => near(name)) },
};
