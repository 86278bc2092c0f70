import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Hello, PATHS, PROTOCOL_VERSION, type SendEvent, type SendRequest } from '../protocol/bridge.ts';
import { isSendRequest } from '../protocol/guards.ts';
import { ndjsonLine } from '../protocol/ndjson.ts';
import { answerJson } from './answerJson.ts';
import { answerAws, isAwsPath } from './aws/answerAws.ts';
import type { AwsCalls } from './aws/createAwsCalls.ts';
import { guardedSend, type SendPolicy } from './guardedSend.ts';
import { type Asked, type Refusal, refuseCall, refuseHost, refuseRoute } from './guardRequest.ts';
import { NONCE_HEADER, PROOF_HEADER, proofFor } from './proof.ts';
import { readAsked } from './readAsked.ts';
import { setSecurityHeaders } from './securityHeaders.ts';

export interface HandlerOptions {
  readonly token: string;
  readonly version: string;
  /** Asked per request: the port and the sandbox may stand only after listening. */
  readonly port: () => number;
  readonly sandboxOrigin: () => string | undefined;
  readonly ownSockets: () => SendPolicy['ownSockets'];
  /** What the person's AWS credentials may be used for. */
  readonly aws: AwsCalls;
  /** False under the dev server. */
  readonly contentSecurityPolicy: boolean;
  /** For tests: name resolution of the sender. */
  readonly resolve?: SendPolicy['resolve'];
}

/** Answers `/bridge/*`; everything else goes on to `next` once its Host is ours. */
export type BridgeHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export function createHandler(options: HandlerOptions): BridgeHandler {
  return (request, response, next) => {
    setSecurityHeaders(response, { policy: options.contentSecurityPolicy });
    const asked = askedOf(request);
    const wrongHost = refuseHost(asked, options.port());
    if (wrongHost) return refuse(response, wrongHost);
    if (asked.path !== '/bridge' && !asked.path.startsWith('/bridge/')) return next();
    response.setHeader('cache-control', 'no-store');
    const refusal = refuseCall(asked, options.port(), options.token) ?? refuseRoute(asked);
    if (refusal?.status === 401) prove(response, asked, options);
    if (refusal) return refuse(response, refusal);
    if (asked.path === PATHS.hello) return answerJson(response, 200, hello(options));
    const answered = isAwsPath(asked.path) ? answerAws(asked.path, request, response, options.aws) : send(request, response, options);
    answered.catch(() => response.destroy());
  };
}

function askedOf(request: IncomingMessage): Asked {
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  return { method: request.method ?? 'GET', path, headers: request.headers, rawHeaders: request.rawHeaders };
}

function hello({ version, sandboxOrigin }: HandlerOptions): Hello {
  const origin = sandboxOrigin();
  return { product: 'asl-studio', protocol: PROTOCOL_VERSION, version, ...(origin === undefined ? {} : { sandboxOrigin: origin }) };
}

async function send(request: IncomingMessage, response: ServerResponse, options: HandlerOptions): Promise<void> {
  const asked = await readAsked(request, response, isSendRequest, 'The body is not a request that can be sent.');
  if (asked === null) return;
  await stream(asked, response, options);
}

async function stream(asked: SendRequest, response: ServerResponse, options: HandlerOptions): Promise<void> {
  const stopped = new AbortController();
  response.on('close', () => stopped.abort());
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const emit = (event: SendEvent) => void response.write(ndjsonLine(event));
  const policy: SendPolicy = {
    ownSockets: options.ownSockets(), sandboxOrigin: options.sandboxOrigin(), signal: stopped.signal, ...(options.resolve ? { resolve: options.resolve } : {}),
  };
  await guardedSend(asked, policy, emit);
  response.end();
}

/** Lets `npm start` recognise its own instance: see `proof.ts`. */
function prove(response: ServerResponse, asked: Asked, options: HandlerOptions): void {
  const proof = asked.path === PATHS.hello ? proofFor(asked.headers[NONCE_HEADER], options.token, options.port()) : undefined;
  if (proof !== undefined) response.setHeader(PROOF_HEADER, proof);
}

/** Without the token nothing is told but what this is. */
function refuse(response: ServerResponse, { status, message, allow }: Refusal): void {
  if (allow !== undefined) response.setHeader('allow', allow);
  // The body of a refused call is not read, so the connection cannot be used again.
  response.setHeader('connection', 'close');
  answerJson(response, status, status === 401 ? { product: 'asl-studio', protocol: PROTOCOL_VERSION } : { error: message });
}
