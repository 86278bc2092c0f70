import { evaluateInThread } from './evaluateInThread.ts';
import { nodeIo } from './io.ts';
import { runCli } from './runCli.ts';

/** What scripts/cli.mjs calls; built to dist/node/cli.js. `evaluator`: the built thread beside it. */
export const main = (args: readonly string[], evaluator: URL): Promise<number> => runCli(args, nodeIo(), evaluateInThread(evaluator));
