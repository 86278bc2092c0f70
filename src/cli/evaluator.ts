// The thread of evaluateInThread; built to dist/node/evaluator.js.
import { parentPort } from 'node:worker_threads';
import type { TaskReply } from '../interpreter/environment.ts';
import { evaluateHere, type Perform } from './evaluate.ts';
import type { FromThread, ToThread } from './evaluateInThread.ts';

const post = (message: FromThread): void => parentPort?.postMessage(message);
const waiting = new Map<number, (reply: TaskReply) => void>();
let calls = 0;

const perform: Perform = (task) =>
  new Promise((resolve) => {
    const call = ++calls;
    waiting.set(call, resolve);
    post({ type: 'perform', call, task });
  });

parentPort?.on('message', (message: ToThread) => {
  if (message.type === 'reply') waiting.get(message.call)?.(message.reply);
  // A failure of the engine is an error of the thread, and told by it.
  else void evaluateHere(message.job, perform).then((evaluated) => post({ type: 'done', evaluated }));
});
