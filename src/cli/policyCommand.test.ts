import { describe, expect, it } from 'vitest';
import { CannotRead, type Io } from './io.ts';
import { runCli } from './runCli.ts';

const INVOKE = { StartAt: 'Charge', States: { Charge: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'charge' }, End: true } } };
const ARN = 'arn:aws:states:eu-west-1:444455556666:stateMachine:orders';

/** The command with this definition in orders.asl.json and on standard input. */
async function cli(definition: unknown, ...args: readonly string[]) {
  const seen = { out: '', err: '' };
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
  const io: Io = {
    path: (name) => name, env: () => undefined, write: async () => undefined, now: () => 0,
    read: async (name) => {
      if (name !== 'orders.asl.json' && name !== '-') throw new CannotRead(`${name} cannot be read: there is no such file.`);
      return new TextEncoder().encode(text);
    },
    out: (piece) => (seen.out += piece),
    err: (piece) => (seen.err += piece),
  };
  return { code: await runCli(['policy', ...args], io), ...seen };
}

describe('policy', () => {
  it('prints the policy of the machine, as IAM takes it', async () => {
    const { code, out } = await cli(INVOKE, 'orders.asl.json', '--arn', ARN);
    expect([code, JSON.parse(out)]).toEqual([0, {
      Version: '2012-10-17',
      Statement: [{ Sid: 'LambdaInvokeFunction', Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: 'arn:aws:lambda:eu-west-1:444455556666:function:charge' }],
    }]);
  });

  it('prints a whole role for CloudFormation and for Terraform, named after the file', async () => {
    const [cloudFormation, terraform] = [await cli(INVOKE, 'orders.asl.json', '--format', 'cloudformation'), await cli(INVOKE, 'orders.asl.json', '--format', 'terraform')];
    expect(cloudFormation).toMatchObject({ code: 0, out: expect.stringMatching(/AWS::IAM::Role[^]*orders[^]*lambda:InvokeFunction/) });
    expect(terraform).toMatchObject({ code: 0, out: expect.stringMatching(/resource "aws_iam_role" "orders"[^]*lambda:InvokeFunction/) });
  });

  it('knows the actions of the SDK from the catalog, logs and traces from what is said', async () => {
    const sdk = { StartAt: 'A', States: { A: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:listBuckets', End: true } } };
    const { out } = await cli(sdk, '-', '--region', 'eu-central-1', '--logs', '--traces');
    for (const action of ['s3:ListAllMyBuckets', 'logs:CreateLogDelivery', 'xray:PutTraceSegments']) expect(out).toContain(action);
  });

  it('says beside it what no policy says', async () => {
    const other = { ...INVOKE, States: { Charge: { ...INVOKE.States.Charge, Credentials: { RoleArn: 'arn:aws:iam::999988887777:role/theirs' } } } };
    const { out, err } = await cli(other, 'orders.asl.json');
    expect(out).toContain('sts:AssumeRole');
    expect(err).toMatch(/^note: Charge takes the role arn:aws:iam::999988887777:role\/theirs\. That role has to allow: \{.*lambda:InvokeFunction/m);
  });

  it.each([
    { what: 'a form that there is not', args: ['orders.asl.json', '--format', 'xml'], says: /Allowed choices are json, cloudformation, terraform/ },
    { what: 'an ARN of something else', args: ['orders.asl.json', '--arn', 'arn:aws:iam::1:role/x'], says: /--arn wants the ARN of a state machine/ },
    { what: 'a file that is not there', args: ['gone.asl.json'], says: /gone\.asl\.json cannot be read: there is no such file/ },
    { what: 'no file', args: [], says: /missing required argument 'file'/ },
  ])('exits with 2 for $what', async ({ args, says }) => expect(await cli(INVOKE, ...args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(says) }));

  it.each([{ what: 'broken text', text: '{"StartAt": ' }, { what: 'no machine', text: '[]' }, { what: 'an empty file', text: '' }])('exits with 1 for $what', async ({ text }) => {
    expect(await cli(text, 'orders.asl.json')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^orders\.asl\.json: \S/) });
  });
});
