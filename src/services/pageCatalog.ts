import type { CatalogFiles } from '../catalog/CatalogFiles.ts';
import { createCatalogReader, type CatalogReader } from '../catalog/createCatalogReader.ts';

type Fetch = (url: string) => Promise<Pick<Response, 'ok' | 'headers' | 'json'>>;

let reader: CatalogReader | undefined;

/** The catalog that lies beside the page, for the page and for its workers. Load this module lazily. */
export const pageCatalog = (): CatalogReader => (reader ??= createCatalogReader(fetchedFiles(catalogUrl(), (url) => fetch(url))));

/** A worker's script lies in the folder of the build's scripts; while developing, where its source is. */
function catalogUrl(): string {
  if (typeof document !== 'undefined') return new URL('catalog/', document.baseURI).href;
  return new URL(import.meta.env.DEV ? '/catalog/' : '../catalog/', location.href).href;
}

export function fetchedFiles(base: string, get: Fetch): CatalogFiles {
  // Written by our own generator (scripts/catalog), so their form is known. A server that answers unknown names with the page says html.
  const read = async <T>(name: string): Promise<T | undefined> => {
    const response = await get(`${base}${name}`);
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return response.ok && isJson ? ((await response.json()) as T) : undefined;
  };
  return { index: () => read('index.json'), service: (name) => read(`services/${name}.json`), docs: (name) => read(`docs/${name}.json`), iam: (name) => read(`iam/${name}.json`) };
}
