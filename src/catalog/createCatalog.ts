import { nearest } from '../lib/nearest.ts';
import type { IndexFile, KindCode, ServiceRow } from './CatalogFiles.ts';
import { OPTIMIZED, type OptimizedAction } from './optimized.ts';
import { readResource, type Pattern } from './resource.ts';
import { createSearch, type SearchHit } from './search.ts';

/** What is known of a service: its shapes, only the names of its actions, or only that AWS lists it. */
export type Knowledge = 'shapes' | 'names' | 'nothing';
const KNOWLEDGE: { readonly [K in KindCode]: Knowledge } = { 0: 'shapes', 1: 'names', 2: 'nothing' };

export interface CatalogService {
  readonly service: string;
  readonly title: string;
  /** Before the dot of its errors: `DynamoDb` in `DynamoDb.ResourceNotFoundException`. */
  readonly errorPrefix: string;
  readonly knowledge: Knowledge;
  readonly actions: ReadonlySet<string>;
  /** AWS says that Step Functions does not take them. */
  readonly unsupported: ReadonlySet<string>;
  /** Newer than what AWS last documented: Step Functions may not take them yet. */
  readonly fresh: ReadonlySet<string>;
}

export interface KnownAction {
  readonly kind: 'known';
  readonly of: 'sdk' | 'optimized';
  readonly service: string;
  readonly title: string;
  readonly action: string;
  readonly pattern: Pattern;
  /** All that this integration has. */
  readonly patterns: readonly Pattern[];
  readonly errorPrefix: string;
  readonly knowledge: Knowledge;
  readonly fresh: boolean;
  readonly optimized?: OptimizedAction;
}

export type FoundAction =
  | KnownAction
  | { readonly kind: 'lambda' | 'activity' | 'other' }
  /** AWS lists the service, and nothing is known of its actions. */
  | { readonly kind: 'free-text'; readonly service: CatalogService; readonly pattern: Pattern }
  | { readonly kind: 'unsupported'; readonly service: CatalogService; readonly action: string }
  | { readonly kind: 'unknown-action'; readonly service: string; readonly title: string; readonly action: string; readonly near: string | null }
  | { readonly kind: 'unknown-service'; readonly of: 'sdk' | 'optimized'; readonly service: string; readonly near: string | null };

export interface Catalog {
  readonly documented: string;
  readonly services: readonly CatalogService[];
  readonly service: (name: string) => CatalogService | undefined;
  readonly findAction: (resource: string) => FoundAction;
  /** Best first. All words must be found: in the service, the action, or in what people call them. */
  readonly searchActions: (text: string, most?: number) => readonly SearchHit[];
  /** Names of its actions, in order; none where it is not known. */
  readonly actionsOf: (kind: 'sdk' | 'optimized', service: string) => readonly string[];
  readonly patternsOf: (resource: string) => readonly Pattern[];
  readonly didYouMean: (service: string, action: string) => string | null;
}

const SDK_PATTERNS: readonly Pattern[] = ['request-response', 'waitForTaskToken'];

export function createCatalog(index: IndexFile): Catalog {
  const services = index.services.map(serviceOf);
  const byName = new Map(services.map((service) => [service.service, service]));
  let search: ((text: string, most: number) => readonly SearchHit[]) | null = null;

  const findAction = (resource: string): FoundAction => {
    const read = readResource(resource);
    if (read.kind === 'optimized') return findOptimized(read.service, read.action, read.pattern);
    if (read.kind !== 'sdk') return { kind: read.kind };
    const service = byName.get(read.service);
    return service ? findSdk(service, read.action, read.pattern) : { kind: 'unknown-service', of: 'sdk', service: read.service, near: nearest(read.service, byName.keys()) };
  };
  return {
    documented: index.documented,
    services,
    findAction,
    service: (name) => byName.get(name),
    searchActions: (text, most = 50) => (search ??= createSearch(services))(text, most),
    actionsOf: (kind, service) => (kind === 'sdk' ? [...(byName.get(service)?.actions ?? [])] : Object.keys((Object.hasOwn(OPTIMIZED, service) ? OPTIMIZED[service]?.actions : undefined) ?? {})),
    patternsOf: (resource) => patternsIn(findAction(resource)),
    didYouMean: (service, action) => nearest(action, [...(byName.get(service)?.actions ?? []), ...(byName.get(service)?.unsupported ?? [])]),
  };
}

const namesIn = (text: string | undefined): ReadonlySet<string> => new Set(text === undefined || text === '' ? [] : text.split(' '));

function serviceOf([service, title, errorPrefix, kind, actions, unsupported, fresh]: ServiceRow): CatalogService {
  return { service, title, errorPrefix, knowledge: KNOWLEDGE[kind], actions: namesIn(actions), unsupported: namesIn(unsupported), fresh: namesIn(fresh) };
}

function findSdk(service: CatalogService, action: string, pattern: Pattern): FoundAction {
  if (service.unsupported.has(action)) return { kind: 'unsupported', service, action };
  if (service.knowledge === 'nothing') return { kind: 'free-text', service, pattern };
  const { title, errorPrefix, knowledge } = service;
  if (!service.actions.has(action)) return { kind: 'unknown-action', service: service.service, title, action, near: nearest(action, service.actions) };
  return { kind: 'known', of: 'sdk', service: service.service, title, action, pattern, patterns: SDK_PATTERNS, errorPrefix, knowledge, fresh: service.fresh.has(action) };
}

function findOptimized(name: string, action: string, pattern: Pattern): FoundAction {
  const service = Object.hasOwn(OPTIMIZED, name) ? OPTIMIZED[name] : undefined;
  if (!service) return { kind: 'unknown-service', of: 'optimized', service: name, near: nearest(name, Object.keys(OPTIMIZED)) };
  const { title, errorPrefix, actions } = service;
  const optimized = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!optimized) return { kind: 'unknown-action', service: name, title, action, near: nearest(action, Object.keys(actions)) };
  const knowledge = optimized.sdk === undefined ? 'names' : 'shapes';
  return { kind: 'known', of: 'optimized', service: name, title, action, pattern, patterns: ['request-response', ...optimized.patterns], errorPrefix, knowledge, fresh: false, optimized };
}

function patternsIn(found: FoundAction): readonly Pattern[] {
  if (found.kind === 'known') return found.patterns;
  return found.kind === 'free-text' ? SDK_PATTERNS : [];
}
