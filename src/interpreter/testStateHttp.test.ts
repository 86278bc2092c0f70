import { expect, it } from 'vitest';
import { testState } from './testState.ts';

const definition = (headers: object) => JSON.stringify({ Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { Method: 'GET', Headers: headers }, End: true });

it.each([
  { headers: { Authorization: 'x' }, says: /^AWS would refuse the definition: .*The 'Headers' field contains unsupported values: \[authorization\] at \/States\/StateName\/Parameters'$/ },
  { headers: { Accept: 'x' }, says: null },
])('the studio tests a state that AWS would not save, and says so: $headers', async ({ headers, says }) => {
  const ports = { now: () => 0, random: () => 0, id: () => 'id', perform: () => ({ kind: 'result', value: {} }) as const };
  const outcome = await testState({ definition: definition(headers), input: '{}' }, { dialect: 'studio', ports });
  expect(outcome).toMatchObject({ kind: 'answered', response: { status: 'SUCCEEDED' } });
  if (says === null) expect(outcome.kind === 'answered' && outcome.extras).not.toHaveProperty('awsWouldSay');
  else expect(outcome).toMatchObject({ extras: { awsWouldSay: expect.stringMatching(says) } });
});
