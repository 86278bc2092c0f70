import { createTestWorker } from '../services/createTestWorker.ts';
import { createSuiteRunner, type SuiteRunner } from '../services/suiteRunner.ts';
import { systemTimer } from '../services/timer.ts';

/** Saved tests run in a web worker of this page. */
export const createPageSuiteRunner = (): SuiteRunner => createSuiteRunner({ createWorker: createTestWorker, timer: systemTimer });
