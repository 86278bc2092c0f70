import { describe, expect, it } from 'vitest';
import type { StateId } from '../asl/names.ts';
import type { Connection } from '../http/connection.ts';
import { noParameters } from '../http/connection.ts';
import { prepareRequest } from '../http/prepare.ts';
import { publicPrepared } from '../http/publicPrepared.ts';
import { createVault } from '../services/vault.ts';
import type { EditorState, TestRun } from './EditorState.ts';
import { revealRequest } from './revealRequest.ts';
import type { SliceContext } from './slice.ts';

const ARN = 'arn:aws:events:us-east-1:111122223333:connection/mine/0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a10';
const mine: Connection = { arn: ARN, name: 'mine', madeUp: false, allowedOrigins: [], authorization: { type: 'API_KEY', apiKeyName: 'X-Key' }, parameters: { ...noParameters, query: [{ key: 'token', isSecret: true }] } };
const secrets = { apiKeyValue: 'k3y', 'query.token': 't0ken' };
const fields = { Method: 'GET', ApiEndpoint: 'https://api.example.com/a', InvocationConfig: { ConnectionArn: ARN } };

function contextOf(connections: readonly Connection[]): Pick<SliceContext, 'get' | 'services'> {
  const vault = createVault();
  vault.put(mine, secrets);
  return { get: () => ({ connections }) as unknown as EditorState, services: { vault } as SliceContext['services'] }; // What is looked at.
}

function runOf(inspected: { readonly afterArguments?: string } = { afterArguments: JSON.stringify(fields) }): TestRun {
  const made = prepareRequest({ arguments: fields, connection: mine, secrets, region: 'eu-west-1' });
  if (!made.ok) throw new Error('not prepared');
  return { id: '1', state: 'A' as StateId, phase: 'done', startedAt: 0, request: { definition: '' }, route: 'bridge', fingerprint: '', prepared: publicPrepared(made.value), outcome: { kind: 'answered', response: { status: 'SUCCEEDED', inspectionData: inspected }, extras: {} } };
}

describe('revealRequest', () => {
  it('is what went out, secrets and region included', () => {
    const made = revealRequest(contextOf([mine]), runOf());
    expect(made).toMatchObject({ ok: true, value: { url: 'https://api.example.com/a?token=t0ken' } });
    expect(made.ok && made.value.headers.map(({ name, value }) => `${name}: ${value}`)).toEqual(expect.arrayContaining(['X-Key: k3y', 'User-Agent: Amazon|StepFunctions|HttpInvoke|eu-west-1']));
  });

  it('says why it cannot be shown', () => {
    expect(revealRequest(contextOf([mine]), runOf({}))).toMatchObject({ ok: false, error: expect.stringContaining('TRACE') });
    expect(revealRequest(contextOf([]), runOf())).toMatchObject({ ok: false, error: expect.stringContaining('not among yours') });
    const changed: Connection = { ...mine, parameters: noParameters };
    expect(revealRequest(contextOf([changed]), runOf())).toMatchObject({ ok: false, error: expect.stringContaining('changed since') });
  });
});
