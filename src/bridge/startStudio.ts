import type { AwsEndpoint } from './aws/createAwsEndpoint.ts';
import { type Bridge, createBridge } from './createBridge.ts';
import { codeOf } from './listen.ts';
import type { OwnSocket } from './vetAddress.ts';
import { type Holder, urlWithToken, whoHolds } from './probe.ts';

/** The sandbox as this needs it; `src/sandbox` makes one, whoever starts the studio hands it in. */
export interface RunningSandbox {
  readonly port: number;
  readonly origin: string;
  close(): Promise<void>;
}

export interface StudioOptions {
  /** The first port to try. */
  readonly port: number;
  readonly token: string;
  readonly distDir: string;
  readonly version: string;
  /** Rejects with `EADDRINUSE` when the port is taken. */
  readonly startSandbox: (options: { readonly port: number }) => Promise<RunningSandbox>;
  /** `--sign-endpoint`: hosts that are not AWS's and still get requests signed with this person's credentials. */
  readonly signEndpoints?: readonly string[];
  /** Where somebody asked for the local endpoint: the first port to try, and how it starts (`EADDRINUSE` when the port is taken). */
  readonly awsEndpoint?: { readonly port: number; readonly start: (port: number, ownSockets: () => readonly OwnSocket[]) => Promise<AwsEndpoint> } | undefined;
}

export type Studio =
  | { readonly kind: 'runs-already'; readonly url: string; readonly version: string }
  | {
      readonly kind: 'started';
      /** With the token in its fragment. */
      readonly url: string;
      /** The same page for a command line, where others could read it: works once, for a minute. */
      readonly openUrl: () => string;
      readonly origin: string;
      readonly sandboxOrigin: string | undefined;
      /** Absent where nobody asked for it. */
      readonly awsEndpoint: Pick<AwsEndpoint, 'origin' | 'accessKeyId'> | undefined;
      /** Sentences about what is not as asked. */
      readonly notes: readonly string[];
      close(): Promise<void>;
    }
  | { readonly kind: 'no-port'; readonly notes: readonly string[] };

const PORTS_TO_TRY = 20;

/** Bridge, app and sandbox in this process, on the port asked for or the next free one; or the word that they run already. */
export async function startStudio(options: StudioOptions): Promise<Studio> {
  const { port: asked, token } = options;
  const taken: string[] = [];
  const beside: Beside = {};
  for (let port = asked; port < asked + PORTS_TO_TRY && port <= 65_535; port += 1) {
    const bridge = await unlessTaken(createBridge({ ...options, port, sandboxOrigin: () => beside.sandbox?.origin, awsEndpoint: () => beside.awsEndpoint }));
    if (bridge !== null) {
      await startBeside(bridge, beside, options);
      return started(bridge, beside, token, [...taken, ...moved(asked, bridge.port), ...missing(beside, options)]);
    }
    const holder = await whoHolds(port, token);
    if (holder.kind === 'ours') return { kind: 'runs-already', url: urlWithToken(port, token), version: holder.hello.version };
    taken.push(`Port ${port} is held by ${WHO[holder.kind]}.`);
  }
  return { kind: 'no-port', notes: taken };
}

/** What runs in this process beside the bridge. */
interface Beside {
  sandbox?: RunningSandbox | undefined;
  awsEndpoint?: AwsEndpoint | undefined;
}

/** Where one of them cannot start, what did is closed again: a process that said it could not start must end. */
async function startBeside(bridge: Bridge, beside: Beside, { startSandbox, awsEndpoint }: StudioOptions): Promise<void> {
  try {
    beside.sandbox = await onFreePort(bridge.port + 1, (next) => startSandbox({ port: next }));
    if (awsEndpoint) beside.awsEndpoint = await onFreePort(awsEndpoint.port, (next) => awsEndpoint.start(next, () => bridge.ownSockets));
  } catch (error) {
    await Promise.all([bridge.close(), beside.sandbox?.close()]);
    throw error;
  }
}

function missing({ sandbox, awsEndpoint }: Beside, options: StudioOptions): readonly string[] {
  const wanted = options.awsEndpoint?.port;
  return [
    ...(sandbox ? [] : ['The sample API could not be started; starters need another endpoint.']),
    ...(wanted !== undefined && awsEndpoint && wanted !== 0 && awsEndpoint.port !== wanted ? [`Port ${wanted} is taken, so the local AWS endpoint took port ${awsEndpoint.port}.`] : []),
    ...(wanted !== undefined && !awsEndpoint ? ['The local AWS endpoint could not be started: no port is free for it.'] : []),
  ];
}

const WHO: { readonly [K in Exclude<Holder['kind'], 'ours'>]: string } = {
  another: 'an ASL Studio that is not yours (another person, or another ASL_STUDIO_HOME)',
  other: 'another program',
  free: 'another program', // it holds the other loopback address
};

const moved = (asked: number, port: number): readonly string[] =>
  asked === port || asked === 0 ? [] : [`Took port ${port} instead. Drafts belong to the address they were made under: those of port ${asked} are not shown here, and come back when it is free again.`];

function started(bridge: Bridge, { sandbox, awsEndpoint }: Beside, token: string, notes: readonly string[]): Studio {
  return {
    kind: 'started', url: urlWithToken(bridge.port, token), openUrl: () => `${bridge.origin}${bridge.openOnce()}`, origin: bridge.origin, sandboxOrigin: sandbox?.origin, awsEndpoint, notes,
    close: async () => void (await Promise.all([bridge.close(), sandbox?.close(), awsEndpoint?.close()])),
  };
}

/** On this port or one of the next, at last on any. */
async function onFreePort<T>(first: number, start: (port: number) => Promise<T>): Promise<T | undefined> {
  for (let next = first; next !== 0 && next < Math.min(first + PORTS_TO_TRY, 65_536); next += 1) {
    const running = await unlessTaken(start(next));
    if (running !== null) return running;
  }
  return (await unlessTaken(start(0))) ?? undefined;
}

async function unlessTaken<T>(starting: Promise<T>): Promise<T | null> {
  try {
    return await starting;
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return null;
    throw error;
  }
}
