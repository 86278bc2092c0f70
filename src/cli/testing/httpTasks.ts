import type { Io } from '../io.ts';
import { runCli } from '../runCli.ts';

export const ROLE = 'arn:aws:iam::123456789012:role/flow';
export const ARN = 'arn:aws:events:us-west-2:000000000000:connection/owned/1d296ce9-feb5-484a-8203-d054baf517e9';

type Parameter = { readonly Key: string; readonly Value: string; readonly IsValueSecret?: boolean };
export const parameter = (Key: string, Value: string, IsValueSecret = false): Parameter => ({ Key, Value, IsValueSecret });

const invocation = (HeaderParameters: readonly Parameter[] = [], QueryStringParameters: readonly Parameter[] = [], BodyParameters: readonly Parameter[] = []) =>
  ({ InvocationHttpParameters: { HeaderParameters, QueryStringParameters, BodyParameters } });

/** The Basic connection of the recording; another one of the same kind is one spread away. */
export const basic = (headers = [parameter('x-shared', 'connection-header'), parameter('x-secret', 'owned-inert-private-header', true)],
  query = [parameter('shared', 'connection query'), parameter('connectionOnly', 'query-only')],
  body = [parameter('shared', 'connection-body'), parameter('connectionOnly', 'body-only')]) => ({
  ConnectionArn: ARN, Name: 'owned', AuthorizationType: 'BASIC',
  AuthParameters: { BasicAuthParameters: { Username: 'owned-user', Password: 'owned-password' }, ...invocation(headers, query, body) },
});
export const apiKey = (headers: readonly Parameter[] = [], query: readonly Parameter[] = [], body: readonly Parameter[] = []) => ({
  ConnectionArn: ARN, Name: 'owned', AuthorizationType: 'API_KEY',
  AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'x-owned-api-key', ApiKeyValue: 'owned-inert-api-key' }, ...invocation(headers, query, body) },
});

export interface TestCase {
  readonly definition: object;
  readonly connection?: object;
  readonly input?: unknown;
  readonly variables?: object;
  readonly region?: string;
  readonly request?: object;
}

/** `cli test-state --exchange -` as typed: the file on standard input, what it prints on standard output. */
export async function testStateOnce({ definition, connection = apiKey(), input = {}, variables, region = 'us-west-2', request = {} }: TestCase) {
  const seen = { out: '', err: '' };
  const file = { request: { definition, input, roleArn: ROLE, inspectionLevel: 'TRACE', revealSecrets: true, ...(variables === undefined ? {} : { variables }), ...request }, connections: [connection], region };
  const io: Io = {
    path: (name) => name,
    env: () => undefined,
    read: async () => new TextEncoder().encode(JSON.stringify(file)),
    write: async () => undefined,
    now: () => performance.now(),
    out: (text) => (seen.out += text),
    err: (text) => (seen.err += text),
  };
  const code = await runCli(['test-state', '--exchange', '-'], io);
  const printed = seen.out === '' ? {} : JSON.parse(seen.out);
  return { code, err: seen.err, response: printed.response, exchange: printed.exchange };
}
