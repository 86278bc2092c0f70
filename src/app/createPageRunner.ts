import { createTestWorker } from '../services/createTestWorker.ts';
import { createRunner, type Runner } from '../services/runner.ts';
import { systemTimer } from '../services/timer.ts';

/** Runs go on in web workers of this page. */
export const createPageRunner = (): Runner => createRunner({ createWorker: createTestWorker, timer: systemTimer });
