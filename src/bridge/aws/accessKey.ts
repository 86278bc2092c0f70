import { createHmac } from 'node:crypto';

/**
 * The access key id that opens the local endpoint. Made from this person's token, so that it stays the same over restarts and can stand in
 * a profile; it does not lead back to the token. 128 bits, spelled as AWS spells key ids.
 */
export function accessKeyFor(token: string): string {
  const digest = createHmac('sha256', token).update('local AWS endpoint').digest();
  return `ASLSTUDIO${base32(digest.subarray(0, 16))}`;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += LETTERS[(held >>> (bits - 5)) & 31];
    held &= 0xff;
  }
  return bits === 0 ? text : text + LETTERS[(held << (5 - bits)) & 31];
}

/** Who signed a request, and for which region: the Credential of its Signature Version 4. */
export interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const CREDENTIAL = /^AWS4-HMAC-SHA256\s(?:.*[\s,])?Credential=([^/,\s]{1,128})\/\d{8}\/([a-z0-9-]{1,64})\/([a-z0-9-]{1,64})\/aws4_request(?:[\s,]|$)/;

/** Null where the header is no Signature Version 4. */
export function readCredential(authorization: string): Credential | null {
  if (authorization.length > 4096) return null;
  const [, accessKeyId, region, service] = CREDENTIAL.exec(authorization) ?? [];
  return accessKeyId === undefined || region === undefined || service === undefined ? null : { accessKeyId, region, service };
}
