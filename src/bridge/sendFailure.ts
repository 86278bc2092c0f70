import type { SendFailure } from '../http/exchange.ts';

/** Ends a send from anywhere inside it; the failure is what the person is told. */
export class SendStopped extends Error {
  readonly failure: SendFailure;
  constructor(failure: SendFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** How far a send had come when it broke; the sentences differ. */
export type Stage = 'resolve' | 'connect' | 'tls' | 'request' | 'body';

export interface Place {
  readonly stage: Stage;
  /** `api.example.com:443` */
  readonly target: string;
  readonly hostname: string;
  readonly proxy: string | null;
}

type Kind = SendFailure['kind'];

/** Codes that mean the same wherever they appear. */
const BY_CODE: { readonly [code: string]: (place: Place) => readonly [Kind, string] } = {
  ENOTFOUND: ({ hostname }) => ['dns', `The name ${hostname} does not resolve. Check its spelling and your network.`],
  ENODATA: ({ hostname }) => ['dns', `The name ${hostname} has no address. Check its spelling.`],
  EAI_AGAIN: ({ hostname }) => ['dns', `The name server did not answer for ${hostname}. Check your network, then try again.`],
  ECONNREFUSED: ({ target }) => ['connect', `Nothing listens on ${target} (connection refused). Check host and port, and that the server runs.`],
  EHOSTUNREACH: ({ target }) => ['connect', `${target} cannot be reached from here (no route to host). Check your network.`],
  ENETUNREACH: ({ target }) => ['connect', `${target} cannot be reached from here (no network). Check your network.`],
  ETIMEDOUT: ({ target }) => ['connect', `${target} did not answer the attempt to connect. Check host and port, and any firewall between.`],
  DEPTH_ZERO_SELF_SIGNED_CERT: ({ target }) => ['tls', `The certificate of ${target} is self-signed, so nobody vouches for it. ${TRUST_HINT}`],
  SELF_SIGNED_CERT_IN_CHAIN: ({ target }) => ['tls', `The certificate of ${target} comes from an authority this machine does not know. ${TRUST_HINT}`],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ({ target }) => ['tls', `The certificate of ${target} cannot be verified: its issuer is unknown or missing. ${TRUST_HINT}`],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ({ target }) => ['tls', `The certificate of ${target} comes from an authority this machine does not know. ${TRUST_HINT}`],
  UNABLE_TO_GET_ISSUER_CERT: ({ target }) => ['tls', `The certificate of ${target} comes from an authority this machine does not know. ${TRUST_HINT}`],
  CERT_HAS_EXPIRED: ({ target }) => ['tls', `The certificate of ${target} has expired. Its owner has to renew it.`],
  CERT_NOT_YET_VALID: ({ target }) => ['tls', `The certificate of ${target} is not valid yet. Check this machine's clock.`],
  ERR_TLS_CERT_ALTNAME_INVALID: ({ target, hostname }) => ['tls', `The certificate of ${target} is for another name than ${hostname}. Check the host name.`],
  EPROTO: ({ target }) => ['tls', `${target} does not answer with TLS. If it serves plain HTTP, begin the URL with http://.`],
  HPE_HEADER_OVERFLOW: ({ target }) => ['too-large', `The headers of the response from ${target} are larger than 64 KiB.`],
};

const TRUST_HINT = 'AWS would refuse it too. For a test server, name its authority in NODE_EXTRA_CA_CERTS and start again.';

/** What the other side says of us while TLS is set up; in TLS 1.3 a missing certificate is said after that. */
const SAID_IN_TLS: readonly (readonly [code: RegExp, message: (place: Place) => string])[] = [
  [/CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE$/, ({ target }) => `${target} ended the TLS handshake: it wants a client certificate, or something else this connection does not offer. HTTP tasks carry no client certificates.`],
  [/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/, ({ target }) => `${target} knows only an older version of TLS than 1.2, which is not safe. Its owner has to update it.`],
];

const BY_STAGE: { readonly [S in Stage]: (place: Place) => readonly [Kind, string] } = {
  resolve: ({ hostname }) => ['dns', `The name ${hostname} could not be resolved.`],
  connect: ({ target }) => ['connect', `The connection to ${target} could not be made.`],
  tls: ({ target }) => ['tls', `${target} broke off while the TLS connection was being made.`],
  request: ({ target }) => ['reset', `${target} closed the connection before it answered.`],
  body: ({ target }) => ['reset', `${target} cut the connection in the middle of the response body.`],
};

/** A foreign error as a sentence. Node's own message is left out on purpose: it may quote what was sent. */
export function sendFailureFrom(error: unknown, place: Place): SendFailure {
  if (error instanceof SendStopped) return error.failure;
  const code = codeOf(error);
  const [kind, message] = sentence(code, place);
  return { kind, message: place.proxy === null ? message : `${message} (Sent through the proxy ${place.proxy}.)` };
}

function sentence(code: string, place: Place): readonly [Kind, string] {
  if (code.startsWith('HPE_') && place.stage === 'body') {
    return ['reset', `The body of the response from ${place.target} breaks the rules of HTTP/1.1 (${code}), so it could not be read to its end.`];
  }
  if (code.startsWith('HPE_') && code !== 'HPE_HEADER_OVERFLOW') {
    return ['reset', `${place.target} answered something that is not HTTP/1.1 (${code}). Check the port, and whether it wants https://.`];
  }
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) {
    return ['reset', `The response of ${place.target} says it is compressed, but its body cannot be decompressed.`];
  }
  if (code.startsWith('ERR_SSL_')) {
    const said = SAID_IN_TLS.find(([pattern]) => pattern.test(code));
    if (said) return ['tls', said[1](place)];
  }
  // Later than connecting, these only say that the other side went away.
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  if (known && (place.stage !== 'request' && place.stage !== 'body' || code === 'HPE_HEADER_OVERFLOW')) return known(place);
  if (place.stage === 'tls' && code.startsWith('ERR_SSL_')) return (BY_CODE['EPROTO'] ?? BY_STAGE.tls)(place);
  return BY_STAGE[place.stage](place);
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
