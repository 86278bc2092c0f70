import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const ALGORITHMS: { readonly [name: string]: (bytes: Uint8Array) => Uint8Array } = {
  MD5: md5, 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512,
};

/** Lower-case hex of the UTF-8 text, or undefined where the algorithm is not one of the five. Names are case-sensitive. */
export function hashText(text: string, algorithm: string): string | undefined {
  const digest = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
  return digest && bytesToHex(digest(new TextEncoder().encode(text)));
}
