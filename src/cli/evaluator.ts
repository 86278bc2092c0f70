// The thread of evaluateInThread; built to dist/node/evaluator.js.
import { parentPort } from 'node:worker_threads';
import type { TaskReply } from '../interpreter/environment.ts';
import { exceedsBytes } from '../interpreter/payloadSize.ts';
import { evaluateHere, type Perform } from './evaluate.ts';
import type { FromThread, ToThread } from './evaluateInThread.ts';

const post = (message: FromThread): void => parentPort?.postMessage(message);
const waiting = new Map<number, (reply: TaskReply) => void>();
let calls = 0;

/** Four times what AWS lets a state pass on; more would hold up everything that the main thread serves while it is prepared. */
const ARGUMENT_BYTES = 1024 * 1024;

/** Unconfirmed: AWS's own words for arguments that are too large are not recorded. */
const tooLarge = (name: string): TaskReply => ({ kind: 'failure', error: 'States.DataLimitExceeded', cause: `The arguments of the state '${name}' are larger than ${ARGUMENT_BYTES} bytes. AWS takes 262144.` });

const perform: Perform = (task) =>
  new Promise((resolve) => {
    if (exceedsBytes(task.arguments, ARGUMENT_BYTES)) return resolve(tooLarge(task.stateName));
    const call = ++calls;
    waiting.set(call, resolve);
    post({ type: 'perform', call, task });
  });

parentPort?.on('message', (message: ToThread) => {
  if (message.type === 'reply') waiting.get(message.call)?.(message.reply);
  // A failure of the engine is an error of the thread, and told by it.
  else void evaluateHere(message.job, perform).then((evaluated) => post({ type: 'done', evaluated }));
});
