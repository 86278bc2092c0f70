import type { SentEntry } from '../../services/consent.ts';

/** Entries that hold every typed word, in whatever column. */
export function sentRows(sent: readonly SentEntry[], text: string): readonly SentEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return sent;
  return sent.filter((entry) => {
    const all = [entry.method, entry.url, entry.sentTo, entry.connection, entry.state, entry.workflow, entry.status ?? 'no answer', entry.failure ?? '', entry.purpose ?? ''].join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
