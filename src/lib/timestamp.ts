/** An instant: milliseconds since 1970 of the whole second, and the nanoseconds within it. */
export interface Instant {
  readonly secondMs: number;
  readonly nanos: number;
}

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|([+-])(\d{2}):(\d{2}))$/;

/** RFC 3339 with an upper-case `T` and a zone, as ASL wants it; null for anything else, impossible dates included. */
export function parseTimestamp(text: string): Instant | null {
  const found = RFC3339.exec(text);
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const [offsetHours, offsetMinutes] = [Number(found[10] ?? 0), Number(found[11] ?? 0)];
  if (offsetHours > 23 || offsetMinutes > 59) return null;
  const offset = (offsetHours * 60 + offsetMinutes) * (found[9] === '-' ? -1 : 1);
  return { secondMs: Date.UTC(year, month - 1, day, hour, minute - offset, second), nanos: Number((found[7] ?? '').padEnd(9, '0')) };
}

export const compareInstants = (a: Instant, b: Instant): number => a.secondMs - b.secondMs || a.nanos - b.nanos;
export const instantMs = (instant: Instant): number => instant.secondMs + Math.floor(instant.nanos / 1e6);
