import type { Json } from '../../lib/Json.ts';
import type { Connection, ConnectionParameter, ConnectionSecrets } from '../connection.ts';
import { noParameters } from '../connection.ts';
import type { ReceivedResponse } from '../exchange.ts';
import { prepareRequest, type PrepareInput } from '../prepare.ts';
import type { PreparedRequest } from '../prepared.ts';

export const ARN = 'arn:aws:events:us-west-2:000000000000:connection/owned/1d296ce9-feb5-484a-8203-d054baf517e9';

export const open = (key: string, value: string): ConnectionParameter => ({ key, value, isSecret: false });
export const secret = (key: string): ConnectionParameter => ({ key, isSecret: true });

/** The Basic connection of the recording in http-task.md. */
export const recordedConnection: Connection = {
  arn: ARN, name: 'owned', authorization: { type: 'BASIC', username: 'owned-user' }, allowedOrigins: ['https://api.example.com'], madeUp: false,
  parameters: {
    header: [open('x-shared', 'connection-header'), secret('x-secret')],
    query: [open('shared', 'connection query'), open('connectionOnly', 'query-only')],
    body: [open('shared', 'connection-body'), open('connectionOnly', 'body-only')],
  },
};
export const recordedSecrets: ConnectionSecrets = { password: 'owned-password', 'header.x-secret': 'owned-inert-private-header' };

export const plainConnection: Connection = {
  arn: ARN, name: 'plain', authorization: { type: 'API_KEY', apiKeyName: 'X-Api-Key' }, allowedOrigins: ['https://api.example.com'], madeUp: true, parameters: noParameters,
};
export const plainSecrets: ConnectionSecrets = { apiKeyValue: 'key-value-1' };

export const task = (fields: { readonly [name: string]: Json } = {}): Json => ({
  ApiEndpoint: 'https://api.example.com/v1/items', Method: 'POST', InvocationConfig: { ConnectionArn: ARN }, ...fields,
});

export const prepareWith = (fields: { readonly [name: string]: Json }, input: Partial<PrepareInput> = {}) =>
  prepareRequest({ arguments: task(fields), connection: plainConnection, secrets: plainSecrets, region: 'us-west-2', ...input });

/** Throws where the request cannot be prepared: a mistake in the test. */
export function prepared(fields: { readonly [name: string]: Json } = {}, input: Partial<PrepareInput> = {}): PreparedRequest {
  const result = prepareWith(fields, input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export const recorded: Partial<PrepareInput> = { connection: recordedConnection, secrets: recordedSecrets };

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const response = (fields: Partial<Omit<ReceivedResponse, 'body'>> & { readonly body?: Uint8Array | string } = {}): ReceivedResponse => {
  const body = typeof fields.body === 'string' ? bytes(fields.body) : (fields.body ?? new Uint8Array());
  return { httpVersion: '1.1', status: 200, statusText: 'OK', headers: [], sizeBytes: body.length, truncated: false, ...fields, body };
};

/** The OAuth connection of the recording in http-task.md section 9.2. */
export const oauthConnection: Connection = {
  arn: ARN, name: 'oauth', allowedOrigins: ['https://api.example.com'], madeUp: true, parameters: noParameters,
  authorization: {
    type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'owned-client', endpoint: 'https://id.example.com/oauth2/token', method: 'POST',
    parameters: { ...noParameters, body: [open('grant_type', 'client_credentials'), open('scope', 'owned-echo')] },
  },
};
export const oauthSecrets: ConnectionSecrets = { clientSecret: 'cl13nt-s3cret' };
