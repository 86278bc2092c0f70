#!/usr/bin/env node
// The `asl-studio` command of an installed package: what it needs is built already, and packages lie beside it.
import { existsSync } from 'node:fs';

const built = (name) => new URL(`../dist/node/${name}`, import.meta.url);

// `… | head` closes the pipe when it has enough: no reason to fail.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
// npm sets it to where *it* was called; a script of a repository names files from that repository.
delete process.env.INIT_CWD;

if (existsSync(built('cli.js'))) {
  try {
    const { main } = await import(built('cli.js').href);
    // Not process.exit: what is written to a pipe must drain first.
    process.exitCode = await main(process.argv.slice(2), built('evaluator.js'));
  } catch (error) {
    process.stderr.write(`The command failed: ${error.stack ?? error}\n`);
    process.exitCode = 1;
  }
} else {
  process.stderr.write('This asl-studio is not built. Run "npm run build" in its folder, then this command again.\n');
  process.exitCode = 1;
}
