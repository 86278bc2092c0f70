import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

/** Big enough to stay chunks of their own, loaded by the feature that needs them. */
const HEAVY = /node_modules\/(?:monaco-editor|yaml|jsonata|@aws-sdk)\//;

/** Where the parts that `loadTheRest` (src/app/lazyPanes.tsx) fetches behind the first picture are named. */
const LATER = ['src/app/lazyPanes.tsx', 'src/features/canvas/laterParts.ts'];

/**
 * Two chunks where the bundler would make two hundred: what the entry imports statically, which the browser needs at once, and what
 * is fetched right behind the first picture anyway. Neither holds anything that it would not load in any case.
 */
export function chunkGroups(root: string): Rolldown.CodeSplittingOptions {
  const path = (file: string): string => resolve(root, file).replaceAll('\\', '/');
  let first: ReadonlySet<string> | undefined;
  let later: ReadonlySet<string> | undefined;
  const firstPage = (ctx: Rolldown.ChunkingContext) => (first ??= reached([path('src/main.tsx')], ctx));
  const rest = (ctx: Rolldown.ChunkingContext) => (later ??= new Set([...reached(LATER.flatMap((file) => ctx.getModuleInfo(path(file))?.dynamicallyImportedIds ?? []), ctx)].filter((id) => ![...reached([id], ctx)].some((inner) => HEAVY.test(inner)))));
  return {
    groups: [
      { name: (id, ctx) => (firstPage(ctx).has(id) ? 'first' : null), priority: 2 },
      { name: (id, ctx) => (rest(ctx).has(id) ? 'later' : null), priority: 1 },
    ],
  };
}

/** Modules that are loaded together with these, themselves among them. */
function reached(from: readonly string[], ctx: Rolldown.ChunkingContext): Set<string> {
  const found = new Set<string>(from);
  for (const id of found) for (const imported of ctx.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
