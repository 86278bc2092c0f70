// Packs the project, unpacks it into an empty repository, and uses it there as CI and a new user would. Packages come from this checkout, so no
// network is needed; that they are the ones of package.json is what `npm install` of the tarball would add. What is packed is the build that is there.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './lib/run.mjs';

/** Each with its exit code and a piece of what it prints, on either stream. */
const WALK = [
  { args: ['--version'], code: 0, says: '.' },
  { args: ['init'], code: 0, says: 'example.tests.json written.' },
  { args: ['validate', 'example.asl.json'], code: 0, says: 'no problems' },
  { args: ['test', '--coverage', '--junit', 'test-results/step-functions.xml'], code: 0, says: '3 passed, 0 failed' },
  { args: ['policy', 'example.asl.json', '--format', 'terraform'], code: 0, says: 'lambda:InvokeFunction' },
  { args: ['layout', 'example.asl.json'], code: 0, says: '/States/Charge' },
  { args: ['export-mocks', 'example.tests.json'], code: 0, says: 'MockedResponses' },
  { args: ['run', 'example.asl.json'], code: 1, says: 'Give it a mock' },
  { args: ['test', 'README.md'], code: 2, says: 'README.md is not there.' },
  { args: ['nonsense'], code: 2, says: 'unknown command' },
];

const folder = mkdtempSync(join(tmpdir(), 'asl-studio-pack-'));
try {
  const packed = pack(folder);
  const asl = install(packed.filename, join(folder, 'repository'));
  const wrong = WALK.flatMap(({ args, code, says }) => {
    const ended = asl(args);
    return ended.status === code && `${ended.stdout}${ended.stderr}`.includes(says) ? [] : [`asl-studio ${args.join(' ')}: exit ${ended.status}, expected ${code} and "${says}"\n${ended.stdout}${ended.stderr}`];
  });
  console.log([...wrong, `${packed.filename}: ${packed.entryCount} files, ${(packed.size / 1e6).toFixed(1)} MB; ${WALK.length - wrong.length} of ${WALK.length} commands do as they should`].join('\n'));
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Without its scripts: they would build again, under whoever uses the build. */
function pack(destination) {
  const text = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--offline', '--pack-destination', destination], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], shell: process.platform === 'win32' });
  return JSON.parse(text)[0];
}

/** The command of the unpacked package, in a repository that has nothing else. */
function install(tarball, repository) {
  const modules = join(repository, 'node_modules');
  const installed = join(modules, 'asl-studio');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1']);
  const { dependencies, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of new Set(Object.keys(dependencies).map((one) => (one.startsWith('@') ? one.split('/')[0] : one)))) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name), 'junction');
  return (args) => spawnSync(process.execPath, [join(installed, bin['asl-studio']), ...args], { cwd: repository, encoding: 'utf8' });
}
