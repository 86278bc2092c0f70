import { describe, expect, it } from 'vitest';
import { parseJson } from '../asl/json/parseJson.ts';
import type { StateName } from '../asl/names.ts';
import { indexStates, type StateEntry } from '../asl/states.ts';
import { machine } from '../asl/testing/edit.ts';
import { mockFromHttp, replySays } from './httpMock.ts';
import { apiMock, mockForAttempt, repliesOf, withReplies } from './mockAttempts.ts';
import { emptySidecar, type StateMock } from './sidecar.ts';
import { sidecarFrom } from './sidecarFrom.ts';
import { testRequestFor } from './testRequest.ts';

const text = machine({ Call: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', TimeoutSeconds: 2, End: true } });
const tree = parseJson(text);
const [entry] = indexStates(tree).all as readonly [StateEntry];
const busy = mockFromHttp({ status: 503, body: '{"retry":true}' });
const fine = mockFromHttp({ status: 200, headers: [{ name: 'X-Id', value: '7' }], body: '{"id":7}' }, 40);
const mock: StateMock = { enabled: true, mock: busy, then: [fine] };
const requestWith = (one: StateMock, attempt = 0) => testRequestFor(tree, entry, { ...emptySidecar, mocks: { ['Call' as StateName]: one }, conditions: { ['Call' as StateName]: { retrierRetryCount: attempt } } });

describe('a mock of an HTTP reply', () => {
  it('answers what Step Functions makes of it', () => {
    expect(busy).toMatchObject({ errorOutput: { error: 'States.Http.StatusCode.503' } });
    expect(JSON.parse(fine.result ?? '')).toMatchObject({ StatusCode: 200, ResponseBody: { id: 7 }, Headers: { 'X-Id': ['7'] } });
    expect([replySays(busy), replySays({ result: '{ }' }), replySays({ errorOutput: { error: 'Boom' } })]).toEqual(['HTTP 503', '{ }', 'Boom']);
  });

  it('puts nothing but the fields of the API into a request', () => {
    expect(requestWith(mock)).toMatchObject({ ok: true, value: { mock: { errorOutput: busy.errorOutput } } });
    expect(Object.keys(apiMock(fine, entry))).toEqual(['result']);
  });

  it('fails with a timeout where it takes longer than the state allows', () => {
    expect(apiMock({ ...fine, latencyMs: 2001 }, entry)).toEqual({ errorOutput: { error: 'States.Timeout', cause: '' } });
    expect(apiMock({ ...fine, latencyMs: 2000 }, entry)).toEqual({ result: fine.result });
  });
});

describe('answers by attempt', () => {
  it('goes from one to the next, and stays with the last', () => {
    expect([0, 1, 2].map((attempt) => mockForAttempt(mock, attempt))).toEqual([busy, fine, fine]);
    expect(requestWith(mock, 1)).toMatchObject({ ok: true, value: { mock: { result: fine.result }, stateConfiguration: { retrierRetryCount: 1 } } });
    expect(requestWith(mock, 5)).toMatchObject({ ok: true, value: { mock: { result: fine.result }, stateConfiguration: { retrierRetryCount: 5 } } });
  });

  it('has as many answers as it is given', () => {
    expect(withReplies(mock, [busy])).toEqual({ enabled: true, mock: busy });
    expect(withReplies(mock, [busy, fine, fine])).toEqual({ enabled: true, mock: busy, then: [fine, fine] });
    expect(repliesOf(mock)).toEqual([busy, fine]);
  });

  it('comes back from storage as it was, and from older drafts too', () => {
    const stored = { version: 1, mocks: { Call: { ...mock, attempt: 1 }, Old: { enabled: true, mock: { result: '1' } }, Odd: { enabled: true, mock: { http: { status: 'x' }, latencyMs: -1, result: '2' }, then: ['x', { http: { status: 204, secret: 1 } }], attempt: 9 } } };
    const { mocks, conditions } = sidecarFrom(JSON.parse(JSON.stringify(stored)));
    expect(conditions).toEqual({ Call: { retrierRetryCount: 1 } });
    expect(mocks).toEqual({
      Call: mock, Old: { enabled: true, mock: { result: '1' } }, Odd: { enabled: true, mock: { result: '2' }, then: [{ http: { status: 204 } }] },
    });
  });
});
