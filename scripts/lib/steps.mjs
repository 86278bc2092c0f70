// A list of steps, their progress on the screen, and what came of them.

/**
 * @typedef {{ passed: number, failed: number, skipped: { name: string, reason: string }[] }} Counts
 * @typedef {{ ok: boolean, output?: string, counts?: Counts, note?: string }} Outcome
 * @typedef {{ name: string, quiet?: boolean, act: () => Promise<Outcome> }} Step `quiet`: says nothing itself while it runs.
 */

/** Runs groups one after the other; the steps of a lane follow each other, lanes of a group run at once. Stops after the first group that fails. */
export async function runGroups(groups, write = (line) => console.log(line)) {
  const totals = { passed: 0, failed: 0, skipped: [], failures: [] };
  let stoppedAt = '';
  for (const lanes of groups) {
    if (stoppedAt) {
      for (const step of lanes.flat()) totals.skipped.push({ name: step.name, reason: `not run, because ${stoppedAt} failed` });
      continue;
    }
    await Promise.all(lanes.map((lane) => runLane(lane, totals, write)));
    stoppedAt = totals.failures.join(' and ');
  }
  return totals;
}

async function runLane(lane, totals, write) {
  for (const step of lane) {
    const started = Date.now();
    write(`${step.name} ...`);
    const outcome = await attempt(step);
    const took = `${((Date.now() - started) / 1000).toFixed(1)} s`;
    add(totals, step, outcome);
    if (!outcome.ok && outcome.output) write(outcome.output.trimEnd());
    write(`${step.name}: ${outcome.ok ? 'ok' : 'FAILED'}${outcome.note ? `, ${outcome.note}` : ''} (${took})`);
  }
}

async function attempt(step) {
  try {
    return await step.act();
  } catch (error) {
    // What a person can mend is a sentence; anything else is a fault of ours, and the stack says where.
    const mendable = error?.constructor?.name === 'SetupProblem';
    return { ok: false, output: mendable ? error.message : (error?.stack ?? String(error)) };
  }
}

function add(totals, step, outcome) {
  const { passed, failed, skipped } = outcome.counts ?? { passed: outcome.ok ? 1 : 0, failed: outcome.ok ? 0 : 1, skipped: [] };
  totals.passed += passed;
  // A step can fail although each of its tests passed: an error outside of a test, a crash before the report.
  totals.failed += failed === 0 && !outcome.ok ? 1 : failed;
  totals.skipped.push(...skipped);
  if (!outcome.ok) totals.failures.push(step.name);
}

/** What was skipped and why, what failed, and as the very last line the verdict. */
export function summary(totals, tookMs) {
  const byReason = grouped(totals.skipped);
  const lines = [''];
  for (const [reason, items] of byReason) lines.push(`Skipped: ${reason}`, ...items.map((item) => `  ${item.name}`));
  if (totals.failures.length > 0) lines.push(`Failed: ${totals.failures.join(', ')}`);
  lines.push(`Took ${Math.round(tookMs / 1000)} s`, `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped.length} skipped`);
  return lines.join('\n');
}

/** Node 20 has no Map.groupBy. */
function grouped(items) {
  const groups = new Map();
  for (const item of items) groups.set(item.reason, [...(groups.get(item.reason) ?? []), item]);
  return groups;
}
