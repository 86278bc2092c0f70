import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback, type Patience } from '../listenOnLoopback.ts';
import { peerUser } from '../peerUser.ts';
import { readJsonBody } from '../readJsonBody.ts';
import type { OwnSocket } from '../vetAddress.ts';
import { readCredential } from './accessKey.ts';
import { answerCall, type Answered } from './answerCall.ts';
import type { AwsEngine } from './AwsEngine.ts';
import { type AwsFault, ownFault, serializationFault } from './awsFault.ts';
import { refuseKnock } from './guardEndpoint.ts';

export interface AwsEndpointOptions {
  /** 0: any free port. */
  readonly port: number;
  /** What callers sign with. */
  readonly accessKeyId: string;
  readonly engine: AwsEngine;
  /** For tests: whose program calls. */
  readonly whose?: typeof peerUser;
  /** For tests: how long a caller may take. */
  readonly patience?: Patience;
}

export interface AwsEndpoint {
  readonly port: number;
  /** `http://127.0.0.1:8083` */
  readonly origin: string;
  readonly accessKeyId: string;
  readonly sockets: readonly OwnSocket[];
  close(): Promise<void>;
}

/** An HTTP task may take its minute, and a runaway expression its half one, while the socket is silent. */
const PATIENCE: Patience = { headers: 10_000, request: 30_000, silence: 150_000 };

/** The key id travels in the clear: whoever listened at this port while the studio was away may know it. */
const notYours = ownFault(403, 'This endpoint belongs to another user of this machine.');

/** A definition of 1 MiB, whatever JSON has to escape in it, and its payloads. */
const REQUEST_CAP_BYTES = 4 * 1024 * 1024;

/**
 * The wire protocol of Step Functions (AWS JSON 1.0) on loopback, for TestState and ValidateStateMachineDefinition: what `--endpoint-url`
 * of the AWS CLI and of every SDK talks to. Rejects with `EADDRINUSE` when the port is taken.
 */
export async function createAwsEndpoint({ port, accessKeyId, engine, whose = peerUser, patience = PATIENCE }: AwsEndpointOptions): Promise<AwsEndpoint> {
  const listening = await listenOnLoopback(port, patience, (request, response) => {
    // As AWS does, every answer names its request. (x-amz-crc32, which some SDKs check where it is there, is DynamoDB's alone.)
    response.setHeader('x-amzn-requestid', randomUUID());
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'no-store');
    const refused = refuseKnock({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, rawHeaders: request.rawHeaders }, request.socket.localPort ?? 0, accessKeyId);
    if (refused !== null) return refuse(response, refused);
    const answered = whose(request.socket).then((user) => (user === 'other' ? { kind: 'fault', fault: notYours } as const : answer(request, engine, untilGone(response))));
    answered.then((answered) => (answered.kind === 'fault' ? refuse(response, answered.fault) : write(response, 200, answered.body)), () => response.destroy());
  });
  const close = async (): Promise<void> => void (await Promise.all([listening.close(), engine.close()]));
  return { port: listening.port, origin: `http://127.0.0.1:${listening.port}`, accessKeyId, sockets: listening.sockets, close };
}

/** Aborts when the caller goes before the answer is written: nothing goes on computing or sending for nobody. */
function untilGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (response.destroyed) gone.abort();
  response.once('close', () => response.writableFinished || gone.abort());
  return gone.signal;
}

async function answer(request: IncomingMessage, engine: AwsEngine, signal: AbortSignal): Promise<Answered> {
  const body = request.headers['content-length'] === '0' ? { ok: true as const, value: {} } : await readJsonBody(request, REQUEST_CAP_BYTES);
  if (!body.ok) return { kind: 'fault', fault: body.error.status === 413 ? ownFault(413, body.error.message) : serializationFault };
  const target = request.headers['x-amz-target'];
  const region = readCredential(request.headers.authorization ?? '')?.region ?? 'us-east-1';
  return answerCall(typeof target === 'string' ? target : '', body.value, region, engine, signal);
}

function refuse(response: ServerResponse, { status, type, message, close }: AwsFault): void {
  if (close) response.setHeader('connection', 'close');
  if (status === 405) response.setHeader('allow', 'POST');
  write(response, status, { __type: type, ...(message === undefined ? {} : { message }) });
}

function write(response: ServerResponse, status: number, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'content-length': bytes.length });
  response.end(bytes);
}
