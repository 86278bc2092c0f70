import { get, type IncomingHttpHeaders } from 'node:http';
import { type Hello, PATHS, PRODUCT_HEADER, TOKEN_HEADER } from '../protocol/bridge.ts';
import { isHello } from '../protocol/guards.ts';
import { isProof, newNonce, NONCE_HEADER, PROOF_HEADER } from './proof.ts';
import { homeFolder, readToken } from './token.ts';

/** Who answers on a loopback port. `another`: an ASL Studio with another token, of another person or another settings folder. */
export type Holder = { readonly kind: 'free' | 'another' | 'other' } | { readonly kind: 'ours'; readonly hello: Hello };

const PATIENCE_MS = 3_000;

/** Asks for a proof first; the token goes only to who already knows it. */
export async function whoHolds(port: number, token: string, patienceMs: number = PATIENCE_MS): Promise<Holder> {
  const nonce = newNonce();
  const stranger = await hello(port, { [NONCE_HEADER]: nonce }, patienceMs);
  if (stranger === 'refused') return { kind: 'free' };
  if (stranger === 'silent' || stranger.headers[PRODUCT_HEADER] === undefined) return { kind: 'other' };
  if (!isProof(stranger.headers[PROOF_HEADER], token, nonce, port)) return { kind: 'another' };
  const known = await hello(port, { [TOKEN_HEADER]: token }, patienceMs);
  const said = typeof known === 'string' ? undefined : parsed(known.text);
  return isHello(said) ? { kind: 'ours', hello: said } : { kind: 'another' };
}

export const urlWithToken = (port: number, token: string): string => `http://127.0.0.1:${port}/#token=${token}`;

/** The URL of this person's studio on that port, if it runs. Looks only; used before anything is installed or built. */
export async function runningStudio(port: number): Promise<{ readonly url: string; readonly version: string } | null> {
  const token = readToken(homeFolder());
  if (token === null) return null;
  const holder = await whoHolds(port, token);
  return holder.kind === 'ours' ? { url: urlWithToken(port, token), version: holder.hello.version } : null;
}

type Answer = { readonly headers: IncomingHttpHeaders; readonly text: string } | 'refused' | 'silent';

function hello(port: number, headers: Readonly<Record<string, string>>, patienceMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const asked = get({ host: '127.0.0.1', port, path: PATHS.hello, headers, agent: false, signal: AbortSignal.timeout(patienceMs) }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        if (text.length > 10_000) response.destroy();
      });
      response.on('close', () => resolve({ headers: response.headers, text }));
      response.on('error', () => resolve('silent'));
    });
    asked.on('error', (error) => resolve('code' in error && error.code === 'ECONNREFUSED' ? 'refused' : 'silent'));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
