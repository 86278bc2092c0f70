import type { Overridden, PreparedPair, PreparedRequest } from '../../../http/prepared.ts';
import type { RequestOrigin } from '../../../ui/OriginChip.tsx';

/** One line of a request: a header, a query parameter, a field of a form. */
export interface Part {
  readonly name: string;
  readonly value: string;
  readonly origin: RequestOrigin;
  /** Present: the definition's value, in whose place another one goes out. */
  readonly replacedBy?: 'connection' | 'service';
}

/** As the sender saw them go, each with who set it. `prepared` may hold the secrets that `sent` does not. */
export function headerParts(prepared: PreparedRequest, sent: readonly string[] | undefined, revealed: PreparedRequest | null): readonly Part[] {
  const shown = revealed ?? prepared;
  if (sent === undefined) return shown.headers;
  const left = prepared.headers.map((header, at) => ({ header, value: shown.headers[at]?.value ?? header.value, used: false }));
  const parts: Part[] = [];
  for (let at = 0; at + 1 < sent.length; at += 2) {
    const name = sent[at] ?? '';
    const known = left.find(({ header, used }) => !used && header.name.toLowerCase() === name.toLowerCase());
    if (known) known.used = true;
    parts.push({ name, value: known?.header.secret && revealed ? known.value : (sent[at + 1] ?? ''), origin: known?.header.origin ?? 'service' });
  }
  return parts;
}

export const pairPart = ({ name, value, origin }: PreparedPair): Part => ({ name: decoded(name), value: decoded(value), origin });

/** Behind what took its place, so that both are read together; behind all others where nothing of that name goes out. */
export function withOverridden(parts: readonly Part[], overridden: readonly Overridden[], part: Overridden['part']): readonly Part[] {
  const result = [...parts];
  for (const { name, definitionValue, by } of overridden.filter((one) => one.part === part)) {
    const at = result.findLastIndex((one) => one.name.toLowerCase() === name.toLowerCase());
    result.splice(at < 0 ? result.length : at + 1, 0, { name, value: definitionValue, origin: 'definition', replacedBy: by });
  }
  return result;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
