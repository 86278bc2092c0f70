import { childPointer, memberOf, stringOf, valueOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import { atName, atValue, hasUnknownMembers, isUnknown, ofOneState, problem, type Problem } from '../problem.ts';

/** What a type cannot do without: `Resource`, `Branches`, `ItemProcessor`, one of Wait's four times. */
export const requiredParts = ofOneState((state) => {
  if (state.node.kind !== 'object' || hasUnknownMembers(state.node)) return [];
  switch (state.type) {
    case 'Task':
      return resource(state);
    case 'Parallel':
      return branches(state);
    case 'Map':
      return processor(state);
    case 'Wait':
      return waiting(state);
    default:
      return [];
  }
});

function resource(state: StateEntry): readonly Problem[] {
  const value = valueOf(state.node, 'Resource');
  if (value === undefined) return [problem('error', 'missing-resource', atName(state), `${JSON.stringify(state.name)} has no Resource. Add the ARN of what it calls, such as arn:aws:states:::http:invoke.`)];
  if (isUnknown(value)) return [];
  if (value.kind !== 'string') return [problem('error', 'bad-resource', atValue(state, value, 'Resource'), 'Resource must be an ARN, as text.')];
  if (/^arn:[\w-]+:[\w-]+:/.test(value.value)) return [];
  return [problem('error', 'bad-resource', atValue(state, value, 'Resource'), `${JSON.stringify(value.value)} is no ARN. AWS wants one such as arn:aws:states:::lambda:invoke or arn:aws:states:::http:invoke.`)];
}

function branches(state: StateEntry): readonly Problem[] {
  const value = valueOf(state.node, 'Branches');
  if (value === undefined) return [problem('error', 'missing-branches', atName(state), `${JSON.stringify(state.name)} has no Branches. Add at least one.`)];
  if (isUnknown(value)) return [];
  if (value.kind !== 'array') return [problem('error', 'bad-branches', atValue(state, value, 'Branches'), 'Branches must be a list; each branch has StartAt and States.')];
  if (value.items.length === 0) return [problem('error', 'empty-branches', atValue(state, value, 'Branches'), `${JSON.stringify(state.name)} has no branches yet. Add at least one.`)];
  return value.items.flatMap((branch, index) => {
    if (branch.kind === 'object' || isUnknown(branch)) return [];
    const place = { ...atValue(state, branch), pointer: childPointer(state.pointer, 'Branches', index) };
    return [problem('error', 'bad-branch', place, 'A branch must be an object with StartAt and States.')];
  });
}

function processor(state: StateEntry): readonly Problem[] {
  const member = memberOf(state.node, 'ItemProcessor') ?? memberOf(state.node, 'Iterator');
  if (!member) return [problem('error', 'missing-item-processor', atName(state), `${JSON.stringify(state.name)} has no ItemProcessor. Add one with StartAt and States: it runs once for each item.`)];
  if (member.value.kind === 'object' || isUnknown(member.value)) return [];
  return [problem('error', 'bad-item-processor', atValue(state, member.value, member.key.value), `${member.key.value} must be an object with StartAt and States.`)];
}

const TIMES = ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'] as const;
/** RFC 3339 with an offset: AWS says `String does not match RFC3339 timestamp` (asl-semantics.md section 1.1). */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function waiting(state: StateEntry): readonly Problem[] {
  const given = TIMES.filter((field) => memberOf(state.node, field));
  const name = JSON.stringify(state.name);
  if (given.length === 0) return [problem('error', 'missing-wait', atName(state), `${name} does not say how long it waits. Add Seconds, or Timestamp.`)];
  if (given.length > 1) return [problem('error', 'several-waits', atName(state), `${name} has ${given.join(' and ')}. Keep one of them.`)];
  const timestamp = stringOf(state.node, 'Timestamp');
  const node = valueOf(state.node, 'Timestamp');
  if (timestamp === undefined || !node || isUnknown(node) || timestamp.startsWith('{%') || TIMESTAMP.test(timestamp)) return [];
  return [problem('error', 'bad-timestamp', atValue(state, node, 'Timestamp'), `${JSON.stringify(timestamp)} is no time that AWS reads. Write it like 2030-01-31T09:00:00Z.`)];
}
