// Packs the project, unpacks it into an empty repository, and runs `init` and `test` there as CI would. Packages come from this checkout, so no
// network is needed; that they are the ones of package.json is what `npm install` of the tarball would add.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './lib/run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'asl-studio-pack-'));
try {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', folder, ...process.argv.slice(2)], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).replace(/^[^[]*/, ''));
  const repository = join(folder, 'repository');
  const modules = join(repository, 'node_modules');
  const installed = join(modules, 'asl-studio');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', installed, '--strip-components=1']);
  const { dependencies, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of new Set(Object.keys(dependencies).map((one) => (one.startsWith('@') ? one.split('/')[0] : one)))) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  const asl = (...args) => execFileSync(process.execPath, [join(installed, bin['asl-studio']), ...args], { cwd: repository, encoding: 'utf8' });
  console.log(asl('init'));
  console.log(asl('test', '--coverage', '--junit', 'test-results/step-functions.xml'));
  console.log(`${packed.filename}: ${packed.entryCount} files, ${(packed.size / 1e6).toFixed(1)} MB; in the repository: ${readdirSync(repository).join(', ')}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
