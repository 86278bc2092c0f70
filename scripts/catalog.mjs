// The catalog of AWS services (docs/catalog.md):
//   node scripts/catalog.mjs download FOLDER                      fetches the packages of scripts/catalog/sources.json
//   node scripts/catalog.mjs generate FOLDER [--botocore DATA]    writes public/catalog anew from them
import { join, resolve } from 'node:path';
import { download } from './catalog/download.mjs';
import { generate, readJson } from './catalog/generate.mjs';
import { ROOT } from './lib/setup.mjs';

const [command, folder, flag, botocore] = process.argv.slice(2);
const own = (name) => readJson(join(ROOT, 'scripts/catalog', name));
const say = (line) => process.stdout.write(`${line}\n`);

if (command === 'download' && folder) download(own('sources.json'), resolve(folder), say);
else if (command === 'generate' && folder && (flag === undefined || (flag === '--botocore' && botocore))) {
  const counted = generate({ table: own('services.json'), sources: own('sources.json'), folder: resolve(folder), botocore: botocore && resolve(botocore), out: join(ROOT, 'public/catalog') });
  say(JSON.stringify(counted, null, 2));
} else {
  process.stderr.write('Use: node scripts/catalog.mjs download FOLDER | generate FOLDER [--botocore DATA]\n');
  process.exitCode = 2;
}
