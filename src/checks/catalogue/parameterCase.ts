import { OPTIMIZED } from '../../catalog/optimized.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { sdk } from '../examples.ts';
import { renameTo } from '../fixes.ts';
import { resourceOf } from '../resourceOf.ts';
import { at, givenTo } from '../stateParts.ts';

export const parameterCase: CheckRule = {
  id: 'parameter-case',
  severity: 'warning',
  title: 'A parameter that begins with a small letter',
  why: 'Step Functions takes the parameters of AWS services in PascalCase, whatever the service itself calls them, and refuses names it does not know.',
  example: {
    bad: { Get: sdk('secretsmanager:getSecretValue', { Parameters: { secretId: 'shop' } }) },
    good: { Get: sdk('secretsmanager:getSecretValue', { Parameters: { SecretId: 'shop' } }) },
  },
  of: 'state',
  find: (state) => {
    const resource = resourceOf(state);
    const given = givenTo(state);
    if (!resource || !given || (resource.kind !== 'sdk' && !(resource.kind === 'optimized' && Object.hasOwn(OPTIMIZED, resource.service)))) return [];
    return given.node.members.flatMap(({ key }) => (/^[a-z]/.test(key.value)
      ? [finding(at(state, key, given.field, key.value), `Parameters of AWS services begin with a capital: write ${key.value.charAt(0).toUpperCase()}${key.value.slice(1)}.`)] : []));
  },
  fix: { label: 'Begin it with a capital', safe: true, ops: renameTo((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`) },
};
