// WireMock (needs Java 11 or later): faults on the wire as somebody else breaks them, and a journal of what arrived.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOST, freePort, startProgram } from './listen.mjs';

/** The major version of the Java on the path, 0 where there is none. */
export function javaVersion() {
  const said = spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr ?? '';
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(said) ?? [];
  return Number(first === '1' ? second : first) || 0;
}

/** @returns {Promise<import('./listen.mjs').TestServer & { stub: (mapping: object) => Promise<void>, journal: () => Promise<{ method: string, url: string }[]> }>} */
export async function startWiremock() {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wiremock/package.json')), 'build');
  const jar = readdirSync(folder).find((file) => file.endsWith('.jar'));
  const port = await freePort();
  // Without its compilers and with few threads it starts in half the time.
  const args = ['-Xmx128m', '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-jar', join(folder, jar), '--port', String(port), '--bind-address', HOST, '--disable-banner', '--jetty-acceptor-threads', '1'];
  const server = await startProgram(args, port, 60_000, 'java');
  const admin = async (path, init) => {
    const response = await fetch(`${server.origin}/__admin/${path}`, init);
    if (!response.ok) throw new Error(`WireMock answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  return {
    ...server,
    stub: async (mapping) => void (await admin('mappings', { method: 'POST', body: JSON.stringify(mapping) })),
    journal: async () => (await admin('requests')).requests.map(({ request }) => ({ method: request.method, url: request.url })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await startWiremock();
  console.log(`WireMock: ${origin}`);
}
