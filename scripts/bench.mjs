// npm run bench [-- --json] [-- NAME...]: runs bench/*.bench.mjs, each in a process of its own so that none warms up another.
// A benchmark's `measure` export answers rows { name, ours, peer?, ratio?, unit }; a peer is measured in the same run.
// --json prints one array of all rows and nothing else on standard output.
import { existsSync, readFileSync, readdirSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT, run } from './lib/run.mjs';

const LIMIT_MS = 10 * 60_000;

function options() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, child: { type: 'string' }, out: { type: 'string' } } });
  } catch (error) {
    console.error(`${error.message}\nusage: npm run --silent bench -- [--json] [NAME...]`);
    process.exit(2);
  }
}

async function measureInChild(file) {
  const folder = mkdtempSync(join(tmpdir(), 'asl-studio-bench-'));
  try {
    const out = join(folder, 'rows.json');
    const ended = await run(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), '--child', file, '--out', out], { limitMs: LIMIT_MS });
    if (ended.code !== 0) throw new Error(`${basename(file)} ${ended.timedOut ? 'did not end in time' : 'failed'}:\n${ended.output}`);
    return JSON.parse(readFileSync(out, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `ratio` is ours / peer, rounded: below 1 we need less of the unit. */
function withRatio(row) {
  if (row.peer === undefined || row.ratio !== undefined) return row;
  return { ...row, ratio: Number((row.ours / row.peer).toFixed(3)) };
}

async function main({ json }, names) {
  const folder = join(ROOT, 'bench');
  const files = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.bench.mjs')).sort();
  const chosen = files.filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
  const rows = [];
  let failed = false;
  for (const file of chosen) {
    console.error(`${file} ...`);
    try {
      rows.push(...(await measureInChild(join(folder, file))).map(withRatio));
    } catch (error) {
      failed = true;
      console.error(error.message);
    }
  }
  if (json) console.log(JSON.stringify(rows, null, 2));
  else console.table(rows);
  process.exitCode = failed ? 1 : 0;
}

const { values, positionals } = options();
if (values.child) {
  const { measure } = await import(pathToFileURL(values.child).href);
  writeFileSync(values.out, JSON.stringify(await measure()));
} else {
  await main(values, positionals);
}
