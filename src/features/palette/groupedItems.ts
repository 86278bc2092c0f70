import { ACTION_GROUPS } from '../../catalog/actionGroups.ts';
import type { Catalog } from '../../catalog/createCatalog.ts';
import { PATTERNS } from '../../catalog/patterns/patterns.ts';
import { actionItem, itemById, ownItem, patternItem, searchItems, serviceIn, type FoundItem } from '../../editor/palette/foundItems.ts';
import type { Shelf } from '../../services/shelfStore.ts';
import { serviceGlyph } from '../../ui/serviceGlyph.ts';
import { itemsFor, type PaletteItem, type PaletteTab } from './paletteItems.ts';

const FAVOURITES = 'Favourites';
const RECENT = 'Recently used';
const OWN = 'Yours';
/** The others are opened by a click: sixty actions at once are no help. */
export const OPEN_AT_FIRST: ReadonlySet<string> = new Set([FAVOURITES, RECENT, OWN, 'Third-party APIs', 'AWS services', 'Flow', 'Most popular', ...PATTERNS.map(({ group }) => group)]);

const FOUND = { action: 'AWS actions', pattern: 'Patterns', own: OWN } as const;

/** Everything of a tab in its groups, or what is found; kinds of states come first. The same action may stand in several groups. */
export function groupedItems(tab: PaletteTab, search: string, shelf: Shelf, catalog: Catalog | undefined): readonly PaletteItem[] {
  const put = (group: string) => (found: FoundItem): PaletteItem => shown(found, group, shelf);
  if (search.trim() !== '') return [...itemsFor(tab, search), ...searchItems(search, shelf, catalog).map((found) => put(FOUND[found.of])(found))];
  if (tab === 'flow') return itemsFor(tab, '');
  const byIds = (group: string, ids: readonly string[]): readonly PaletteItem[] => ids.flatMap((id) => itemById(id, shelf, catalog) ?? []).filter(({ of }) => (of === 'action') === (tab === 'actions')).map(put(group));
  const kept = [...byIds(FAVOURITES, shelf.favourites), ...byIds(RECENT, shelf.recent)];
  if (tab === 'patterns') return [...kept, ...shelf.fragments.map(ownItem).map(put(OWN)), ...PATTERNS.flatMap(({ group, patterns }) => patterns.map(patternItem).map(put(group)))];
  return [...itemsFor(tab, ''), ...kept, ...ACTION_GROUPS.flatMap(({ group, actions }) => actions.map((action) => put(group)(actionItem(`arn:aws:states:::${action}`, catalog))))];
}

function shown({ id, name, text, of }: FoundItem, group: string, { favourites }: Shelf): PaletteItem {
  const look = of === 'action' ? { icon: 'Task' as const, glyph: serviceGlyph(serviceIn(id)) } : { icon: 'Parallel' as const, glyph: 'flow' as const };
  return {
    id, adds: 'item', tab: of === 'action' ? 'actions' : 'patterns', group, name, text, words: '', icon: look.icon, starred: favourites.includes(id),
    ...(look.glyph && { glyph: look.glyph }), ...(of === 'own' && { own: id.slice('own:'.length) }),
  };
}
