import { MASK } from './mask.ts';
import type { PreparedPair, PreparedRequest } from './prepared.ts';

/** The prepared request as it may be kept and shown: what the connection contributed is masked wherever it stands. */
export function publicPrepared(prepared: PreparedRequest): PreparedRequest {
  return {
    ...prepared,
    url: prepared.publicUrl,
    query: prepared.query.map(publicPair),
    headers: prepared.headers.map((header) => (header.secret ? { ...header, value: MASK } : header)),
    body: prepared.body && { ...prepared.body, text: prepared.body.publicText, pairs: prepared.body.pairs.map(publicPair) },
    secretValues: [],
  };
}

const publicPair = (pair: PreparedPair): PreparedPair => (pair.secret ? { ...pair, value: MASK } : pair);
