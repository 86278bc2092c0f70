// Both engines behind one shape: (definition, input) => run() => { output, events }.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const AT = Date.UTC(2026, 0, 1);
const NO_LIMIT = Number.POSITIVE_INFINITY;

/** Our engine as Node would run it; AWS's limits are lifted, the full history is kept. */
export async function loadOurs() {
  const outDir = mkdtempSync(join(tmpdir(), 'asl-studio-interpreter-bench-'));
  try {
    await build({ root: here('../..'), configFile: false, logLevel: 'error', ssr: { noExternal: true }, build: { ssr: here('ours.ts'), outDir, target: 'node20', minify: false, rolldownOptions: { output: { entryFileNames: 'entry.mjs' } } } });
    return adapt(await import(pathToFileURL(join(outDir, 'entry.mjs')).href));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

function adapt({ run, evaluateOnly }) {
  let ids = 0;
  const environment = {
    dialect: 'aws',
    limits: { payloadBytes: NO_LIMIT, assignBytes: NO_LIMIT, variablesBytes: NO_LIMIT, historyEvents: NO_LIMIT },
    ports: { now: () => AT, random: () => 0.5, id: () => `id-${++ids}`, perform: () => ({ kind: 'failure', error: 'none' }) },
  };
  return {
    prepare: (definition) => async (input) => {
      const outcome = await run(definition, input, environment, {});
      if (outcome.status !== 'SUCCEEDED') throw new Error(JSON.stringify({ ...outcome, history: undefined }));
      return { output: JSON.parse(outcome.output), events: outcome.history };
    },
    /** The same states evaluated one after another, with no history and nothing that drives them. */
    plainLoop: (definition) => (input) => evaluateOnly(definition, input),
  };
}

/** The peer, with all its events read; undefined where it is not installed. */
export async function loadPeer() {
  if (!existsSync(here('../node_modules/aws-local-stepfunctions'))) return undefined;
  const { StateMachine } = await import(pathToFileURL(here('../node_modules/aws-local-stepfunctions/build/main.node.esm.js')).href);
  return {
    prepare(definition) {
      const machine = new StateMachine(definition, { validationOptions: { noValidate: true } });
      return async (input) => {
        const execution = machine.run(input);
        const events = [];
        const read = (async () => {
          for await (const event of execution.eventLogs) events.push(event);
        })();
        const output = await execution.result;
        await read;
        return { output, events };
      };
    },
  };
}
