import { nodeIo } from './io.ts';
import { runCli } from './runCli.ts';

/** What scripts/cli.mjs calls; built to dist/node/cli.js. */
export const main = (args: readonly string[]): Promise<number> => runCli(args, nodeIo());
