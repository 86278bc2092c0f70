import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** One file that the browser fetches before anything lazy is asked for, and the npm packages in it. */
interface FirstPageFile {
  readonly file: string;
  readonly packages: readonly string[];
}

/**
 * Writes down what the first page needs: its scripts, everything they import statically, and their styles; and beside it every
 * other file of the build. Only the bundler knows this; reading it back out of minified files would be guessing.
 */
export function firstPageReport(path: string): Plugin {
  let root = '.';
  let outDir = '.';
  return {
    name: 'first-page-report',
    // The hosted build goes elsewhere; the budget is on what npm start serves.
    apply: (_config, { command, mode }) => command === 'build' && mode !== 'hosted',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle(_options, bundle) {
      const first = firstPageFiles(bundle);
      const later = Object.keys(bundle).filter((file) => !file.endsWith('.map') && !first.some((item) => item.file === file));
      mkdirSync(dirname(resolve(root, path)), { recursive: true });
      writeFileSync(resolve(root, path), `${JSON.stringify({ folder: relative(root, outDir), first, later }, null, 2)}\n`);
    },
  };
}

function firstPageFiles(bundle: Rolldown.OutputBundle): FirstPageFile[] {
  const files = new Map<string, FirstPageFile>();
  const add = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || files.has(name)) return;
    files.set(name, { file: name, packages: packagesOf(chunk) });
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.set(style, { file: style, packages: [] });
    for (const imported of chunk.imports) add(imported);
  };
  for (const output of Object.values(bundle)) {
    if (output.type !== 'asset' || !output.fileName.endsWith('.html')) continue;
    // An entry that only imports is written into the page as the scripts that it imports, so the page is asked.
    files.set(output.fileName, { file: output.fileName, packages: [] });
    for (const name of Object.keys(bundle)) if (String(output.source).includes(name)) add(name);
  }
  return [...files.values()];
}

function packagesOf(chunk: Rolldown.OutputChunk): string[] {
  const names = Object.entries(chunk.modules)
    .filter(([, module]) => module.renderedLength > 0)
    .map(([id]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/'))?.[1])
    .filter((name) => name !== undefined);
  return [...new Set(names)].sort();
}
