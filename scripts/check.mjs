// npm run check: what passes on every commit. The whole verdict, browser included, is npm test.
import { build, coreTypes, install, layers, lint, nodeTypes, types, unit } from './lib/checks.mjs';
import { runGroups, summary } from './lib/steps.mjs';

const started = Date.now();
const totals = await runGroups([
  [[install]],
  [
    [types, coreTypes, nodeTypes],
    [lint, layers],
  ],
  [[unit]],
  [[build]],
]);
console.log(summary(totals, Date.now() - started));
process.exitCode = totals.failed > 0 ? 1 : 0;
