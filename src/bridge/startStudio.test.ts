import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TOKEN_HEADER } from '../protocol/bridge.ts';
import { listen } from './listen.ts';
import { runningStudio, whoHolds } from './probe.ts';
import { NONCE_HEADER, PROOF_HEADER } from './proof.ts';
import { type RunningSandbox, startStudio, type Studio, type StudioOptions } from './startStudio.ts';
import { ensureToken } from './token.ts';

type Started = Extract<Studio, { kind: 'started' }>;

let folder: string;
let token: string;
const closing: (() => unknown)[] = [];
const homeBefore = process.env['ASL_STUDIO_HOME'];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'asl-studio-start-'));
  process.env['ASL_STUDIO_HOME'] = join(folder, 'home');
  token = ensureToken();
  writeFileSync(join(folder, 'index.html'), 'studio');
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
  if (homeBefore === undefined) delete process.env['ASL_STUDIO_HOME'];
  else process.env['ASL_STUDIO_HOME'] = homeBefore;
  rmSync(folder, { recursive: true, force: true });
});

async function startSandbox({ port }: { readonly port: number }): Promise<RunningSandbox> {
  const server = createServer((_request, response) => response.end('sandbox'));
  const bound = await listen(server, port, '127.0.0.1');
  return { port: bound.port, origin: `http://127.0.0.1:${bound.port}`, close: async () => void server.close() };
}

async function start(port: number, more: Partial<StudioOptions> = {}): Promise<Studio> {
  const studio = await startStudio({ port, token, distDir: folder, version: '1.2.3', startSandbox, ...more });
  if (studio.kind === 'started') closing.push(() => studio.close());
  return studio;
}
async function startNew(port: number, more: { readonly token?: string } = {}): Promise<Started> {
  const studio = await start(port, more);
  if (studio.kind !== 'started') throw new Error(studio.kind);
  return studio;
}
async function occupy(server: Server | ReturnType<typeof createTcpServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}
const portOf = ({ origin }: Started) => Number(new URL(origin).port);

describe('startStudio', () => {
  it('serves the app and the sandbox, and prints the token in the fragment only', async () => {
    const studio = await startNew(0);
    expect(studio.url).toBe(`${studio.origin}/#token=${token}`);
    expect(await (await fetch(studio.url)).text()).toBe('studio');
    expect(await (await fetch(studio.sandboxOrigin ?? '')).text()).toBe('sandbox');
    const hello = await fetch(`${studio.origin}/bridge/hello`, { headers: { [TOKEN_HEADER]: token, 'sec-fetch-site': 'same-origin' } });
    expect(await hello.json()).toMatchObject({ version: '1.2.3', sandboxOrigin: studio.sandboxOrigin });
    expect(studio.notes).toEqual([]);
  });

  it('finds its own instance on the port, and starts nothing', async () => {
    const first = await startNew(0);
    expect(await start(portOf(first))).toEqual({ kind: 'runs-already', url: first.url, version: '1.2.3' });
    expect(await runningStudio(portOf(first))).toEqual({ url: first.url, version: '1.2.3' });
  });

  it('takes the next port beside another program, and says what that means for drafts', async () => {
    const port = await occupy(createServer((_request, response) => response.end('something else')));
    const studio = await startNew(port);
    expect(portOf(studio)).toBeGreaterThan(port);
    expect(studio.notes.join(' ')).toMatch(new RegExp(`Port ${port} is held by another program\\..*Drafts belong to the address`));
    expect(await runningStudio(port)).toBeNull();
    // A second start finds it there.
    expect((await start(port)).kind).toBe('runs-already');
  });

  it('does not take the studio of another person for its own', async () => {
    const theirs = await startNew(0, { token: 'B'.repeat(43) });
    const studio = await startNew(portOf(theirs));
    expect(studio.notes[0]).toContain('not yours');
  });

  it('passes over a program that never answers', async () => {
    const port = await occupy(createTcpServer(() => {}));
    expect(await whoHolds(port, token, 50)).toEqual({ kind: 'other' });
  });

  it('leaves nothing behind where the local AWS endpoint may not listen', async () => {
    const ports: number[] = [];
    const refused = Object.assign(new Error('listen EACCES'), { code: 'EACCES', port: 80 });
    const watched = async (options: { readonly port: number }): Promise<RunningSandbox> => {
      const sandbox = await startSandbox(options);
      // It is started behind the bridge.
      if (ports.length === 0) ports.push(options.port - 1);
      ports.push(sandbox.port);
      return sandbox;
    };
    await expect(start(0, { startSandbox: watched, awsEndpoint: { port: 80, start: () => Promise.reject(refused) } })).rejects.toBe(refused);
    expect(await Promise.all(ports.map((one) => whoHolds(one, token)))).toEqual([{ kind: 'free' }, { kind: 'free' }]);
  });

  it('says when the port is out of range', async () => {
    await expect(start(70_000)).resolves.toEqual({ kind: 'no-port', notes: [] });
  });
});

describe('the proof', () => {
  it('keeps the token from a program that only claims to be us', async () => {
    const seen: string[] = [];
    const port = await occupy(createServer((request, response) => {
      seen.push(String(request.headers[TOKEN_HEADER]));
      response.writeHead(401, { 'x-asl-studio': '1', [PROOF_HEADER]: 'made-up' }).end('{"product":"asl-studio","protocol":1}');
    }));
    expect(await whoHolds(port, token)).toEqual({ kind: 'another' });
    expect(seen).toEqual(['undefined']);
  });

  it('cannot be fetched from us by a program on another port', async () => {
    const real = await startNew(0);
    const seen: string[] = [];
    const port = await occupy(createServer((request, response) => {
      seen.push(String(request.headers[TOKEN_HEADER]));
      void fetch(`${real.origin}/bridge/hello`, { headers: { [NONCE_HEADER]: String(request.headers[NONCE_HEADER]) } }).then((relayed) => {
        response.writeHead(401, { 'x-asl-studio': '1', [PROOF_HEADER]: relayed.headers.get(PROOF_HEADER) ?? '' }).end();
      });
    }));
    expect(await whoHolds(port, token)).toEqual({ kind: 'another' });
    expect(seen).toEqual(['undefined']);
  });
});

describe('the link that opens the browser', () => {
  it('leads to the page with its token once', async () => {
    const studio = await startNew(0);
    const link = studio.openUrl();
    expect(link).not.toContain(token);
    const first = await fetch(link, { redirect: 'manual' });
    expect([first.status, first.headers.get('location'), first.headers.get('referrer-policy')]).toEqual([302, `/#token=${token}`, 'no-referrer']);
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(410);
    expect((await fetch(`${studio.origin}/open/guess`, { redirect: 'manual' })).status).toBe(410);
  });
});
