import { connect as netConnect, isIP, type Socket } from 'node:net';
import { connect as tlsConnect, rootCertificates, type TLSSocket } from 'node:tls';
import type { TlsFacts } from '../http/exchange.ts';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/**
 * Connects to one of these addresses and to no other: they were vetted, and `lookup` hands over just them, so a name that
 * resolves differently a moment later changes nothing.
 */
export function openTcp(addresses: readonly Address[], port: number, signal: AbortSignal): Promise<Socket> {
  const first = addresses[0];
  if (!first) return Promise.reject(Object.assign(new Error('no address'), { code: 'ENODATA' }));
  return new Promise((resolve, reject) => {
    const socket =
      addresses.length === 1
        ? netConnect({ host: first.address, port, signal })
        : netConnect({
            // Never resolved: `lookup` answers with the vetted list, and node tries both families in turn.
            host: 'vetted.invalid', port, signal, autoSelectFamily: true,
            lookup: (_name, options, done) => {
              if (options.all) done(null, addresses.map(({ address, family }) => ({ address, family })));
              else done(null, first.address, first.family);
            },
          });
    socket.on('error', reject); // stays: a late error of a destroyed socket must not end the process
    socket.once('connect', () => {
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}

/**
 * TLS on an open socket, the certificate checked against the name in the URL, whatever NODE_TLS_REJECT_UNAUTHORIZED says: it is set
 * for some other program, and AWS refuses such endpoints. `ca`: see `SendPolicy`.
 */
export function openTls(socket: Socket, hostname: string, ca: readonly string[] | undefined): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = tlsConnect({
      socket, host: hostname, rejectUnauthorized: true, ALPNProtocols: ['http/1.1'],
      ...(isIP(hostname) === 0 ? { servername: hostname.replace(/\.$/, '') } : {}),
      ...(ca ? { ca: [...rootCertificates, ...ca] } : {}),
    });
    secure.on('error', reject);
    secure.once('secureConnect', () => resolve(secure));
  });
}

export function tlsFacts(socket: TLSSocket): TlsFacts {
  const certificate = socket.getPeerCertificate();
  return {
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().standardName,
    subject: distinguishedName(certificate.subject),
    issuer: distinguishedName(certificate.issuer),
    validFrom: isoTime(certificate.valid_from),
    validTo: isoTime(certificate.valid_to),
  };
}

const isoTime = (text: string): string => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString());

const distinguishedName = (name: object | undefined): string =>
  Object.entries(name ?? {}).map(([key, value]) => `${key}=${String(value)}`).join(', ');
