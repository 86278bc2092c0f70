import type { ConnectionSecrets } from '../http/connection.ts';
import { base64FromBytes, bytesFromBase64 } from '../protocol/base64.ts';

/** Secrets that a person chose to keep, encrypted: one passphrase for all, one entry for each connection. Nothing in it can be read without it. */
export interface KeptBox {
  readonly salt: string;
  readonly iterations: number;
  readonly entries: readonly KeptEntry[];
}

export interface KeptEntry {
  readonly arn: string;
  readonly iv: string;
  readonly data: string;
}

/** What an entry holds: the values, and the token endpoint that the client secret among them is bound to. */
export interface KeptValues {
  readonly endpoint: string;
  readonly secrets: ConnectionSecrets;
}

/** What OWASP asks of PBKDF2 with SHA-256; about a third of a second, once after a reload. */
export const ITERATIONS = 600_000;
export const SHORTEST_PASSPHRASE = 8;

export function newBox(iterations = ITERATIONS): KeptBox {
  return { salt: base64FromBytes(crypto.getRandomValues(new Uint8Array(16))), iterations, entries: [] };
}

/** The key stays inside the browser's own keeping: it cannot be read out again. */
export async function keyFor(passphrase: string, { salt, iterations }: KeptBox): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations }, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** In the place of an earlier entry of that connection. */
export async function withEntry(box: KeptBox, key: CryptoKey, arn: string, values: KeptValues): Promise<KeptBox> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(parameters(iv, arn), key, utf8(JSON.stringify(values)));
  return { ...box, entries: [...box.entries.filter((entry) => entry.arn !== arn), { arn, iv: base64FromBytes(iv), data: base64FromBytes(new Uint8Array(data)) }] };
}

/** Null: another passphrase, or an entry that somebody changed. */
export async function openEntry({ arn, iv, data }: KeptEntry, key: CryptoKey): Promise<KeptValues | null> {
  try {
    const opened = await crypto.subtle.decrypt(parameters(bytes(iv), arn), key, bytes(data));
    return JSON.parse(new TextDecoder().decode(opened)) as KeptValues; // AES-GCM proves that withEntry wrote it
  } catch {
    return null;
  }
}

/** The connection is part of what is proved: an entry moved to another one does not open. */
const parameters = (iv: Uint8Array<ArrayBuffer>, arn: string) => ({ name: 'AES-GCM', iv, additionalData: utf8(arn) });

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const bytes = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(bytesFromBase64(base64) ?? []);
