import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSuites } from './findSuites.ts';
import { nodeIo, type Io } from './io.ts';
import { runCli } from './runCli.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'asl-studio-tests-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cli = (...args: readonly string[]) => cliWith({}, ...args);

/** With these environment variables and no other. */
async function cliWith(environment: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const seen = { out: '', err: '' };
  const real = nodeIo();
  const io: Io = {
    ...real,
    path: (file) => join(folder, file),
    env: (name) => environment[name],
    read: (file) => real.read(join(folder, file)),
    write: (file, text) => real.write(join(folder, file), text),
    out: (text) => (seen.out += text),
    err: (text) => (seen.err += text),
  };
  return { code: await runCli(args, io), ...seen };
}
const file = (name: string, content: unknown): void => writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));

const YAML = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Result: {total: 12}\n    Next: B\n  B:\n    Type: Succeed\n';
const holds = { name: 'adds up', expect: { output: { total: 12 } } };
const wrong = { name: "doesn't add up", expect: { output: { total: 13 } } };

describe('test', () => {
  it('finds the tests beside a definition, in a folder and by a glob; 0 where all hold', async () => {
    file('sum.asl.yaml', YAML);
    file('sum.tests.json', { version: 1, tests: [holds] });
    for (const typed of ['sum.tests.json', 'sum.asl.yaml', '.', '**/*.tests.json', 's?m.*']) expect(await cli('test', typed)).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/pass {2}adds up[^]*1 passed, 0 failed/) });
  });

  it('shows what differs and how to run that one again; 1, and JUnit XML', async () => {
    file('sum.asl.yaml', YAML);
    file('sum.tests.json', { version: 1, tests: [holds, wrong] });
    const { code, out } = await cli('test', '--coverage', '--junit', 'out/junit.xml');
    expect(code).toBe(1);
    expect(out).toMatch(/FAIL {2}doesn't add up\n.*The output is not what was expected\.\n.*\$\.total\n.*- expected 13\n.*\+ was {6}12\n.*Run it again: .*test sum\.tests\.json --filter 'doesn'\\''t add up'/);
    expect(out).toContain('coverage: 2 of 2 states');
    expect(readFileSync(join(folder, 'out/junit.xml'), 'utf8')).toContain('tests="2" failures="1" errors="0"');
    expect(await cli('test', '--filter', "doesn't add up")).toMatchObject({ code: 1, out: expect.stringContaining('0 passed, 1 failed') });
    expect(await cli('test', '--filter', 'ADDS')).toMatchObject({ code: 0, out: expect.stringContaining('1 passed, 0 failed') });
  });

  it.each([
    { what: 'nothing there', files: {}, args: ['test'], says: /holds no \*\.tests\.json/ },
    { what: 'a filter that fits none', files: { 'sum.asl.yaml': YAML, 'sum.tests.json': { version: 1, tests: [holds] } }, args: ['test', '--filter', 'zzz'], says: /No test has "zzz"/ },
    { what: 'tests without a definition', files: { 'sum.tests.json': { version: 1, tests: [holds] } }, args: ['test'], says: /sum\.tests\.json: No definition lies beside it/ },
    { what: 'a tests file with a slip', files: { 'sum.asl.yaml': YAML, 'sum.tests.json': '{"version": 1,\n "tests": [{"name": "x", "expects": {}}]}' }, args: ['test'], says: /sum\.tests\.json:2:\d+: A test has no "expects"\. Did you mean "expect"\?/ },
    { what: 'an origin that is none', files: {}, args: ['test', '--allow', 'shop'], says: /wants an origin/ },
  ])('exits with 2 for $what', async ({ files, args, says }) => {
    for (const [name, content] of Object.entries(files)) file(name, content);
    const { code, out, err } = await cli(...args);
    expect({ code, said: out + err }).toEqual({ code: 2, said: expect.stringMatching(says) });
  });

  it('sends an HTTP task without a mock only to an allowed origin', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":7}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const arn = 'arn:aws:events:us-east-1:123456789012:connection/shop/0a1b2c3d-0000-4000-8000-000000000000';
    file('call.asl.json', { StartAt: 'Call', States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { ApiEndpoint: `${origin}/x`, Method: 'GET', InvocationConfig: { ConnectionArn: arn } }, End: true } } });
    file('call.tests.json', { version: 1, tests: [{ name: 'x', expect: { outputPaths: { '$.ResponseBody.id': 7 } } }, { name: 'one state', state: 'Call', expect: { status: 'SUCCEEDED' } }] });
    const refused = await cli('test');
    expect([refused.code, requests]).toEqual([1, 0]);
    expect(refused.out).toMatch(new RegExp(`"Call" calls .*http:invoke at ${origin}, and a test has no network\\. Give it a mock: .*--allow ${origin}`));
    expect(await cli('test', '--allow', origin)).toMatchObject({ code: 0, out: expect.stringContaining('2 passed') });
    expect(requests).toBe(2);
    server.close();
    server.closeAllConnections();
  });
});

it('refuses with --as-aws what AWS refuses, in its words, and nothing else', async () => {
  const each = { Type: 'Map', ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Pass', End: true } } }, End: true };
  file('each.asl.json', { StartAt: 'Each', States: { Each: each } });
  const plain = { name: 'runs its items', state: 'Each', input: [1, 2], expect: { status: 'SUCCEEDED', output: [1, 2] } };
  const mocked = { ...plain, name: 'takes a mock', mock: { result: [1, 2] } };
  file('each.tests.json', { version: 1, tests: [plain, mocked] });
  expect(await cli('test')).toMatchObject({ code: 0, out: expect.stringContaining('2 passed') });
  const asAws = await cli('test', '--as-aws');
  expect([asAws.code, asAws.out]).toEqual([1, expect.stringMatching(/FAIL {2}runs its items[^]*InvalidDefinition[^]*test each\.tests\.json --filter 'runs its items' --as-aws[^]*pass {2}takes a mock[^]*1 passed, 1 failed/)]);
});

describe('the secrets of a test', () => {
  const once = () => {
    file('sum.asl.yaml', YAML);
    file('sum.tests.json', { version: 1, tests: [holds] });
  };

  it.each(['', ' \n'])('may be missing in CI, where GitHub sets the variable to %j', async (ASL_STUDIO_SECRETS) => {
    once();
    expect(await cliWith({ ASL_STUDIO_SECRETS }, 'test')).toMatchObject({ code: 0, err: '' });
  });

  it('are refused where they are none, and not repeated', async () => {
    once();
    const { code, err } = await cliWith({ ASL_STUDIO_SECRETS: '{"password":"lovelace"' }, 'test');
    expect([code, err]).toEqual([2, expect.stringMatching(/^ASL_STUDIO_SECRETS: it is no JSON\. /)]);
    expect(err).not.toContain('lovelace');
  });
});

describe('--allow', () => {
  it('takes one origin, and leaves the files behind it alone', async () => {
    file('a.asl.yaml', YAML);
    file('a.tests.json', { version: 1, tests: [holds] });
    file('b.asl.yaml', YAML);
    file('b.tests.json', { version: 1, tests: [wrong] });
    const { code, out } = await cli('test', '--allow', 'https://one.example.com', '--allow', 'https://two.example.com', 'a.tests.json');
    expect([code, out]).toEqual([0, expect.stringMatching(/^a\.tests\.json[^]*1 passed, 0 failed/)]);
    // The command to rerun names both again.
    expect((await cli('test', '--allow', 'https://one.example.com', '--allow', 'https://two.example.com', 'b.tests.json')).out).toContain('--allow https://one.example.com --allow https://two.example.com');
  });
});

describe('init', () => {
  it('writes a workflow and tests that hold, and overwrites nothing', async () => {
    expect(await cli('init')).toMatchObject({ code: 0, err: '' });
    expect(existsSync(join(folder, '.github/workflows/step-functions-tests.yml'))).toBe(true);
    expect(await cli('test')).toMatchObject({ code: 0, out: expect.stringContaining('3 passed, 0 failed') });
    file('example.tests.json', '{}');
    expect((await cli('init')).out).toMatch(/example\.tests\.json is there already and stays as it is/);
    expect(readFileSync(join(folder, 'example.tests.json'), 'utf8')).toBe('{}');
    await cli('init', 'example.asl.json', '--force');
    expect(readFileSync(join(folder, 'example.tests.json'), 'utf8')).toContain('runs to its end');
  });
});

it('init names the schema from where the tests lie, and runs nothing whose tests are there', async () => {
  mkdirSync(join(folder, 'flows/deep'), { recursive: true });
  file('flows/deep/sum.asl.yaml', YAML);
  file('flows/there.asl.json', '{ this is no JSON');
  file('flows/there.tests.json', '{}');
  expect(await cli('init')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('flows/there.tests.json is there already') });
  const { $schema } = JSON.parse(readFileSync(join(folder, 'flows/deep/sum.tests.json'), 'utf8')) as { $schema: string };
  expect($schema).toBe('../../node_modules/asl-studio/public/schemas/tests.schema.json');
  await cli('init', join('flows', 'deep', 'sum.asl.yaml'), '--force');
  expect(existsSync(join(folder, 'flows/deep/sum.tests.json'))).toBe(true);
});

it('says of a file that can have no tests what it is not, and passes over a folder that cannot be read', async () => {
  file('README.md', '# Workflows');
  expect(await cli('test', 'README.md')).toMatchObject({ code: 2, err: 'README.md is no tests file (NAME.tests.json) and no definition (NAME.asl.json, NAME.asl.yaml) with tests beside it.\n' });
  mkdirSync(join(folder, 'locked'));
  file('sum.asl.yaml', YAML);
  file('sum.tests.json', { version: 1, tests: [holds] });
  // Whoever runs the tests may be allowed to read everything, so the folder leads nowhere.
  const io = { ...nodeIo(), path: (name: string) => join(folder, name === 'locked' ? 'README.md' : name) };
  expect(await findSuites(io, ['.'])).toEqual({ files: ['sum.tests.json'], missed: [] });
});

it('takes test cases of Step Functions Local into a tests file and into a run', async () => {
  file('M.json', { StateMachines: { M: { TestCases: { Good: { A: 'Fine' } } } }, MockedResponses: { Fine: { '0': { Return: { n: 1 } } } } });
  file('m.asl.json', { StartAt: 'A', States: { A: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, End: true } } });
  const { code, out } = await cli('import-mocks', 'M.json');
  file('m.tests.json', out);
  expect([code, (await cli('test')).code]).toEqual([0, 0]);
  expect(JSON.parse((await cli('export-mocks', 'm.tests.json', '--machine', 'M')).out)).toMatchObject({ StateMachines: { M: { TestCases: { Good: { A: 'A' } } } }, MockedResponses: { A: { '0': { Return: { n: 1 } } } } });
  expect(JSON.parse((await cli('run', 'm.asl.json', '--mocks', 'M.json', '--case', 'M#Good')).out)).toMatchObject({ status: 'SUCCEEDED', output: '{"n":1}' });
});
