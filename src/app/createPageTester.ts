import { createTestWorker } from '../services/createTestWorker.ts';
import { createTester, type Tester } from '../services/tester.ts';
import { systemTimer } from '../services/timer.ts';

/** Tests run in web workers of this page. */
export const createPageTester = (): Tester => createTester({ createWorker: createTestWorker, ports: { timer: systemTimer } });
