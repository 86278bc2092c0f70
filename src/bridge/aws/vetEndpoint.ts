import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import type { AwsFailure, AwsPlace } from '../../protocol/aws.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { isUrl } from '../../lib/isUrl.ts';
import { type AddressRule, addressRule, type OwnSocket } from '../vetAddress.ts';

export interface VettedEndpoint {
  readonly url: URL;
  /** For the sockets of this endpoint: every address that its name has is looked at before one is connected to. */
  readonly lookup: Lookup;
}

type Callback = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;
type Lookup = (hostname: string, options: LookupOptions, callback: Callback) => void;

/** What a lookup fails with where the rules forbid an address. */
export class AddressRefused extends Error {
  readonly failure: AwsFailure;
  constructor(failure: AwsFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** A custom endpoint may be anywhere a sent request may be: inside addresses want their grant, metadata services have none. */
export function vetEndpoint({ endpoint, insideGrant }: AwsPlace, ownSockets: readonly OwnSocket[]): Result<VettedEndpoint | null, AwsFailure> {
  if (endpoint === undefined) return ok(null);
  const url = isUrl(endpoint) ? new URL(endpoint) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return err({ kind: 'bad-request', message: 'The endpoint in the AWS settings is no URL of an endpoint. Write it like http://127.0.0.1:8083, or leave it empty for AWS.' });
  }
  const rule = addressRule(url, { ownSockets, insideGrant });
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  const refused = isIP(literal) === 0 ? null : refusedBy(rule, literal);
  return refused === null ? ok({ url, lookup: lookupWithin(rule) }) : err(refused);
}

const lookupWithin = (rule: AddressRule): Lookup => (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const refused = addresses.map(({ address }) => refusedBy(rule, address)).find((one) => one !== null);
    const [first] = addresses;
    if (refused || first === undefined) return callback(refused ? new AddressRefused(refused) : Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function refusedBy(rule: AddressRule, address: string): AwsFailure | null {
  const refused = rule(address);
  return refused === null ? null : { kind: refused.kind === 'needs-inside-grant' ? 'needs-inside-grant' : 'refused-address', message: refused.message, address };
}
