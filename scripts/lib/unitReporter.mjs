import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Vitest's JSON report leaves out why a test was skipped; this one keeps it. The file is named by UNIT_REPORT. */
export default class UnitReporter {
  onTestRunEnd(modules, unhandled) {
    const counts = { passed: 0, failed: unhandled.length, skipped: [] };
    for (const module of modules) {
      if (module.state() === 'failed' && [...module.children.allTests('failed')].length === 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const { state, note } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'failed') counts.failed += 1;
        else counts.skipped.push({ name: `${module.relativeModuleId}: ${test.fullName}`, reason: note ?? reasonInName(test.fullName) });
      }
    }
    const file = process.env.UNIT_REPORT ?? 'test-results/unit.json';
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(counts));
  }
}

/** `describe.skipIf(…)('… (needs ../shared)')` says why in its own name. */
function reasonInName(name) {
  return /\(((?:needs|only|without|because)[^()]*)\)/.exec(name)?.[1] ?? 'the test gives no reason';
}
