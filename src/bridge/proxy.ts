import { isUrl } from '../lib/isUrl.ts';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { SendStopped } from './sendFailure.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface Proxy {
  readonly url: URL;
  /** `proxy.example:3128`, without the password that its URL may hold. */
  readonly label: string;
}

/**
 * The proxy for this URL, or null for a direct connection. Only https to public names goes through one: a proxy resolves names
 * itself, so what lies inside (names without a dot, `.local`, IP literals) could not be checked behind it.
 */
export function proxyFor(url: URL, env: Env): Proxy | null {
  const setting = env['HTTPS_PROXY'] || env['https_proxy'];
  if (!setting || url.protocol !== 'https:' || !isPublicName(url.hostname)) return null;
  if (isExcepted(url, env['NO_PROXY'] ?? env['no_proxy'] ?? '')) return null;
  const text = setting.includes('://') ? setting : `http://${setting}`;
  const proxy = isUrl(text) ? new URL(text) : null;
  if (proxy === null || (proxy.protocol !== 'http:' && proxy.protocol !== 'https:')) {
    throw new SendStopped({ kind: 'connect', message: 'HTTPS_PROXY is not the URL of an HTTP proxy. It should look like http://proxy.example:3128.' });
  }
  return { url: proxy, label: `${proxy.hostname}:${portOf(proxy)}` };
}

export const portOf = (url: URL): number => (url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port));

const INSIDE_SUFFIXES = ['.localhost', '.local', '.internal', '.lan', '.home', '.corp', '.intranet', '.private', '.test', '.arpa'];

function isPublicName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  return name.includes('.') && isIP(name) === 0 && !name.startsWith('[') && !INSIDE_SUFFIXES.some((suffix) => name.endsWith(suffix));
}

function isExcepted(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase();
  return list.toLowerCase().split(/[\s,]+/).some((entry) => {
    const [name = '', port] = entry.split(':');
    if (name === '' || (port !== undefined && Number(port) !== portOf(url))) return false;
    const bare = name.replace(/^\*?\./, '');
    return name === '*' || host === bare || host.endsWith(`.${bare}`);
  });
}

/** Opens a tunnel (`CONNECT host:port`) and answers its socket; TLS to the real host runs inside, so the proxy reads nothing. */
export function openTunnel(proxy: Proxy, target: string, signal: AbortSignal): Promise<Socket> {
  const { url, label } = proxy;
  const authorization = url.username === '' ? [] : ['Proxy-Authorization', basic(url)];
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const connect = send({
      host: url.hostname.replace(/^\[|\]$/g, ''), port: portOf(url), method: 'CONNECT', path: target, agent: false, setHost: false, signal, rejectUnauthorized: true,
      headers: ['Host', target, ...authorization],
    });
    connect.on('connect', (response, socket) => {
      socket.on('error', () => {}); // whoever uses the tunnel sees its end; alone, an error would end the process
      if (response.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(refusedByProxy(label, response.statusCode ?? 0));
    });
    connect.on('response', (response) => {
      response.destroy();
      reject(refusedByProxy(label, response.statusCode ?? 0));
    });
    connect.on('error', () => reject(new SendStopped({ kind: 'connect', message: `The proxy ${label} (from HTTPS_PROXY) cannot be reached. Check its address, or add the host to NO_PROXY.` })));
    connect.end();
  });
}

const basic = (url: URL) =>
  `Basic ${Buffer.from(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`, 'utf8').toString('base64')}`;

function refusedByProxy(label: string, status: number): SendStopped {
  const why = status === 407 ? 'It wants a user name and password: put them into HTTPS_PROXY.' : 'Ask who runs it, or add the host to NO_PROXY.';
  return new SendStopped({ kind: 'connect', message: `The proxy ${label} (from HTTPS_PROXY) refused to connect, with status ${status}. ${why}` });
}
