import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { resourceOf } from '../resourceOf.ts';
import { at } from '../stateParts.ts';

const PARTITION = /^arn:(aws[\w-]*):/;

export const mixedPartitions: CheckRule = {
  id: 'mixed-partitions',
  severity: 'warning',
  title: 'ARNs of different partitions',
  why: 'aws, aws-cn and aws-us-gov are worlds apart: nothing in one can call the other. An ARN of another partition is often left from an example.',
  example: {
    bad: { A: { Type: 'Task', Resource: 'arn:aws-cn:states:::lambda:invoke', Next: 'B' }, B: task('lambda:invoke') },
    good: { A: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Next: 'B' }, B: task('lambda:invoke') },
  },
  of: 'machine',
  find: ({ index }) => {
    const all = index.all.flatMap((state) => {
      const node = resourceOf(state)?.node;
      const partition = node && PARTITION.exec(node.value)?.[1];
      return node && partition !== undefined ? [{ state, node, partition }] : [];
    });
    const count = new Map<string, number>();
    for (const { partition } of all) count.set(partition, (count.get(partition) ?? 0) + 1);
    if (count.size < 2) return [];
    const most = [...count].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
    return all.filter(({ partition }) => partition !== most).map(({ state, node, partition }) => finding(at(state, node, 'Resource'), `This ARN is of the partition ${partition}, most others are of ${most}. Use one partition.`));
  },
};
