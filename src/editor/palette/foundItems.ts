import type { Catalog } from '../../catalog/createCatalog.ts';
import { OPTIMIZED } from '../../catalog/optimized.ts';
import { PATTERNS } from '../../catalog/patterns/patterns.ts';
import type { StatesPattern } from '../../catalog/patterns/Pattern.ts';
import { patternById } from '../../catalog/patterns/patterns.ts';
import { readResource, type Pattern } from '../../catalog/resource.ts';
import type { Fragment, Shelf } from '../../services/shelfStore.ts';

/** An action, a pattern or a pattern of one's own, as palette and quick menu show it. `itemCommand` puts it into the workflow. */
export interface FoundItem {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly of: 'action' | 'pattern' | 'own';
}

/** Of an action, as its `Resource` spells it; else empty. */
export function serviceIn(id: string): string {
  const read = readResource(id.slice(id.indexOf(':') + 1));
  return 'service' in read ? read.service : '';
}

const WAITS: { readonly [P in Pattern]: string } = { 'request-response': '', sync: 'run and wait', 'sync:2': 'run and wait, JSON', waitForTaskToken: 'wait for callback' };

export function actionItem(resource: string, catalog: Catalog | undefined): FoundItem {
  const read = readResource(resource);
  if (!('action' in read)) return { id: `action:${resource}`, name: resource, text: 'Task', of: 'action' };
  const title = (read.kind === 'optimized' && Object.hasOwn(OPTIMIZED, read.service) ? OPTIMIZED[read.service]?.title : catalog?.service(read.service)?.title) ?? read.service;
  const text = [title, read.kind === 'sdk' ? 'AWS SDK' : '', WAITS[read.pattern]].filter(Boolean).join(' · ');
  return { id: `action:${resource}`, name: read.action.charAt(0).toUpperCase() + read.action.slice(1), text, of: 'action' };
}

export const patternItem = ({ id, name, text }: StatesPattern): FoundItem => ({ id: `pattern:${id}`, name, text, of: 'pattern' });
export const ownItem = ({ id, name, language, text }: Fragment): FoundItem => ({ id: `own:${id}`, name, text: `${statesIn(text)} · ${language}`, of: 'own' });

function statesIn(text: string): string {
  // A comment may hold the word too: this is a hint, and no more.
  const count = text.match(/"Type"\s*:/g)?.length ?? 0;
  return count === 1 ? 'One state' : `${count} states`;
}

/** Undefined: what was starred is not there any more. */
export function itemById(id: string, shelf: Shelf, catalog: Catalog | undefined): FoundItem | undefined {
  const rest = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('action:')) return actionItem(rest, catalog);
  if (id.startsWith('pattern:')) {
    const pattern = patternById(rest);
    return pattern && patternItem(pattern);
  }
  const own = shelf.fragments.find((one) => one.id === rest);
  return own && ownItem(own);
}

const MOST = 40;

/** Own patterns first, then patterns, then actions; an optimized action once for each of its integration patterns. */
export function searchItems(text: string, shelf: Shelf, catalog: Catalog | undefined): readonly FoundItem[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const fits = (...texts: readonly string[]): boolean => words.every((word) => texts.join(' ').toLowerCase().includes(word));
  const own = shelf.fragments.filter((one) => fits(one.name)).map(ownItem);
  // A letter or two is in nearly every description.
  const patterns = text.trim().length < 3 ? [] : PATTERNS.flatMap((group) => group.patterns).filter((one) => fits(one.name, one.text, one.words)).map(patternItem);
  return [...own, ...patterns, ...actions(text, catalog)];
}

function actions(text: string, catalog: Catalog | undefined): readonly FoundItem[] {
  if (!catalog) return [];
  return catalog.searchActions(text, MOST).flatMap(({ of, resource }) => {
    const ends = of === 'sdk' ? [''] : catalog.patternsOf(resource).map((pattern) => (pattern === 'request-response' ? '' : `.${pattern}`));
    return ends.map((end) => actionItem(`${resource}${end}`, catalog));
  });
}
