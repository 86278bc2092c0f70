const MASK = (1n << 48n) - 1n;
const FACTOR = 0x5deece66dn;

/** The first `nextDouble()` of Java's `Random(seed)`: what AWS's seeded random functions give. The seed is truncated. */
export function javaRandom(seed: number): number {
  let state = (BigInt(Math.trunc(seed)) ^ FACTOR) & MASK;
  const next = (bits: bigint): bigint => {
    state = (state * FACTOR + 0xbn) & MASK;
    return state >> (48n - bits);
  };
  const high = next(26n);
  return Number((high << 27n) + next(27n)) * 2 ** -53;
}
