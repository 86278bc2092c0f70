import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createSandbox } from './createSandbox.ts';

export { createSandbox } from './createSandbox.ts';

/** `node dist/node/sandbox.js --port 7421` runs the sandbox on its own. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '7421' } } });
  const sandbox = await createSandbox({ port: Number(values.port) });
  process.stdout.write(`Sandbox: ${sandbox.origin}\n`);
  const end = () => void sandbox.close();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

const script = process.argv[1];
if (script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)) await main();
