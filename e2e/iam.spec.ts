import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { httpTask, machineOf } from './machines.ts';

test.describe.configure({ timeout: 60_000 });

const SECRET = 'k3y-for-the-iam-story';
const LOCAL = 'arn:aws:events:us-east-1:000000000000:connection/echo/0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a11';
const REAL = 'arn:aws:events:us-east-1:123456789012:connection/echo/1b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a12';

/** The whole of a field that is drawn as code. */
const textOf = (page: Page, id: string): Promise<string> => page.getByTestId(id).inputValue();

interface Policy {
  readonly Version: string;
  readonly Statement: readonly { readonly Sid?: string }[];
}

test('a role that lacks a statement is refused as in AWS and nothing is sent; one click adds it', async ({ studio, canvas, inspector, connectionForm, testPanel, page, echo }) => {
  const arrived = () => echo.log.filter(({ path }) => path === '/anything/iam');
  await studio.openMachine(machineOf({ Call: httpTask({ url: `${echo.origin}/anything/iam`, connection: LOCAL }) }));
  await canvas.select('Call');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ name: 'echo', secret: SECRET, origins: [echo.origin] });

  await test.step('attach the policy of the workflow without its last statement', async () => {
    await inspector.test.click();
    await expect(page.getByTestId('test.role')).toHaveText('No role');
    await page.getByTestId('test.role').click();
    await page.getByRole('button', { name: 'Use the policy of this workflow' }).click();
    const policy = JSON.parse(await textOf(page, 'iam.role.policies')) as Policy;
    expect(policy.Statement.map(({ Sid }) => Sid)).toEqual(['CallWithGET', 'UseConnections', 'ReadConnectionSecrets']);
    await page.getByTestId('iam.role.policies').fill(JSON.stringify({ ...policy, Statement: policy.Statement.slice(0, 2) }, null, 2));
    await page.getByTestId('iam.role.name').fill('flow-role');
    await page.getByTestId('iam.role.attach').click();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('iam')).toHaveCount(0);
    await expect(page.getByTestId('test.role')).toHaveText('Role: flow-role');
  });

  await test.step('the test is refused before any question', async () => {
    await testPanel.start.click();
    await expect(testPanel.error).toHaveText('Events.ConnectionResource.AccessDenied');
    await expect(testPanel.cause).toHaveText('No permissions to call DescribeSecret and/or GetSecretValue on the secret associated with the connection resource.');
    await expect(page.getByTestId('test.refusal')).toContainText('Nothing was sent: flow-role does not allow it');
    expect(JSON.parse(await textOf(page, 'test.refusal.statement'))).toMatchObject({ Effect: 'Allow', Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'] });
    await expect(testPanel.consent).toHaveCount(0);
    expect(arrived()).toHaveLength(0);
  });

  await test.step('one click adds the statement and asks; Send once sends', async () => {
    await page.getByTestId('test.refusal.add').click();
    await expect(testPanel.consent).toBeVisible();
    expect(arrived()).toHaveLength(0);
    await testPanel.consent.getByTestId('consent.once').click();
    await expect(testPanel.responseStatus).toHaveText('200');
    expect(arrived()).toHaveLength(1);
  });

  await test.step('the role is kept for this workflow, and no document holds it', async () => {
    await studio.reload();
    await canvas.select('Call');
    await expect(page.getByTestId('test.role')).toHaveText('Role: flow-role');
    expect(JSON.stringify(await studio.draft())).not.toContain('flow-role');
  });
});

test('the policies, the command and the real ARN of a connection', async ({ studio, canvas, inspector, connectionForm, page, echo }) => {
  const machine = machineOf({ Call: { ...httpTask({ method: 'POST', url: `${echo.origin}/anything/x`, connection: LOCAL }), Next: 'Ask', End: undefined }, Ask: httpTask({ url: "{% 'https://api.example.com/' & $states.input.id %}", connection: LOCAL }) });
  await studio.openMachine(machine);
  await canvas.select('Call');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ name: 'echo', secret: SECRET, origins: [echo.origin] });

  await test.step('each statement says whose it is, and what is computed', async () => {
    await studio.run('IAM policies');
    const parts = page.getByTestId('iam.parts').getByRole('listitem');
    await expect(parts).toHaveCount(4);
    await expect(parts.nth(0)).toContainText('Call POST');
    await expect(parts.nth(1)).toContainText('https://api.example.com/* is proposed');
    await expect(parts.nth(2)).toContainText(/Needed by\s*Call\s*Ask/);
  });

  await test.step('the command makes the connection without its secret', async () => {
    await page.getByTestId('iam.tab.connections').click();
    await expect(page.getByTestId('iam.command')).toContainText("aws events create-connection \\\n  --name 'echo'");
    await expect(page.getByTestId('iam.command')).toContainText('"ApiKeyValue":"YOUR_API_KEY"');
    expect(await studio.everythingShown()).not.toContain(SECRET);
  });

  await test.step('a real ARN goes into policy and export, the definition stays', async () => {
    await page.getByTestId('iam.realArn').fill('stripe');
    await page.getByTestId('iam.realArn').press('Enter');
    await expect(page.getByTestId('iam')).toContainText('Write the ARN that the command prints');
    await page.getByTestId('iam.realArn').fill(REAL);
    await page.getByTestId('iam.realArn').press('Enter');
    await page.getByTestId('iam.tab.policy').click();
    await expect(page.getByTestId('iam.policy')).toHaveValue(new RegExp(REAL));
    const [policyFile] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download role-policy.json' }).click()]);
    expect(JSON.parse(await readFile(await policyFile.path(), 'utf8'))).toMatchObject({ Version: '2012-10-17' });
    await page.keyboard.press('Escape');
    await studio.run('Export ASL');
    await expect(page.getByTestId('export.text')).toContainText(REAL);
    await expect(page.getByTestId('export.text')).not.toContainText(LOCAL);
    await page.getByTestId('export.iam').click();
    await expect(page.getByTestId('iam')).toBeVisible();
    await page.keyboard.press('Escape');
    expect(await studio.text()).toContain(LOCAL);
  });
});

test('one region for everything', async ({ studio, canvas, inspector, connectionForm, testPanel, page, echo }) => {
  await studio.openMachine(machineOf({ Call: httpTask({ url: `${echo.origin}/anything/region`, connection: LOCAL, more: { Headers: { 'X-Execution': '{% $states.context.Execution.Id %}' } } }) }));
  await canvas.select('Call');
  await inspector.connection('make');
  await connectionForm.makeApiKey({ secret: SECRET, origins: [echo.origin] });
  await studio.run('Settings: region');
  await page.getByTestId('settings.region').click();
  await page.getByRole('option', { name: /^us-gov-west-1/ }).click();
  await expect(page.getByTestId('settings.note')).toContainText('no HTTP tasks in us-gov-west-1');
  await page.keyboard.press('Escape');
  await inspector.test.click();
  await testPanel.sendOnce();
  await expect(testPanel.responseStatus).toHaveText('200');
  const { headers } = echo.log.find(({ path }) => path === '/anything/region')!;
  expect(headers).toContainEqual(['User-Agent', 'Amazon|StepFunctions|HttpInvoke|us-gov-west-1']);
  expect(headers.find(([name]) => name === 'X-Execution')?.[1]).toMatch(/^arn:aws-us-gov:states:us-gov-west-1:/);
});
