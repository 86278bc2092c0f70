// npm run cli: sets itself up on a fresh clone, then runs one command. Standard output belongs to the command.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, ROOT, SetupProblem } from './lib/setup.mjs';

// `… | head` closes the pipe when it has enough: no reason to fail.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  checkNode();
  await ensureInstalled();
  await ensureBuilt({ parts: 'node' });
  const built = (name) => pathToFileURL(join(ROOT, 'dist/node', name));
  const { main } = await import(built('cli.js').href);
  // Not process.exit: what is written to a pipe must drain first.
  process.exitCode = await main(process.argv.slice(2), built('evaluator.js'));
} catch (error) {
  process.stderr.write(error instanceof SetupProblem ? `${error.message}\n` : `The command failed: ${error.stack ?? error}\n`);
  process.exitCode = 1;
}
