import { createRequire } from 'node:module';
import type { SFNClient, SFNClientConfig, TestStateCommand } from '@aws-sdk/client-sfn';
import type { AwsFailure, AwsPlace } from '../../protocol/aws.ts';
import { isUrl } from '../../lib/isUrl.ts';
import type { OwnSocket } from '../vetAddress.ts';
import { awsFailureFrom, NotSigned } from './awsFailure.ts';
import { cappedAnswers } from './cappedAnswers.ts';
import { isStepFunctionsHost } from './awsHost.ts';
import { type VettedEndpoint, vetEndpoint } from './vetEndpoint.ts';

export interface SfnClientsOptions {
  /** Origins named with `--sign-endpoint`. */
  readonly signEndpoints: readonly string[];
  readonly ownSockets: () => readonly OwnSocket[];
  /** The local endpoint of this process: its key is the made-up one there. */
  readonly ownEndpoint?: (() => { readonly origin: string; readonly accessKeyId: string } | undefined) | undefined;
}

/** A client that may call, and what must not leave the bridge with what it says. */
export interface SfnSession {
  readonly client: SFNClient;
  readonly TestStateCommand: typeof TestStateCommand;
  readonly host: string;
  readonly credentials: 'own' | 'made-up';
  readonly accountId?: string;
  /** Calls of one account and region share AWS's limit. */
  readonly lane: string;
  readonly secrets: readonly string[];
}

type Opened = { readonly ok: true; readonly session: SfnSession } | { readonly ok: false; readonly error: AwsFailure };

/** A test runs for five minutes at most. */
const TEST_MS = 330_000;
const CONNECT_MS = 10_000;
/** One for each way that a person goes back and forth between; each holds its resolved credentials. */
const KEPT = 8;

/** Real ones are at least so long. Those of a local stand-in (`test`) are words that stand in answers, too. */
const SECRET_CHARACTERS = 16;

const MADE_UP = { accessKeyId: 'ASLSTUDIOMADEUP', secretAccessKey: 'made-up' };

/** When it is needed: a person who never calls AWS never loads it. By `require`, because under `npm run dev` nothing can be imported any more by then. */
const loadSdk = (): typeof import('@aws-sdk/client-sfn') => createRequire(import.meta.url)('@aws-sdk/client-sfn') as typeof import('@aws-sdk/client-sfn'); // its own types

export function createSfnClients({ signEndpoints, ownSockets, ownEndpoint }: SfnClientsOptions) {
  const kept = new Map<string, SFNClient>();
  const signs = (url: URL): boolean => signEndpoints.some((one) => isUrl(one) && new URL(one).origin === url.origin) || (url.protocol === 'https:' && isStepFunctionsHost(url.hostname));

  const configOf = (place: AwsPlace, endpoint: VettedEndpoint | null): SFNClientConfig => ({
    region: place.region,
    ...(place.profile === undefined ? {} : { profile: place.profile }),
    // What is made again is decided in one place, where it can be told: callQueue.
    maxAttempts: 1,
    requestHandler: { requestTimeout: TEST_MS, connectionTimeout: CONNECT_MS, ...(endpoint === null ? {} : { httpAgent: { lookup: endpoint.lookup }, httpsAgent: { lookup: endpoint.lookup } }) },
    // `sync-` before the name is AWS's own way; `sync-127.0.0.1` is nobody's name.
    ...(endpoint === null ? {} : { endpoint: endpoint.url.href, disableHostPrefix: true }),
    ...(endpoint === null || signs(endpoint.url) ? {} : { credentials: madeUpFor(endpoint.url) }),
  });
  const madeUpFor = (url: URL): typeof MADE_UP => {
    const own = ownEndpoint?.();
    const isOwn = own !== undefined && new URL(own.origin).port === url.port && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    return isOwn ? { ...MADE_UP, accessKeyId: own.accessKeyId } : MADE_UP;
  };

  const clientFor = (place: AwsPlace, endpoint: VettedEndpoint | null) => {
    const sdk = loadSdk();
    const key = JSON.stringify([place.profile, place.region, place.endpoint, place.insideGrant]);
    const made = kept.get(key) ?? guarded(cappedAnswers(new sdk.SFNClient(configOf(place, endpoint))), endpoint === null || signs(endpoint.url) ? signs : () => true);
    kept.delete(key);
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return { sdk, client: made };
  };

  return {
    /** With its credentials resolved, so that whose they are can be said before anything is called. */
    async open(place: AwsPlace): Promise<Opened> {
      const vetted = vetEndpoint(place, ownSockets());
      if (!vetted.ok) return vetted;
      const own = vetted.value === null || signs(vetted.value.url);
      try {
        const { sdk, client } = clientFor(place, vetted.value);
        const { accessKeyId, secretAccessKey, sessionToken, accountId } = await client.config.credentials();
        const host = vetted.value?.url.host ?? `states.${place.region}`;
        const lane = JSON.stringify([own ? accessKeyId : '', place.region, host]);
        const secrets = own ? [accessKeyId, secretAccessKey, ...(sessionToken === undefined ? [] : [sessionToken])].filter((text) => text.length >= SECRET_CHARACTERS) : [accessKeyId];
        return { ok: true, session: { client, TestStateCommand: sdk.TestStateCommand, host, credentials: own ? 'own' : 'made-up', lane, secrets, ...(own && accountId !== undefined ? { accountId } : {}) } };
      } catch (error) {
        return { ok: false, error: awsFailureFrom(error, place, false) };
      }
    },
  };
}

/**
 * The last look before a request is signed: the host may come from the environment or a profile, which the page and we do not see. Made-up
 * credentials may sign for anybody.
 */
function guarded(client: SFNClient, maySign: (url: URL) => boolean): SFNClient {
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { readonly protocol?: string; readonly hostname?: string; readonly port?: number }; // the SDK's HttpRequest
      const host = `${request.hostname ?? ''}${request.port === undefined ? '' : `:${request.port}`}`;
      const url = `${request.protocol ?? 'https:'}//${host}`;
      if (!isUrl(url) || !maySign(new URL(url))) throw new NotSigned(host);
      return next(args);
    },
    { step: 'build', priority: 'low', name: 'onlySignsForAws' },
  );
  return client;
}
