// The catalog of AWS services (docs/catalog.md):
//   node scripts/catalog.mjs download FOLDER                      fetches the packages of scripts/catalog/sources.json
//   node scripts/catalog.mjs generate FOLDER [--botocore DATA]    writes public/catalog anew from them
//   node scripts/catalog.mjs iam FOLDER                           writes public/catalog/iam anew (generate does so too)
import { join, resolve } from 'node:path';
import { download } from './catalog/download.mjs';
import { generate, readJson } from './catalog/generate.mjs';
import { generateIam } from './catalog/generateIam.mjs';
import { ROOT } from './lib/setup.mjs';

const [command, folder, flag, botocore] = process.argv.slice(2);
const own = (name) => readJson(join(ROOT, 'scripts/catalog', name));
const out = join(ROOT, 'public/catalog');
const writeIam = () => generateIam({ sources: own('sources.json'), folder: resolve(folder), out });
const say = (line) => process.stdout.write(`${line}\n`);

if (command === 'download' && folder) download(own('sources.json'), resolve(folder), say);
else if (command === 'generate' && folder && (flag === undefined || (flag === '--botocore' && botocore))) {
  const counted = generate({ table: own('services.json'), sources: own('sources.json'), folder: resolve(folder), botocore: botocore && resolve(botocore), out });
  say(JSON.stringify({ ...counted, iam: writeIam() }, null, 2));
} else if (command === 'iam' && folder) {
  say(JSON.stringify(writeIam(), null, 2));
} else {
  process.stderr.write('Use: node scripts/catalog.mjs download FOLDER | generate FOLDER [--botocore DATA] | iam FOLDER\n');
  process.exitCode = 2;
}
