import type { BadgeKind, NodeData } from '../../graph/types.ts';
import type { IconName } from '../../ui/icons.tsx';

/** A sign on a card. */
export interface ShownBadge {
  readonly kind: BadgeKind | 'mock' | 'more';
  readonly icon?: IconName;
  readonly text?: string;
  readonly label: string;
}

const ICONS: { readonly [K in BadgeKind]?: IconName } = { token: 'key', retry: 'retry', catch: 'catch', timeout: 'wait', concurrency: 'map' };
const TEXTS: { readonly [K in BadgeKind]?: string } = { sync: 'sync' };

/** A name of 12 letters must still be read beside them. */
const AT_MOST = 2;

/** What fits beside the name. A mock comes first: with it, a test says nothing about the real thing. */
export function shownBadges({ badges = [] }: NodeData, mocked: boolean): readonly ShownBadge[] {
  const all: ShownBadge[] = badges.map(({ kind, label, text = TEXTS[kind] }) => {
    const icon = ICONS[kind];
    return { kind, label, ...(icon ? { icon } : {}), ...(text === undefined ? {} : { text }) };
  });
  if (mocked) all.unshift({ kind: 'mock', text: 'mock', label: 'Tests use a mock' });
  if (all.length <= AT_MOST) return all;
  const rest = all.slice(AT_MOST - 1);
  return [...all.slice(0, AT_MOST - 1), { kind: 'more', text: `+${rest.length}`, label: rest.map((badge) => badge.label).join(', ') }];
}
