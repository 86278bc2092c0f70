import { existsSync, readFileSync } from 'node:fs';
import type { DocsFile, IamFile, IndexFile, ServiceFile } from '../CatalogFiles.ts';
import { createCatalog } from '../createCatalog.ts';
import { createCatalogReader } from '../createCatalogReader.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(`public/catalog/${name}.json`, 'utf8'));

/** What the generator wrote. */
export const indexOnDisk = (): IndexFile => read('index') as IndexFile;
export const serviceOnDisk = (name: string): ServiceFile => read(`services/${name}`) as ServiceFile;

/** Undefined: IAM knows no such service. */
export const iamOnDisk = (name: string): IamFile | undefined => (existsSync(`public/catalog/iam/${name}.json`) ? (read(`iam/${name}`) as IamFile) : undefined);

/** One for all tests: they only read. */
export const readerOnDisk = createCatalogReader({ index: async () => indexOnDisk(), service: async (name) => serviceOnDisk(name), docs: async (name) => read(`docs/${name}`) as DocsFile, iam: async (name) => iamOnDisk(name) });

let known: ReturnType<typeof createCatalog> | undefined;
export const catalogOnDisk = (): ReturnType<typeof createCatalog> => (known ??= createCatalog(indexOnDisk()));
