import { createHmac, randomBytes } from 'node:crypto';
import { sameToken } from './token.ts';

/** Asked with `hello`, without the token. */
export const NONCE_HEADER = 'x-asl-studio-nonce';
/** Answered beside the 401. */
export const PROOF_HEADER = 'x-asl-studio-proof';

const NONCE = /^[A-Za-z0-9_-]{16,128}$/;

export const newNonce = (): string => randomBytes(24).toString('base64url');

/**
 * Shows that a bridge knows the token without telling it, so that `npm start` need not hand the token to whatever holds the
 * port. The port is part of it: a program on another port cannot pass our answer on as its own.
 */
export const proofOf = (token: string, nonce: string, port: number): string =>
  createHmac('sha256', token).update(`asl-studio hello ${port} ${nonce}`).digest('base64url');

export const isProof = (given: unknown, token: string, nonce: string, port: number): boolean =>
  typeof given === 'string' && sameToken(given, proofOf(token, nonce, port));

/** Undefined where nothing well-formed was asked. */
export const proofFor = (nonce: unknown, token: string, port: number): string | undefined =>
  typeof nonce === 'string' && NONCE.test(nonce) ? proofOf(token, nonce, port) : undefined;
