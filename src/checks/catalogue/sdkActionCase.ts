import { type CheckRule, finding } from '../CheckRule.ts';
import { sdk } from '../examples.ts';
import { setWhere } from '../fixes.ts';
import { resourceOf } from '../resourceOf.ts';
import { at } from '../stateParts.ts';

const PARTS = /^(arn:[\w-]+:states:::aws-sdk:)([\w-]+):(\w+)(.*)$/;
const lower = (text: string): string | null => {
  const [, before, service = '', action = '', after] = PARTS.exec(text) ?? [];
  return before === undefined ? null : `${before}${service.toLowerCase().replaceAll('-', '')}:${action.charAt(0).toLowerCase()}${action.slice(1)}${after}`;
};

export const sdkActionCase: CheckRule = {
  id: 'sdk-action-case',
  severity: 'error',
  title: 'An AWS SDK action in the wrong case',
  why: 'AWS takes the name of the service in lower case without hyphens, and the action in camelCase: aws-sdk:secretsmanager:getSecretValue.',
  example: { bad: { List: sdk('S3:ListBuckets') }, good: { List: sdk('s3:listBuckets') } },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    if (resource?.kind !== 'sdk') return [];
    const right = lower(resource.node.value);
    return right === null || right === resource.node.value ? [] : [finding(at(state, resource.node, 'Resource'), `Write ${right}: services are in lower case, actions begin with a small letter.`)];
  },
  fix: { label: 'Write it as AWS does', safe: true, ops: setWhere((text) => lower(text)) },
};
