// Both engines behind one shape: prepare(definition) => run(input) => { output(), events }, every event read.
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

function adapt({ run }) {
  let ids = 0;
  const environment = {
    dialect: 'aws',
    limits: { payloadBytes: NO_LIMIT, assignBytes: NO_LIMIT, variablesBytes: NO_LIMIT, historyEvents: NO_LIMIT },
    ports: { now: () => AT, random: () => 0.5, id: () => `id-${++ids}`, perform: () => ({ kind: 'failure', error: 'none' }) },
  };
  const succeeded = async (definition, input) => {
    const outcome = await run(definition, input, environment, {});
    if (outcome.status !== 'SUCCEEDED') throw new Error(JSON.stringify({ status: outcome.status, cause: outcome.cause }));
    return outcome;
  };
  return {
    /** Reading the history writes it out, texts of payloads included. */
    prepare: (definition) => async (input) => {
      const outcome = await succeeded(definition, input);
      const events = outcome.history;
      return { output: () => JSON.parse(outcome.output), events };
    },
    /** The whole history is kept, and written out by whoever reads it later. */
    prepareUnread: (definition) => async (input) => {
      const outcome = await succeeded(definition, input);
      return { output: () => JSON.parse(outcome.output), get events() { return outcome.history; } };
    },
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
        return { output: () => output, events };
      };
    },
  };
}
