import type { Ports, TaskCall, TaskReply } from '../interpreter/environment.ts';
import type { MaybePromise } from '../lib/MaybePromise.ts';
import { pseudoRandom } from '../lib/pseudoRandom.ts';
import type { MockAnswers } from './mockAnswers.ts';

const NOW = '2026-01-01T00:00:00.000Z';

/** A world in which a test gives the same answer every time: a clock that stands, the same chance, counted ids. Mocks are asked first. */
export function testPorts(now: string | undefined, mocks: MockAnswers, perform: (call: TaskCall) => MaybePromise<TaskReply>, pause?: Ports['pause']): Ports {
  const clock = Date.parse(now ?? NOW);
  let ids = 0;
  return {
    now: () => clock,
    random: pseudoRandom(1),
    id: () => `${(++ids).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
    perform: (call) => {
      const reply = mocks.answer(call);
      if (reply === undefined) return perform(call);
      // A test of one state knows no timers, so what never comes has timed out.
      return reply.kind === 'never' ? { kind: 'failure', error: 'States.Timeout' } : reply;
    },
    data: (call) => mocks.data(call),
    ...(pause === undefined ? {} : { pause }),
  };
}
