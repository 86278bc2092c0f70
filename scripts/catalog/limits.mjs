import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { servicePrefix } from './naming.mjs';

/**
 * Least and most value or length of members, by service. No npm package has them; botocore's data does.
 * `limits(service)(structure, member)` answers `{ min?, max? }`.
 */
export function readLimits(folder) {
  const models = new Map();
  for (const service of folder === undefined ? [] : foldersIn(folder)) {
    for (const version of foldersIn(join(folder, service))) {
      const file = join(folder, service, version, 'service-2.json');
      if (!existsSync(file)) continue;
      const { metadata, shapes } = JSON.parse(readFileSync(file, 'utf8'));
      models.set(servicePrefix(metadata.serviceId), shapes);
    }
  }
  return (service) => {
    const shapes = models.get(service);
    return (structure, member) => {
      const shape = shapes?.[shapes[structure]?.members?.[member]?.shape];
      return shape === undefined ? {} : { ...(shape.min === undefined ? {} : { min: shape.min }), ...(shape.max === undefined ? {} : { max: shape.max }) };
    };
  };
}

const foldersIn = (folder) => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted();
