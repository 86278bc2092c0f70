/** What an option means to us. Everything unknown is read over and listed. */
export type OptionKind =
  | 'request' | 'header' | 'data' | 'data-raw' | 'data-urlencode' | 'json' | 'form' | 'user' | 'bearer' | 'user-agent' | 'referer' | 'cookie'
  | 'url' | 'url-query' | 'get' | 'head' | 'upload'
  /** Changes only what curl prints: not worth a word. */
  | 'quiet'
  /** Listed as ignored, never obeyed. */
  | 'ignored-flag' | 'ignored-value' | 'next';

const LONG: Readonly<Record<string, OptionKind>> = {
  request: 'request', header: 'header', data: 'data', 'data-ascii': 'data', 'data-binary': 'data', 'data-raw': 'data-raw', 'data-urlencode': 'data-urlencode',
  json: 'json', form: 'form', 'form-string': 'form', user: 'user', 'oauth2-bearer': 'bearer', 'user-agent': 'user-agent', referer: 'referer', cookie: 'cookie',
  url: 'url', 'url-query': 'url-query', get: 'get', head: 'head', 'upload-file': 'upload', next: 'next',
  silent: 'quiet', 'show-error': 'quiet', verbose: 'quiet', include: 'quiet', 'show-headers': 'quiet', fail: 'quiet', 'fail-with-body': 'quiet', 'no-buffer': 'quiet', globoff: 'quiet',
  'progress-bar': 'quiet', 'no-progress-meter': 'quiet', 'path-as-is': 'quiet', basic: 'quiet', 'http1.1': 'quiet', http2: 'quiet', 'http1.0': 'quiet',
};

/** Options of curl that take a value and do nothing here. */
const IGNORED_WITH_VALUE: ReadonlySet<string> = new Set([
  'abstract-unix-socket', 'alt-svc', 'aws-sigv4', 'cacert', 'capath', 'cert', 'cert-type', 'ciphers', 'config', 'connect-timeout', 'connect-to', 'continue-at',
  'cookie-jar', 'create-file-mode', 'crlfile', 'curves', 'delegation', 'dns-interface', 'dns-servers', 'doh-url', 'dump-header', 'ech', 'egd-file', 'engine', 'etag-compare', 'etag-save',
  'expect100-timeout', 'ftp-port', 'haproxy-clientip', 'hostpubmd5', 'hostpubsha256', 'hsts', 'interface', 'ipfs-gateway', 'keepalive-cnt', 'keepalive-time', 'key', 'key-type', 'krb', 'libcurl', 'limit-rate',
  'local-port', 'login-options', 'max-filesize', 'max-redirs', 'max-time', 'netrc-file', 'noproxy', 'output', 'output-dir', 'parallel-max', 'pass', 'pinnedpubkey', 'preproxy',
  'proto', 'proto-default', 'proto-redir', 'proxy', 'proxy-cacert', 'proxy-cert', 'proxy-header', 'proxy-key', 'proxy-pass', 'proxy-user', 'proxy1.0', 'pubkey', 'quote', 'random-file', 'range', 'rate',
  'request-target', 'resolve', 'retry', 'retry-delay', 'retry-max-time', 'sasl-authzid', 'service-name', 'socks4', 'socks4a', 'socks5', 'socks5-hostname', 'speed-limit', 'speed-time',
  'stderr', 'telnet-option', 'time-cond', 'tls-max', 'tls13-ciphers', 'trace', 'trace-ascii', 'trace-config', 'unix-socket', 'variable', 'vlan-priority', 'write-out',
]);

/** Short letters and the long name they stand for. */
const SHORT: Readonly<Record<string, string>> = {
  X: 'request', H: 'header', d: 'data', F: 'form', u: 'user', A: 'user-agent', e: 'referer', b: 'cookie', G: 'get', I: 'head', T: 'upload-file',
  s: 'silent', S: 'show-error', v: 'verbose', i: 'include', f: 'fail', N: 'no-buffer', g: 'globoff', '#': 'progress-bar', ':': 'next', 0: 'http1.0',
  K: 'config', k: 'insecure', o: 'output', O: 'remote-name', x: 'proxy', L: 'location', c: 'cookie-jar', m: 'max-time', w: 'write-out', C: 'continue-at', D: 'dump-header',
  E: 'cert', P: 'ftp-port', Q: 'quote', r: 'range', t: 'telnet-option', U: 'proxy-user', y: 'speed-time', Y: 'speed-limit', z: 'time-cond', J: 'remote-header-name', n: 'netrc',
};

export interface CurlOption {
  readonly kind: OptionKind;
  readonly takesValue: boolean;
  readonly name: string;
}

const WITHOUT_VALUE: ReadonlySet<OptionKind> = new Set(['get', 'head', 'quiet', 'ignored-flag', 'next']);

export function optionNamed(name: string): CurlOption {
  const known = Object.hasOwn(LONG, name) ? LONG[name] : undefined;
  const kind = known ?? (IGNORED_WITH_VALUE.has(name) ? 'ignored-value' : 'ignored-flag');
  return { kind, takesValue: !WITHOUT_VALUE.has(kind), name };
}

export const optionLettered = (letter: string): CurlOption => optionNamed((Object.hasOwn(SHORT, letter) ? SHORT[letter] : undefined) ?? letter);
