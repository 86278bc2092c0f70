import { availableParallelism } from 'node:os';
import { evaluateInThread } from './evaluateInThread.ts';
import { evaluatePool } from './evaluatePool.ts';
import { nodeIo } from './io.ts';
import { runCli } from './runCli.ts';

/** What scripts/cli.mjs calls; built to dist/node/cli.js. `evaluator`: the built thread beside it. */
export async function main(args: readonly string[], evaluator: URL): Promise<number> {
  if (args[0] !== 'test' && args[0] !== 'init') return runCli(args, nodeIo(), evaluateInThread(evaluator));
  // Many small jobs: threads that stay warm. Saved tests are handed out a few at a time, so that none is turned away.
  const pool = evaluatePool(evaluator, { threads: Math.min(4, availableParallelism()) });
  try {
    return await runCli(args, nodeIo(), async (job, perform) => (await pool.evaluate(job, perform)) ?? { kind: 'ended', message: 'Too many tests wait already. Run the command again.' });
  } finally {
    await pool.close();
  }
}
