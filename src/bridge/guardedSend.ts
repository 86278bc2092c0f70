import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { classifyHost } from '../http/addressKind.ts';
import type { Phases, SendFailure } from '../http/exchange.ts';
import type { Result } from '../lib/Result.ts';
import type { SendEvent, SendRequest } from '../protocol/bridge.ts';
import { type Address, openTcp, openTls, tlsFacts } from './openSocket.ts';
import { openTunnel, portOf, type Proxy, proxyFor } from './proxy.ts';
import { readBody } from './readBody.ts';
import { type Place, sendFailureFrom, type Stage, SendStopped } from './sendFailure.ts';
import { type AddressPolicy, addressRule, type OwnSocket, sameAddress } from './vetAddress.ts';
import { vetRequest, type VettedRequest } from './vetRequest.ts';
import { vetSecrets } from './vetSecrets.ts';

/** What AWS allows one attempt. */
export const TIMEOUT_CAP_MS = 60_000;
/** A local name server that hangs must not hold up a request that the proxy would resolve anyway. */
const LOCAL_LOOKUP_BEHIND_PROXY_MS = 2_000;

export type Resolve = (hostname: string) => Promise<readonly Address[]>;

export interface SendPolicy {
  /** Where this process listens; nothing is ever sent there. */
  readonly ownSockets: readonly OwnSocket[];
  /** The sample API: allowed without a grant, and with any connection's secrets. */
  readonly sandboxOrigin?: string | undefined;
  readonly signal: AbortSignal;
  /** Name resolution; the machine's own unless a test gives another. Every address it answers is checked. */
  readonly resolve?: Resolve;
  /** For tests: authorities (PEM) trusted beside those that come with Node. Absent, Node's own choice holds, NODE_EXTRA_CA_CERTS included. */
  readonly ca?: readonly string[];
  /** Read for HTTPS_PROXY and NO_PROXY; the process's own unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Performs one request as given and tells all it saw, piece by piece; the last event is `end` or `error`. Never rejects, never
 * follows a redirect, logs nothing. Guards: `docs/bridge.md`; rules of addresses: design.md section 5.
 */
export async function guardedSend(request: SendRequest, policy: SendPolicy, emit: (event: SendEvent) => void): Promise<void> {
  const send = new Send(request, policy, emit);
  try {
    await send.run();
  } catch (error) {
    if (!send.isOver()) emit({ type: 'error', failure: send.failureFrom(error), phases: send.phases });
  } finally {
    send.close();
  }
}

const LOOPBACK: readonly Address[] = [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }];

const resolveHere: Resolve = async (hostname) => (await lookup(hostname, { all: true, verbatim: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One send: what it knows so far and how to end it. */
class Send {
  readonly phases: Mutable<Phases> = {};
  private readonly begin = performance.now();
  private readonly life = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly timeoutMs: number;
  private socket: Socket | null = null;
  private stage: Stage = 'resolve';
  private target = 'the endpoint';
  private hostname = '';
  private proxy: Proxy | null = null;
  private readonly request: SendRequest;
  private readonly policy: SendPolicy;
  private readonly emit: (event: SendEvent) => void;
  /** True once `end` was emitted. */
  readonly isOver: () => boolean;

  constructor(request: SendRequest, policy: SendPolicy, emit: (event: SendEvent) => void) {
    this.request = request;
    this.policy = policy;
    // What still trickles in after a stop belongs to nobody.
    // After its last event it says nothing more: a server may go on after a HEAD, and that is no failure.
    let over = false;
    this.emit = (event) => {
      if (this.life.signal.aborted || over) return;
      over = event.type === 'end';
      emit(event);
    };
    this.isOver = () => over;
    this.timeoutMs = request.timeoutMs >= 1 ? Math.min(request.timeoutMs, TIMEOUT_CAP_MS) : TIMEOUT_CAP_MS;
    this.timer = setTimeout(() => this.life.abort(new SendStopped(this.timeout())), this.timeoutMs);
    if (policy.signal.aborted) this.stop();
    else policy.signal.addEventListener('abort', this.stop, { once: true });
  }

  async run(): Promise<void> {
    const vetted = orStop(vetRequest(this.request));
    const { url } = vetted;
    this.hostname = url.hostname.replace(/^\[|\]$/g, '');
    this.target = `${url.hostname}:${portOf(url)}`;
    orStop(vetSecrets(this.request, url, this.policy.sandboxOrigin));
    this.proxy = proxyFor(url, this.policy.env ?? process.env);
    const socket = await this.whileAlive(this.open(url));
    this.socket = socket;
    const remoteAddress = this.proxy === null ? (socket.remoteAddress ?? '') : `proxy ${this.proxy.label}`;
    await this.whileAlive(this.exchange(vetted, socket, remoteAddress));
  }

  /** The reason of an abort comes before whatever error the abort caused. */
  failureFrom(error: unknown): SendFailure {
    const cause = this.life.signal.aborted ? this.life.signal.reason : error;
    const place: Place = { stage: this.stage, target: this.target, hostname: this.hostname, proxy: this.proxy?.label ?? null };
    const failure = sendFailureFrom(cause, place);
    return this.stage === 'request' || this.stage === 'body' ? { ...failure, maybeSent: true } : failure;
  }

  close(): void {
    clearTimeout(this.timer);
    this.policy.signal.removeEventListener('abort', this.stop);
    // Whatever is still under way (a lookup, a connection being made) ends with its signal.
    this.life.abort(new SendStopped({ kind: 'stopped', message: 'The send is over.' }));
    this.socket?.destroy();
  }

  private async open(url: URL): Promise<Socket> {
    const { signal } = this.life;
    const port = portOf(url);
    const tcp = await this.openVetted(url, port, signal);
    this.socket = tcp;
    this.mark('connect');
    if (url.protocol === 'http:') return tcp;
    this.stage = 'tls';
    const secure = await openTls(tcp, this.hostname, this.policy.ca);
    this.mark('tls');
    return secure;
  }

  private async openVetted(url: URL, port: number, signal: AbortSignal): Promise<Socket> {
    const addressPolicy: AddressPolicy = {
      ownSockets: this.policy.ownSockets, sandboxOrigin: this.policy.sandboxOrigin, insideGrant: this.request.insideGrant,
    };
    const rule = addressRule(url, addressPolicy);
    const addresses = await this.addresses(rule);
    this.stage = 'connect';
    if (addresses === null) return openTunnel(this.proxy as Proxy, this.target, signal); // null only behind a proxy
    this.proxy = null;
    const tcp = await openTcp(addresses, port, signal);
    // Nothing was written yet. The kernel's word on where we are is the last one.
    const remote = tcp.remoteAddress ?? '';
    const refusal = rule(remote);
    if (refusal !== null || !addresses.some(({ address }) => sameAddress(address, remote))) {
      tcp.destroy();
      throw new SendStopped(refusal ?? { kind: 'refused-address', message: `${this.target} led to ${remote}, which was not checked. Nothing was sent.`, address: remote });
    }
    return tcp;
  }

  /** Vetted addresses; null: the name goes to the proxy, unless it resolves here to an address inside (then the rules hold, and no proxy). */
  private async addresses(rule: (address: string) => SendFailure | null): Promise<readonly Address[] | null> {
    const family = isIP(this.hostname);
    if (family !== 0) {
      const refusal = rule(this.hostname);
      if (refusal !== null) throw new SendStopped(refusal);
      return [{ address: this.hostname, family: family === 6 ? 6 : 4 }];
    }
    // `localhost` and what is below it never leaves this machine, not even as a question (RFC 6761, section 6.3).
    const resolve = classifyHost(this.hostname) === 'loopback' ? () => Promise.resolve(LOOPBACK) : (this.policy.resolve ?? resolveHere);
    const found = this.proxy === null ? await resolve(this.hostname) : await withinOr(LOCAL_LOOKUP_BEHIND_PROXY_MS, resolve(this.hostname), []);
    const refusal = found.map(({ address }) => rule(address)).find((one) => one !== null);
    if (refusal) throw new SendStopped(refusal);
    if (this.proxy !== null) return null;
    this.mark('dns');
    return found;
  }

  private exchange(vetted: VettedRequest, socket: Socket, remoteAddress: string): Promise<void> {
    const { url, method, headers, body } = vetted;
    this.stage = 'request';
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest({
        createConnection: () => socket, setHost: false, maxHeaderSize: 65_536, insecureHTTPParser: false, method, path: `${url.pathname}${url.search}`, headers: [...headers],
      });
      outgoing.maxHeadersCount = 0; // all of them: Node drops what comes after the thousandth without a word, and their size has a limit
      outgoing.on('error', reject);
      outgoing.on('close', () => this.stage === 'request' && reject(new Error('closed without an answer')));
      outgoing.on('finish', () => this.mark('sent'));
      outgoing.on('upgrade', (response) => reject(new SendStopped({
        kind: 'reset', message: `${this.target} answered ${response.statusCode ?? 101} and changed to another protocol, although nobody asked for it.`,
      })));
      outgoing.on('response', (response) => void this.receive(response, socket).then(resolve, reject));
      outgoing.end(body ?? undefined);
      this.emit({ type: 'sent', remoteAddress, headers });
    });
  }

  private async receive(response: IncomingMessage, socket: Socket): Promise<void> {
    this.stage = 'body';
    this.mark('firstByte');
    this.emit({
      type: 'head', httpVersion: response.httpVersion, status: response.statusCode ?? 0, statusText: response.statusMessage ?? '',
      headers: response.rawHeaders, ...(socket instanceof TLSSocket ? { tls: tlsFacts(socket) } : {}),
    });
    const { sizeBytes, truncated } = await readBody(response, (chunk) => this.emit({ type: 'data', base64: chunk.toString('base64') }));
    this.mark('end');
    this.emit({ type: 'end', phases: this.phases, sizeBytes, truncated });
  }

  private mark(phase: keyof Phases): void {
    this.phases[phase] ??= Math.round((performance.now() - this.begin) * 10) / 10;
  }

  private readonly stop = (): void => {
    this.life.abort(new SendStopped({ kind: 'stopped', message: 'Stopped before it was finished.' }));
  };

  private timeout(): SendFailure {
    const limit = `${Number((this.timeoutMs / 1000).toFixed(3))} s`;
    const what: { readonly [S in Stage]: string } = {
      resolve: `The name ${this.hostname} did not resolve within ${limit}.`,
      connect: `The connection to ${this.target} was not made within ${limit}.`,
      tls: `The TLS connection to ${this.target} was not made within ${limit}.`,
      request: `${this.target} did not answer within ${limit}.`,
      body: `The response of ${this.target} did not end within ${limit}.`,
    };
    return { kind: 'timeout', message: what[this.stage] };
  }

  /** Settles at once when the send is stopped or timed out, whatever the work is waiting for. */
  private whileAlive<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.life;
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.socket?.destroy();
        reject(signal.reason as unknown);
      };
      if (signal.aborted) onAbort();
      else signal.addEventListener('abort', onAbort, { once: true });
      work.then(resolve, reject);
    });
  }
}

function orStop<T>(result: Result<T, SendFailure>): T {
  if (!result.ok) throw new SendStopped(result.error);
  return result.value;
}

/** The answer of `work`, or `otherwise` when it fails or takes longer. */
function withinOr<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise), ms);
    void work.catch(() => otherwise).then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
