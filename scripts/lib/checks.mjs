// The steps that npm test and npm run check have in common.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, runBin } from './run.mjs';
import { checkNode, ensureBuilt, ensureInstalled } from './setup.mjs';

const done = (name) => (ended) => ({ ok: ended.code === 0, output: ended.timedOut ? `${ended.output}\n${name} did not end in time and was stopped.` : ended.output });
const step = (name, act) => ({ name, act: () => act().then(done(name)) });
const tsc = (project) => () => runBin('tsc', ['-p', project, '--pretty', 'false'], { package: 'typescript' });
const node = (file) => () => run(process.execPath, [file]);

export const install = {
  name: 'install',
  act: async () => {
    checkNode();
    await ensureInstalled();
    return { ok: true };
  },
};

export const types = step('types', tsc('tsconfig.json'));
export const coreTypes = step('types of the core (no browser, no Node)', tsc('tsconfig.core.json'));
export const nodeTypes = step('types of the Node side', tsc('tsconfig.node.json'));
export const lint = step('lint', () => runBin('oxlint', ['--type-aware']));
export const layers = step('layers and import cycles', node('scripts/guards/layers.mjs'));
export const unused = step('unused files, exports and dependencies', () => runBin('knip', ['--no-progress']));
/** As npm start builds, so that the studio which Playwright starts finds nothing left to build. */
export const build = {
  name: 'build',
  act: async () => {
    await ensureBuilt();
    return { ok: true };
  },
};

export const firstPage = {
  name: 'size of the first page',
  act: async () => {
    const ended = await run(process.execPath, ['scripts/guards/firstPage.mjs']);
    return { ok: ended.code === 0, output: ended.output, note: /[\d.]+ kB {2}together, of \d+ kB/.exec(ended.output)?.[0].replace('  together,', '') };
  },
};

/** What the build left is what is packed. */
export const packed = {
  name: 'the packed command in an empty repository',
  act: async () => {
    const ended = await run(process.execPath, ['scripts/packCheck.mjs']);
    return { ok: ended.code === 0, output: ended.output };
  },
};

export const unit = {
  name: 'unit tests',
  act: async () => {
    const report = join(ROOT, 'test-results/unit.json');
    rmSync(report, { force: true });
    const ended = await runBin('vitest', ['run', '--reporter=default', '--reporter=./scripts/lib/unitReporter.mjs'], { show: true, env: { UNIT_REPORT: report } });
    return { ok: ended.code === 0, counts: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined };
  },
};
