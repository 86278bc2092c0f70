// Imports point down only (layers.json), and nothing imports itself through others.
//   node scripts/guards/layers.mjs [root]    check; exit 1 and one line per breach
//   node scripts/guards/layers.mjs --write   copy the table into .oxlintrc.json
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCycles } from './cycles.mjs';
import { importsOf } from './imports.mjs';
import { lintOverrides } from './lintOverrides.mjs';

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const SOURCE = /\.(?:tsx?|mts|cts|jsx?|mjs|cjs|css)$/;
const TEST = /(?:\.test\.[a-z]+$|\/(?:test|testing)\/)/;

/** The table with `CORE` spelled out. */
export function readTable(root = REPOSITORY) {
  const table = JSON.parse(readFileSync(join(root, 'scripts/guards/layers.json'), 'utf8'));
  const core = Object.keys(table.layers).filter((name) => table.layers[name].core);
  for (const layer of Object.values(table.layers)) layer.may = layer.may.flatMap((name) => (name === 'CORE' ? core : [name]));
  return table;
}

/** @returns {{ problems: string[], files: number }} */
export function checkLayers(root, table = readTable()) {
  const src = join(root, 'src');
  const files = sourceFiles(src);
  const problems = [];
  const graph = new Map();
  for (const file of files) {
    const edges = [];
    graph.set(file, edges);
    for (const found of importsOf(file, readFileSync(join(src, file), 'utf8'))) {
      const complain = (why) => problems.push(`src/${file}:${found.line}  ${found.form} ${found.specifier === null ? '' : `'${found.specifier}' `}- ${why}`);
      const target = resolveInside(file, found.specifier);
      const why = judge(table, file, found, target);
      if (why) complain(why);
      if (target.kind === 'inside') edges.push(...existingFile(src, target.path));
    }
  }
  for (const cycle of findCycles(graph)) problems.push(`import cycle: ${cycle.map((file) => `src/${file}`).join(' -> ')}`);
  return { problems, files: files.length };
}

function judge(table, file, found, target) {
  const from = layerOf(table, file);
  if (!from) return `src/${file.split('/')[0]} is no layer: put it in a layer's folder, or add the layer to scripts/guards/layers.json`;
  if (found.specifier === null) {
    // Tests load recorded cases and their tools from beside the repository, where they may be absent.
    return TEST.test(`/${file}`) && found.form === 'import()' ? null : 'the name is computed, so nobody can check where it points: write it out';
  }
  if (target.kind === 'absolute') return 'write the path relative to this file';
  if (target.kind === 'outside') return TEST.test(`/${file}`) ? null : 'it reaches outside src';
  if (target.kind === 'package') return judgePackage(table, from, file, found.specifier);
  const to = layerOf(table, target.path);
  if (!to) return 'it leads to no layer';
  if (to !== from && !table.layers[from].may.includes(to)) return `${from} must not import ${to}`;
  if (to === from && table.layers[from].apart && file.split('/')[1] !== target.path.split('/')[1]) return `${from} never import each other: meet in the store or in app`;
  return null;
}

function judgePackage(table, from, file, specifier) {
  if (TEST.test(`/${file}`)) return null;
  const layer = table.layers[from];
  if (isBuiltin(specifier)) return layer.node ? null : `${from} knows no Node`;
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  return layer.core && !table.corePackages.includes(name) ? `the core uses only the packages listed in scripts/guards/layers.json (corePackages), and ${name} is not one of them` : null;
}

function layerOf(table, path) {
  const [first, ...rest] = path.split('/');
  if (rest.length === 0) return table.entries[first] ?? (path in table.layers ? path : undefined);
  return Object.hasOwn(table.layers, first) ? first : undefined;
}

function resolveInside(file, raw) {
  const specifier = (raw ?? '').replace(/^!+/, '').replace(/[?#].*$/, '');
  if (specifier.startsWith('/') || /^(?:file|src):?\//.test(specifier)) return { kind: 'absolute' };
  if (!specifier.startsWith('.')) return { kind: 'package' };
  const path = posix.normalize(posix.join(posix.dirname(file), specifier)).replace(/^\.\.\/src\//, '');
  return path.startsWith('..') ? { kind: 'outside' } : { kind: 'inside', path: path.replace(/\/$/, '') };
}

/** The files an import can mean; a glob or a folder is judged by its layer only. */
function existingFile(src, path) {
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`];
  return candidates.filter((candidate) => SOURCE.test(candidate) && existsSync(join(src, candidate))).slice(0, 1);
}

function sourceFiles(src) {
  if (!existsSync(src)) return [];
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => relative(src, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

/** Whether .oxlintrc.json holds what the table says; `write` makes it so. */
export function syncLint(root, table, write = false) {
  const path = join(root, '.oxlintrc.json');
  const config = JSON.parse(readFileSync(path, 'utf8'));
  const others = (config.overrides ?? []).filter((override) => !('no-restricted-imports' in (override.rules ?? {})));
  const wanted = [...others, ...lintOverrides(table)];
  if (JSON.stringify(config.overrides) === JSON.stringify(wanted)) return true;
  if (write) writeFileSync(path, `${JSON.stringify({ ...config, overrides: wanted }, null, 2)}\n`);
  return write;
}

function main(args) {
  const write = args.includes('--write');
  const root = resolve(args.find((arg) => !arg.startsWith('-')) ?? REPOSITORY);
  const table = readTable(root);
  const { problems, files } = checkLayers(root, table);
  if (!syncLint(root, table, write)) problems.push('.oxlintrc.json does not say what scripts/guards/layers.json says: run node scripts/guards/layers.mjs --write');
  for (const problem of problems) console.log(problem);
  console.log(`${files} files, ${problems.length} ${problems.length === 1 ? 'breach' : 'breaches'} of the layers.`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
