import { type Bridge, createBridge } from './createBridge.ts';
import { codeOf } from './listen.ts';
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
  let sandbox: RunningSandbox | undefined;
  for (let port = asked; port < asked + PORTS_TO_TRY && port <= 65_535; port += 1) {
    const bridge = await unlessTaken(createBridge({ ...options, port, sandboxOrigin: () => sandbox?.origin }));
    if (bridge !== null) {
      sandbox = await sandboxNextTo(bridge.port, options);
      return started(bridge, sandbox, token, [...taken, ...moved(asked, bridge.port), ...(sandbox ? [] : ['The sample API could not be started; starters need another endpoint.'])]);
    }
    const holder = await whoHolds(port, token);
    if (holder.kind === 'ours') return { kind: 'runs-already', url: urlWithToken(port, token), version: holder.hello.version };
    taken.push(`Port ${port} is held by ${WHO[holder.kind]}.`);
  }
  return { kind: 'no-port', notes: taken };
}

const WHO: { readonly [K in Exclude<Holder['kind'], 'ours'>]: string } = {
  another: 'an ASL Studio that is not yours (another person, or another ASL_STUDIO_HOME)',
  other: 'another program',
  free: 'another program', // it holds the other loopback address
};

const moved = (asked: number, port: number): readonly string[] =>
  asked === port || asked === 0 ? [] : [`Took port ${port} instead. Drafts belong to the address they were made under: those of port ${asked} are not shown here, and come back when it is free again.`];

function started(bridge: Bridge, sandbox: RunningSandbox | undefined, token: string, notes: readonly string[]): Studio {
  return {
    kind: 'started', url: urlWithToken(bridge.port, token), openUrl: () => `${bridge.origin}${bridge.openOnce()}`, origin: bridge.origin, sandboxOrigin: sandbox?.origin, notes,
    close: async () => void (await Promise.all([bridge.close(), sandbox?.close()])),
  };
}

async function sandboxNextTo(port: number, { startSandbox }: StudioOptions): Promise<RunningSandbox | undefined> {
  for (let next = port + 1; next <= Math.min(port + PORTS_TO_TRY, 65_535); next += 1) {
    const sandbox = await unlessTaken(startSandbox({ port: next }));
    if (sandbox !== null) return sandbox;
  }
  return (await unlessTaken(startSandbox({ port: 0 }))) ?? undefined;
}

async function unlessTaken<T>(starting: Promise<T>): Promise<T | null> {
  try {
    return await starting;
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return null;
    throw error;
  }
}
