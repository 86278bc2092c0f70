import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonObject, type Json } from '../lib/Json.ts';
import { type Hello, PATHS, PROTOCOL_VERSION, type SendEvent, type SendRequest } from '../protocol/bridge.ts';
import { isSendRequest } from '../protocol/guards.ts';
import { ndjsonLine } from '../protocol/ndjson.ts';
import { guardedSend, type SendPolicy } from './guardedSend.ts';
import { type Asked, type Refusal, refuseCall, refuseHost, refuseRoute } from './guardRequest.ts';
import { NONCE_HEADER, PROOF_HEADER, proofFor } from './proof.ts';
import { readJsonBody } from './readJsonBody.ts';
import { setSecurityHeaders } from './securityHeaders.ts';

export interface HandlerOptions {
  readonly token: string;
  readonly version: string;
  /** Asked per request: the port and the sandbox may stand only after listening. */
  readonly port: () => number;
  readonly sandboxOrigin: () => string | undefined;
  readonly ownSockets: () => SendPolicy['ownSockets'];
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
    if (asked.path === PATHS.hello) return answer(response, 200, hello(options));
    send(request, response, options).catch(() => response.destroy());
  };
}

function askedOf(request: IncomingMessage): Asked {
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  return { method: request.method ?? 'GET', path, headers: request.headers, rawHeaders: request.rawHeaders };
}

function hello({ version, sandboxOrigin }: HandlerOptions): Json {
  const origin = sandboxOrigin();
  const answered: Hello = { product: 'asl-studio', protocol: PROTOCOL_VERSION, version, ...(origin === undefined ? {} : { sandboxOrigin: origin }) };
  return { ...answered };
}

async function send(request: IncomingMessage, response: ServerResponse, options: HandlerOptions): Promise<void> {
  const body = await readJsonBody(request);
  if (!body.ok) return answer(response, body.error.status, { error: body.error.message });
  const asked = body.value;
  if (isJsonObject(asked) && asked['protocol'] !== PROTOCOL_VERSION) {
    return answer(response, 409, { product: 'asl-studio', protocol: PROTOCOL_VERSION, error: 'This page and its bridge are of different versions. Reload the page; if that does not help, run "npm start" again.' });
  }
  if (!isSendRequest(asked)) return answer(response, 400, { error: 'The body is not a request that can be sent.' });
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
  answer(response, status, status === 401 ? { product: 'asl-studio', protocol: PROTOCOL_VERSION } : { error: message });
}

function answer(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
