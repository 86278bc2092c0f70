const UNITS: readonly (readonly [seconds: number, name: string])[] = [[86_400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];

/** `90` is `1 min 30 s`: the largest unit, and the one below it. */
export function secondsText(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'for ever';
  if (seconds >= 86_400 * 3650) return `${Math.round(seconds / 86_400 / 365).toLocaleString('en')} years`;
  const rounded = seconds < 60 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
  if (rounded < 60) return `${rounded} s`;
  const parts: string[] = [];
  let rest = rounded;
  for (const [size, name] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && parts.length < 2) parts.push(`${count.toLocaleString('en')} ${name}`);
    else if (parts.length > 0) break;
  }
  return parts.join(' ');
}
