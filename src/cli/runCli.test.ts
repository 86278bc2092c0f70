import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotRead, nodeIo, type Io } from './io.ts';
import { runCli } from './runCli.ts';

let folder = '';
const closers: (() => void)[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'asl-studio-cli-'))));
afterEach(() => {
  for (const close of closers.splice(0)) close();
  rmSync(folder, { recursive: true, force: true });
});

/** The command as typed in the test's own folder. */
async function cli(...args: readonly string[]) {
  return run(args);
}
async function run(args: readonly string[], stdin?: string) {
  const seen = { out: '', err: '' };
  const real = nodeIo();
  const io: Io = {
    ...real,
    path: (file) => join(folder, file),
    read: async (file) => (file === '-' && stdin !== undefined ? new TextEncoder().encode(stdin) : real.read(join(folder, file))),
    write: (file, text) => real.write(join(folder, file), text),
    out: (text) => (seen.out += text),
    err: (text) => (seen.err += text),
  };
  const code = await runCli(args, io);
  return { code, ...seen };
}
const file = (name: string, content: unknown): string => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return name;
};

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: string;
}
async function server(answer: (response: ServerResponse, seen: Seen) => void) {
  const requests: Seen[] = [];
  const made = createServer((incoming: IncomingMessage, response) => {
    let body = '';
    incoming.on('data', (piece) => (body += String(piece))).on('end', () => {
      const seen = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.rawHeaders, body };
      requests.push(seen);
      answer(response, seen);
    });
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  closers.push(() => made.close(), () => made.closeAllConnections());
  return { origin: `http://127.0.0.1:${(made.address() as AddressInfo).port}`, requests };
}

const MACHINE = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } } };
const ARN = 'arn:aws:events:us-east-1:123456789012:connection/shop/0a1b2c3d-0000-4000-8000-000000000000';
const shop = {
  ConnectionArn: ARN, Name: 'shop', AuthorizationType: 'API_KEY',
  AuthParameters: {
    ApiKeyAuthParameters: { ApiKeyName: 'X-Api-Key', ApiKeyValue: 'hush-hush' },
    InvocationHttpParameters: { QueryStringParameters: [{ Key: 'tenant', Value: 'a b', IsValueSecret: false }] },
  },
};
const task = (origin: string) => ({
  Type: 'Task', Resource: 'arn:aws:states:::http:invoke', End: true,
  Parameters: { ApiEndpoint: `${origin}/v1/items`, Method: 'POST', InvocationConfig: { ConnectionArn: ARN }, 'RequestBody.$': '$.order' },
});
const ROLE = 'arn:aws:iam::123456789012:role/flow';

describe('test-state', () => {
  it('really sends an HTTP task and prints the response of the API', async () => {
    const { origin, requests } = await server((response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":7}'));
    const name = file('t.json', { request: { definition: task(origin), input: { order: { n: 1 } }, roleArn: ROLE }, connections: [shop], region: 'eu-central-1' });
    const { code, out, err } = await cli('test-state', name);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const response = JSON.parse(out);
    expect(response).toMatchObject({ status: 'SUCCEEDED' });
    expect(JSON.parse(response.output)).toMatchObject({ StatusCode: 200, ResponseBody: { id: 7 } });
    expect(requests).toMatchObject([{ method: 'POST', url: '/v1/items?tenant=a%20b', body: '{"n":1}' }]);
    expect(requests[0]?.headers.join('\n')).toContain('X-Api-Key\nhush-hush');
    expect(requests[0]?.headers.join('\n')).toContain('Amazon|StepFunctions|HttpInvoke|eu-central-1');
  });

  it('prints what was truly sent and received, secrets only when asked for', async () => {
    const { origin, requests } = await server((response, { headers }) => response.writeHead(500, 'Oh No', { 'content-type': 'text/plain', 'X-Twice': ['1', '2'] }).end(`no ${headers.join()}`));
    const request = { definition: task(origin), input: '{"order":{}}', roleArn: ROLE, inspectionLevel: 'TRACE' };
    const masked = await cli('test-state', '--exchange', file('a.json', { request, connections: [shop] }));
    const { response, exchange } = JSON.parse(masked.out);
    expect(response).toMatchObject({ status: 'FAILED', error: 'States.Http.StatusCode.500' });
    expect(exchange).toMatchObject({ request: { method: 'POST', body: '{}' }, response: { status: 500, statusText: 'Oh No' }, route: 'cli', remoteAddress: '127.0.0.1' });
    expect(exchange.response.headers.filter((text: string) => text === 'X-Twice')).toHaveLength(2);
    expect(masked.out).not.toContain('hush-hush');
    const revealed = await cli('test-state', '--exchange', file('b.json', { request: { ...request, revealSecrets: true }, connections: [shop] }));
    const shown = JSON.parse(revealed.out).exchange;
    expect(shown.request.headers).toEqual(requests[1]?.headers);
  });

  it('fetches the token of an OAuth connection first, and prints that exchange too, without secrets', async () => {
    const { origin, requests } = await server((response, { url }) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(url === '/token' ? '{"access_token":"token-number-1","expires_in":"soon"}' : '{"id":7}'));
    const oauth = {
      ConnectionArn: ARN, Name: 'shop', AuthorizationType: 'OAUTH_CLIENT_CREDENTIALS',
      AuthParameters: { OAuthParameters: {
        AuthorizationEndpoint: `${origin}/token`, HttpMethod: 'POST', ClientParameters: { ClientID: 'me', ClientSecret: 'hush-hush' },
        OAuthHttpParameters: { BodyParameters: [{ Key: 'grant_type', Value: 'client_credentials', IsValueSecret: false }, { Key: 'audience', Value: 'psst-psst', IsValueSecret: true }] },
      } },
    };
    const { code, out, err } = await cli('test-state', '--exchange', file('t.json', { request: { definition: task(origin), input: '{"order":{}}', roleArn: ROLE }, connections: [oauth] }));
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('no number, "soon"') });
    expect(requests.map(({ url, body }) => [url, body])).toEqual([['/token', 'grant_type=client_credentials&audience=psst-psst&client_secret=hush-hush&client_id=me'], ['/v1/items', '{}']]);
    expect(requests[1]?.headers.join('\n')).toContain('Authorization\nBearer token-number-1');
    expect(JSON.parse(out)).toMatchObject({ response: { status: 'SUCCEEDED' }, exchange: { response: { status: 200 } }, tokenExchange: { request: { method: 'POST' }, response: { status: 200 } } });
    expect(out).not.toMatch(/hush-hush|psst-psst|token-number/);
  });

  it('answers AWS\'s name for a connection without a token, and exits as for any failed state', async () => {
    const { origin, requests } = await server((response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'));
    const oauth = {
      ConnectionArn: ARN, Name: 'shop', AuthorizationType: 'OAUTH_CLIENT_CREDENTIALS',
      AuthParameters: { OAuthParameters: { AuthorizationEndpoint: `${origin}/token`, HttpMethod: 'POST', ClientParameters: { ClientID: 'me', ClientSecret: 'hush-hush' } } },
    };
    const { code, out } = await cli('test-state', '--exchange', file('t.json', { request: { definition: task(origin), input: '{"order":{}}', roleArn: ROLE }, connections: [oauth] }));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ response: { status: 'FAILED', error: 'Events.ConnectionResource.InvalidConnectionState', cause: expect.stringContaining('web page') }, exchange: null, tokenExchange: { response: { status: 200 } } });
    expect(requests.map(({ url }) => url)).toEqual(['/token']);
  });

  it('reads standard input, and fields that are JSON texts either way, keeping how they are written', async () => {
    const definition = { Type: 'Pass', Result: 1, End: true };
    const asText = JSON.stringify({ request: { definition: JSON.stringify(definition), input: '{"n":1.0}', roleArn: ROLE, inspectionLevel: 'DEBUG' } });
    const asJson = '{"request":{"definition":{"Type":"Pass","Result":1,"End":true},"input": { "n" : 1.0 },"roleArn":"' + ROLE + '","inspectionLevel":"DEBUG"}}';
    const [one, two] = [await run(['test-state', '-'], asText), await run(['test-state', '-'], asJson)];
    expect(JSON.parse(one.out)).toMatchObject({ status: 'SUCCEEDED', output: '1', inspectionData: { input: '{"n":1.0}' } });
    expect(two.out).toBe(one.out);
  });

  it('answers a mock without sending anything', async () => {
    const { origin, requests } = await server((response) => response.end());
    const name = file('t.json', { request: { definition: task(origin), input: '{"order":1}', mock: { errorOutput: { error: 'Boom', cause: 'why' } } } });
    const { code, out } = await cli('test-state', name);
    expect([code, JSON.parse(out), requests.length]).toMatchObject([0, { status: 'FAILED', error: 'Boom', cause: 'why' }, 0]);
  });

  it('prints the exception of the API and exits with 1', async () => {
    const { code, out } = await cli('test-state', file('t.json', { request: { definition: { Type: 'Nope' }, roleArn: ROLE } }));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ Error: { Code: 'InvalidDefinition', Message: expect.stringContaining('Type') } });
  });

  it('never follows a redirect', async () => {
    const { origin, requests } = await server((response) => response.writeHead(302, { location: '/elsewhere' }).end());
    const { out } = await cli('test-state', file('t.json', { request: { definition: task(origin), input: '{"order":1}', roleArn: ROLE }, connections: [shop] }));
    expect(JSON.parse(out)).toMatchObject({ error: 'States.Http.StatusCode.302' });
    expect(requests).toHaveLength(1);
  });

  it.each([
    { what: 'an unknown connection', origin: 'http://127.0.0.1:1', connections: [], says: /not among yours/ },
    { what: 'an address that nothing is ever sent to', origin: 'http://169.254.169.254', connections: [shop], says: /Nothing is ever sent there/ },
  ])('says why it did not send: $what', async ({ origin, connections, says }) => {
    const { code, out, err } = await cli('test-state', file('t.json', { request: { definition: task(origin), input: '{"order":1}', roleArn: ROLE }, connections }));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(says);
  });

  it.each([
    { what: 'a policy that IAM would not take', content: { request: { definition: {} }, policies: [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] }] }, says: /IAM would not take its "policies"\. Statement 1: it has no Action/ },
    { what: 'a file that is no JSON', content: '{"request": ', says: /is no test: .*line 1/ },
    { what: 'no request', content: {}, says: /no "request"/ },
    { what: 'a request without definition', content: { request: {} }, says: /no "definition"/ },
    { what: 'a connection without password', content: { request: { definition: {} }, connections: [{ ...shop, AuthorizationType: 'BASIC' }] }, says: /needs Username and Password/ },
  ])('exits with 2 for $what', async ({ content, says }) => {
    const { code, out, err } = await cli('test-state', file('t.json', content));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
  });
});

describe('validate', () => {
  it('prints a line per problem with its place, and exits with 1 on errors', async () => {
    const bad = file('bad.asl.json', { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'C' }, B: { Type: 'Succeed' } } });
    const good = file('good.asl.json', MACHINE);
    expect(await cli('validate', good)).toEqual({ code: 0, out: 'good.asl.json: no problems\n', err: '' });
    const both = await cli('validate', good, bad);
    expect(both.code).toBe(1);
    expect(both.out).toMatch(/^good\.asl\.json: no problems\nbad\.asl\.json:6:15: error: Missing 'Next' target: C \[MISSING_TRANSITION_TARGET\]\nbad\.asl\.json:8:5: error: State "B" is not reachable\. \[MISSING_TRANSITION_TARGET\]\n$/);
  });

  it('prints JSON, and counts only errors for the exit code', async () => {
    const name = file('w.json', { StartAt: 'A', States: { A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'B' }] }, B: { Type: 'Succeed' } } });
    const { code, out } = await cli('validate', '--json', name);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([{ file: name, diagnostics: [{ severity: 'warning', code: 'no-default', message: expect.any(String), pointer: '/States/A', line: 4, column: 5 }] }]);
  });

  it.each([
    { what: 'broken text', content: '{"StartAt": "A",\n"States": {', line: 2 },
    { what: 'a picture', content: '\u0000\u0001\u0002', line: 1 },
    { what: 'another JSON file', content: '{"name":"x"}', line: 1 },
    { what: 'nothing', content: '', line: 1 },
  ])('reports $what as an error with its place', async ({ content, line }) => {
    const { code, out } = await cli('validate', '--json', file('x.json', content));
    expect(code).toBe(1);
    expect(JSON.parse(out)[0].diagnostics.some((found: { severity: string; line: number }) => found.severity === 'error' && found.line <= line)).toBe(true);
  });
});

describe('layout', () => {
  it('prints nodes with pointers, absolute places and edges with points', async () => {
    const machine = { StartAt: 'Both', States: { Both: { Type: 'Parallel', Branches: [MACHINE], End: true } } };
    const { code, out } = await cli('layout', file('m.json', machine));
    expect(code).toBe(0);
    const { nodes, edges, tookMs } = JSON.parse(out);
    const inner = nodes.find(({ id }: { id: string }) => id === '/States/Both/Branches/0/States/A');
    expect(inner).toMatchObject({ parent: '/States/Both', x: expect.any(Number), y: expect.any(Number), width: 224, height: 56 });
    expect(nodes.some(({ id }: { id: string }) => id.startsWith('#start'))).toBe(true);
    expect(edges.every(({ points }: { points: readonly unknown[] }) => points.length >= 2)).toBe(true);
    expect(tookMs).toBeGreaterThanOrEqual(0);
  });

  it('says why it cannot draw', async () => {
    expect(await cli('layout', file('m.json', '{"StartAt": '))).toMatchObject({ code: 1, out: '', err: expect.stringContaining('cannot be laid out') });
    expect(await cli('layout', file('n.json', '[]'))).toMatchObject({ code: 1, out: '', err: expect.stringContaining('not a state machine') });
  });
});

describe('run', () => {
  const flow = {
    StartAt: 'Wait', States: {
      Wait: { Type: 'Wait', Seconds: 86_400, Next: 'Charge' },
      Charge: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { 'Amount.$': '$.amount' }, Retry: [{ ErrorEquals: ['Busy'] }], ResultPath: '$.charge', End: true },
    },
  };

  it('runs in virtual time with a mock for each attempt', async () => {
    const mocks = file('mocks.json', { Charge: [{ errorOutput: { error: 'Busy', cause: 'later' } }, { result: '{"id":7}' }] });
    const { code, out, err } = await cli('run', file('m.json', flow), '--input', file('i.json', { amount: 5 }), '--mocks', mocks);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const ended = JSON.parse(out);
    expect(ended).toMatchObject({ status: 'SUCCEEDED', output: '{"amount":5,"charge":{"id":7}}' });
    expect(ended.history.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining(['ExecutionStarted', 'TaskFailed', 'TaskSucceeded', 'ExecutionSucceeded']));
  });

  it('answers a failed execution as an execution', async () => {
    const { code, out } = await cli('run', file('m.json', { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'E', Cause: 'C' } } }));
    expect([code, JSON.parse(out)]).toMatchObject([0, { status: 'FAILED', error: 'E', cause: 'C' }]);
  });

  it('runs in the region that is named', async () => {
    const whereAmI = { QueryLanguage: 'JSONata', StartAt: 'P', States: { P: { Type: 'Pass', Output: '{% $states.context.StateMachine.Id %}', End: true } } };
    const { out, err } = await cli('run', file('m.json', whereAmI), '--region', 'cn-north-1');
    expect(JSON.parse(JSON.parse(out).output)).toMatch(/^arn:aws-cn:states:cn-north-1:/);
    expect(err).toContain('no HTTP tasks in cn-north-1');
    expect((await cli('run', file('m.json', whereAmI), '--region', 'Paris')).err).toContain('not the name of a region');
  });

  it('says which task needs a mock, and sends nothing', async () => {
    expect(await cli('run', file('m.json', flow), '--input', file('i.json', { amount: 5 }))).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/"Charge" calls .*--mocks/) });
    expect(await cli('run', 'm.json', '--input', 'i.json', '--mocks', file('x.json', { Charge: [{ errorOutput: { error: 'Busy' } }] }))).toMatchObject({ code: 1, err: expect.stringContaining('more often') });
  });

  it.each([
    { what: 'a definition that is broken', files: { m: '{"StartAt":', i: '{}', x: '{}' }, says: /m\.json: / },
    { what: 'input that is no JSON', files: { m: flow, i: 'five', x: '{}' }, says: /i\.json is no JSON/ },
    { what: 'a mock configuration of Step Functions Local', files: { m: flow, i: '{}', x: { StateMachines: {} } }, says: /MockConfigFile\.json without test cases/ },
    { what: 'a mock that says nothing', files: { m: flow, i: '{}', x: { Charge: {} } }, says: /2:13: The mock of "Charge" says nothing/ },
  ])('exits with 2 for $what', async ({ files, says }) => {
    const { code, out, err } = await cli('run', file('m.json', files.m), '--input', file('i.json', files.i), '--mocks', file('x.json', files.x));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
  });

  it('prints what AWS says about a definition it refuses', async () => {
    const { code, out } = await cli('run', file('m.json', { StartAt: 'A', States: { A: { Type: 'Nope' } } }));
    expect([code, JSON.parse(out)]).toMatchObject([1, { Error: { Code: 'InvalidDefinition' } }]);
  });
});

describe('the command line', () => {
  it.each([
    { args: [] }, { args: ['fly'] }, { args: ['validate'] }, { args: ['test-state'] }, { args: ['test-state', 'a', '--fast'] }, { args: ['layout', 'a', 'b'] },
    { args: ['conformance', '--cases', '.'] }, { args: ['validate', 'not-there.json'] }, { args: ['layout', '.'] },
  ])('exits with 2 and says why: $args', async ({ args }) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/Usage|there is no such file|it is a folder/);
  });

  it('prints help where it is asked for', async () => {
    const { code, out } = await cli('--help');
    expect([code, out]).toMatchObject([0, expect.stringContaining('validate')]);
  });

  it('names a file that is not there', async () => {
    await expect(nodeIo().read(join(folder, 'x.json'))).rejects.toThrow(CannotRead);
  });
});

const CASES = '../shared/conformance';
describe.skipIf(!existsSync(CASES))('conformance (skipped where ../shared/conformance is absent)', () => {
  it('writes an answer for each recorded case that can be replayed', async () => {
    const name = 'outputdecl.test_output.json';
    writeFileSync(join(folder, name), readFileSync(join(CASES, name)));
    const { code } = await cli('conformance', '--cases', '.', '--out', 'answers.txt');
    const cases: readonly { id: string; skip?: string }[] = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const answers = JSON.parse(readFileSync(join(folder, 'answers.txt'), 'utf8'));
    expect(code).toBe(0);
    expect(Object.keys(answers).toSorted()).toEqual(cases.filter(({ skip }) => skip === undefined).map(({ id }) => id).toSorted());
  });
});

describe('as a new user types it', () => {
  const TASK = '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${Fn}","Parameters":{"n":${Count},"t":"${Table}"},"Next":"B"},"B":{"Type":"Wait","Seconds":${Secs},"End":true}}}';

  it('run fills in what a deployment fills in, and says what it lacks', async () => {
    file('a.asl.json', TASK);
    file('m.json', { A: { result: 1 } });
    expect(await cli('run', 'a.asl.json', '--mocks', 'm.json')).toMatchObject({ code: 1, err: '${Count}, ${Table}, ${Secs} have no value. Give what a deployment fills in: --substitute Count=VALUE --substitute Table=VALUE --substitute Secs=VALUE\n' });
    const { code, out } = await cli('run', 'a.asl.json', '--mocks', 'm.json', '--substitute', 'Count=3', '--substitute', 'Table=a=b', '--substitute', 'Secs=5');
    expect([code, JSON.parse(out)]).toMatchObject([0, { status: 'SUCCEEDED', output: '1' }]);
    expect(out).toContain('a=b');
    expect(await cli('run', 'a.asl.json', '--substitute', 'Count')).toMatchObject({ code: 2, err: expect.stringContaining('NAME=VALUE') });
  });

  it.each([
    ['run', 'x'], ['layout', 'x'], ['policy', 'x'], ['test-state', 'x'], ['import-mocks', 'x'], ['export-mocks', 'x'], ['to-jsonata', 'x'], ['run', 'p', '--input', 'x'], ['run', 'p', '--mocks', 'x'],
  ])('%s of an empty file says that it is empty', async (...args) => {
    file('x', ' \n');
    file('p', { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });
    const { code, out, err } = await cli(...args);
    expect([code > 0, out, err]).toEqual([true, '', expect.stringMatching(/^x\b.* is empty\.\n$/)]);
  });

  it('an empty tests file says what to write, not what the page would', async () => {
    file('a.asl.json', { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });
    file('a.tests.json', '');
    expect((await cli('test')).out).toContain('a.tests.json:1:1: The file is empty. Write {"version": 1');
  });

  it.each([
    { args: ['run', 'p', '--case', 'A#b'], says: '--case says which test case of a MockConfigFile.json is meant. Name that file: --mocks FILE.' },
    { args: ['test', '-'], says: 'Saved tests are not read from standard input' },
    { args: ['init', 'notes.md'], says: 'notes.md is no definition by its name' },
    { args: ['init', 'gone.asl.json'], says: 'gone.asl.json cannot be read: there is no such file.' },
  ])('$args: 2, and nothing is written', async ({ args, says }) => {
    file('p', { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });
    expect(await cli(...args)).toMatchObject({ code: 2, err: expect.stringContaining(says) });
    expect(existsSync(join(folder, '.github'))).toBe(false);
  });

  it('prints its version', async () => expect(await cli('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) }));

  it('init asks for values of placeholders, and for the package where it is not there', async () => {
    file('a.asl.json', TASK);
    expect((await cli('init')).out).toContain('devDependencies');
    expect(JSON.parse(readFileSync(join(folder, 'a.tests.json'), 'utf8'))).toMatchObject({ substitutions: { Count: '', Table: '', Secs: '' }, tests: [{ skip: expect.stringContaining('"substitutions"') }] });
    file('package.json', { devDependencies: { 'asl-studio': '0.1.0' } });
    expect((await cli('init', '--force')).out).not.toContain('devDependencies');
  });
});
