import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CatalogFiles } from '../catalog/CatalogFiles.ts';
import { createCatalogReader, type CatalogReader } from '../catalog/createCatalogReader.ts';

let reader: CatalogReader | undefined;

/** The catalog as it lies on the disk of this command. */
export const diskCatalog = (): CatalogReader => (reader ??= createCatalogReader(catalogFiles(catalogFolder())));

/** Of the repository this file stands in: the source has one depth, the build others. */
function catalogFolder(): string | null {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = join(folder, 'public/catalog');
    if (existsSync(join(found, 'index.json'))) return found;
    if (dirname(folder) === folder) return null;
  }
}

export function catalogFiles(folder: string | null): CatalogFiles {
  // Written by our own generator (scripts/catalog), so their form is known.
  const read = async <T>(name: string): Promise<T | undefined> => {
    const text = folder === null ? undefined : await readFile(join(folder, name), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as T);
  };
  return { index: () => read('index.json'), service: (name) => read(`services/${name}.json`), docs: (name) => read(`docs/${name}.json`), iam: (name) => read(`iam/${name}.json`) };
}
