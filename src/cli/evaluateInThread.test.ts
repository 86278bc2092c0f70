import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateInThread } from './evaluateInThread.ts';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'asl-studio-thread-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread in plain JavaScript: the built one is not there yet when unit tests run. */
function thread(code: string): URL {
  const file = join(folder, `${code.length}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${code}`);
  return pathToFileURL(file);
}

const job = { kind: 'test-state', request: { definition: '{}' }, region: 'us-east-1' } as const;
const task = { stateName: 'A', resource: 'r', arguments: {} };
const unused = () => Promise.reject(new Error('nothing to perform'));

describe('evaluateInThread', () => {
  it('ends what never ends, and says so', async () => {
    const evaluated = await evaluateInThread(thread("parentPort.on('message', () => { for (;;); });"), 50)(job, unused);
    expect(evaluated).toEqual({ kind: 'ended', message: expect.stringContaining('never comes to an end') });
  });

  it('performs here what the thread asks for', async () => {
    const file = thread(`parentPort.on('message', (m) => m.type === 'job'
      ? parentPort.postMessage({ type: 'perform', call: 1, task: ${JSON.stringify(task)} })
      : parentPort.postMessage({ type: 'done', evaluated: { kind: 'test-state', outcome: m.reply } }));`);
    const asked: unknown[] = [];
    const evaluated = await evaluateInThread(file)(job, async (call) => {
      asked.push(call);
      return { kind: 'result', value: 7 };
    });
    expect([evaluated, asked]).toEqual([{ kind: 'test-state', outcome: { kind: 'result', value: 7 } }, [task]]);
  });

  it.each([
    { what: 'throws', code: "throw new Error('fell over');", says: 'fell over' },
    { what: 'rejects', code: "parentPort.on('message', () => void Promise.reject(new Error('came apart')));", says: 'came apart' },
  ])('says that the engine failed when it $what', async ({ code, says }) => {
    expect(await evaluateInThread(thread(code))(job, unused)).toEqual({ kind: 'ended', fault: true, message: expect.stringContaining(says) });
  });
});
