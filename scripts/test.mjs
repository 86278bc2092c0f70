// npm test: from a fresh clone to a verdict. Only Node's own modules at the top: nothing may be installed yet.
import { build, coreTypes, firstPage, install, layers, lint, nodeTypes, packed, types, unit, unused } from './lib/checks.mjs';
import { browser, playwright, testServers } from './lib/e2e.mjs';
import { runGroups, summary } from './lib/steps.mjs';

const started = Date.now();
// Lanes of one group run side by side. Two cores: the compiler beside the linter, the rest one by one.
const totals = await runGroups([
  [[install]],
  [
    [types, coreTypes, nodeTypes],
    [lint, layers, unused],
  ],
  [[unit]],
  // The build keeps one core busy; the downloads mostly wait.
  [
    [build, firstPage, packed],
    [testServers, browser],
  ],
  [[playwright]],
]);
console.log(summary(totals, Date.now() - started));
process.exitCode = totals.failed > 0 ? 1 : 0;
