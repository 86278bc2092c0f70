import { type CheckRule, finding } from '../CheckRule.ts';
import { resourceOf } from '../resourceOf.ts';
import { at } from '../stateParts.ts';

const REGION = /^arn:[\w-]+:(?:lambda|states):([a-z]{2}(?:-[a-z]+)+-\d):\d{12}:(?:function|activity):/;

export const mixedRegions: CheckRule = {
  id: 'mixed-regions',
  severity: 'warning',
  title: 'Functions or activities of different regions',
  why: 'A workflow can call Lambda functions and activities of its own region only. With two regions, some of the calls fail wherever it is deployed.',
  example: {
    bad: { A: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', Next: 'B' }, B: { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:b', End: true } },
    good: { A: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', Next: 'B' }, B: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:b', End: true } },
  },
  of: 'machine',
  find: ({ index }) => {
    const all = index.all.flatMap((state) => {
      const node = resourceOf(state)?.node;
      const region = node && REGION.exec(node.value)?.[1];
      return node && region !== undefined ? [{ state, node, region }] : [];
    });
    const first = all[0]?.region;
    return all.filter(({ region }) => region !== first).map(({ state, node, region }) => finding(at(state, node, 'Resource'), `This ARN is in ${region}, others are in ${first}. A workflow calls functions and activities of its own region only.`));
  },
};
