/** `?`: exactly one character. */
const ONE = -1;
/** `*`: any number of characters, none included. */
const ANY = -2;

/** A pattern as character codes; `*` and `?` as codes of their own, so that a variable's value can never become one. */
export type Pattern = readonly number[];

/** Every character stands for itself: `StringEquals`. */
const literalPattern = (text: string): Pattern => codesOf(text);

export const wildcardPattern = (text: string): Pattern => codesOf(text).map(codeOf);

const [STAR, QUESTION] = [42, 63];
const codesOf = (text: string): number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const codeOf = (code: number): number => (code === STAR ? ANY : code === QUESTION ? ONE : code);

/** Key of the request's context to its single value; undefined where the request has none or several. */
export type VariableValue = (key: string) => string | undefined;

const VARIABLE = /\$\{(?:([*?$])|\s*([^},\s]+)\s*(?:,\s*'([^']*)'\s*)?)\}/g;

/**
 * A pattern whose `${key}` are filled in (without `value`, as in policies of 2008, they are plain text): `${*}`, `${?}` and `${$}` are those characters, `${key, 'other'}` has a value for when there is
 * none. Null: a variable has no value, and then nothing matches. Source: IAM User Guide, "Variables and tags".
 */
export function patternWith(text: string, wildcards: boolean, value: VariableValue | null): Pattern | null {
  const plain = wildcards ? wildcardPattern : literalPattern;
  if (value === null) return plain(text);
  const codes: number[] = [];
  let from = 0;
  for (const found of text.matchAll(VARIABLE)) {
    const filled = found[1] ?? value(found[2] ?? '') ?? found[3];
    if (filled === undefined) return null;
    append(codes, plain(text.slice(from, found.index)));
    append(codes, literalPattern(filled));
    from = found.index + found[0].length;
  }
  append(codes, plain(text.slice(from)));
  return codes;
}

// Not `push(...)`: a long pattern would be more arguments than the stack takes.
function append(codes: number[], more: Pattern): void {
  for (const code of more) codes.push(code);
}

/**
 * Whether the whole text matches. Each piece between two `*` is looked for once, from where the one before it ended, with a search that
 * never goes back in the text: the time grows with the length of the text, whatever the pattern is.
 */
export function matches(pattern: Pattern, text: string): boolean {
  const pieces = piecesOf(pattern);
  const first = pieces[0] ?? [];
  const last = pieces.at(-1) ?? [];
  if (pieces.length === 1) return first.length === text.length && standsAt(first, text, 0);
  const end = text.length - last.length;
  if (first.length > end || !standsAt(first, text, 0) || !standsAt(last, text, end)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    at = endOfFirst(piece, text, at, end);
    if (at < 0) return false;
  }
  return true;
}

function piecesOf(pattern: Pattern): readonly Pattern[] {
  const pieces: number[][] = [[]];
  for (const code of pattern) {
    if (code === ANY) pieces.push([]);
    else pieces.at(-1)?.push(code);
  }
  // Stars in a row are one star.
  return pieces.filter((piece, at) => piece.length > 0 || at === 0 || at === pieces.length - 1);
}

const standsAt = (piece: Pattern, text: string, at: number): boolean => piece.every((code, i) => code === ONE || code === text.charCodeAt(at + i));

/**
 * Shift-and: bit i of the state says that the first i + 1 characters of the piece stand right before the place that is looked at.
 * Answers where the first match ends, or -1.
 */
function endOfFirst(piece: Pattern, text: string, from: number, to: number): number {
  const words = Math.ceil(piece.length / 32);
  const { byCode, otherwise } = masksOf(piece, words);
  const state = new Uint32Array(words);
  const endBit = 1 << ((piece.length - 1) % 32);
  for (let at = from; at < to; at++) {
    const mask = byCode.get(text.charCodeAt(at)) ?? otherwise;
    let carry = 1;
    for (let word = 0; word < words; word++) {
      const before = state[word] ?? 0;
      state[word] = ((before << 1) | carry) & (mask[word] ?? 0);
      carry = before >>> 31;
    }
    if (((state[words - 1] ?? 0) & endBit) !== 0) return at + 1;
  }
  return -1;
}

function masksOf(piece: Pattern, words: number): { readonly byCode: ReadonlyMap<number, Uint32Array>; readonly otherwise: Uint32Array } {
  const otherwise = new Uint32Array(words);
  piece.forEach((code, i) => code === ONE && setBit(otherwise, i));
  const byCode = new Map<number, Uint32Array>();
  piece.forEach((code, i) => {
    if (code === ONE) return;
    const mask = byCode.get(code) ?? otherwise.slice();
    setBit(mask, i);
    byCode.set(code, mask);
  });
  return { byCode, otherwise };
}

function setBit(words: Uint32Array, bit: number): void {
  const word = bit >>> 5;
  words[word] = (words[word] ?? 0) | (1 << (bit % 32));
}
