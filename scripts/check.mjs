// npm run check: what passes on every commit. The whole verdict, browser included, is npm test.
import { buildApp, buildNode, coreTypes, layers, lint, nodeTypes, types, unit } from './lib/checks.mjs';
import { ensureInstalled } from './lib/setup.mjs';
import { runGroups, summary } from './lib/steps.mjs';

const started = Date.now();
await ensureInstalled();
const totals = await runGroups([
  [
    [types, coreTypes, nodeTypes],
    [lint, layers],
  ],
  [[unit]],
  [[buildApp, buildNode]],
]);
console.log(summary(totals, Date.now() - started));
process.exitCode = totals.failed > 0 ? 1 : 0;
