import type { Json } from '../../lib/Json.ts';
import type { StatesError } from '../failure.ts';
import type { Machine } from '../states/definition.ts';
import type { Driver } from './Driver.ts';
import { cut, spawn } from './spawn.ts';
import type { Thread, Visit } from './Thread.ts';

/** All branches side by side, on one input. The first failure ends the others. */
export function runParallel(driver: Driver, visit: Visit, branches: readonly Machine[], input: Json): void {
  const { thread, attempt } = visit;
  driver.log(thread, 'ParallelStateStarted');
  const results: Json[] = branches.map(() => null);
  let left = branches.length;
  const owner = {
    succeeded(child: Thread, output: Json): void {
      results[child.index] = output;
      if (--left > 0 || !driver.isCurrent(visit, attempt)) return;
      thread.last = child.last;
      thread.history.add('ParallelStateSucceeded', thread.last, driver.agenda.now);
      driver.settle(visit, results);
    },
    failed(child: Thread, failure: StatesError): void {
      if (!driver.isCurrent(visit, attempt)) return;
      thread.last = child.last;
      cut(driver, visit);
      driver.fail(visit, failure);
    },
  };
  visit.children = branches.map((machine, index) => spawn(driver, thread, { machine, input, last: thread.last, owner, index }));
  visit.redrive = () => {
    const again = visit.children.filter((child) => !child.succeeded);
    for (const child of again) driver.redrive(child, thread.last);
    if (again.length === 0) driver.settle(visit, results); // what they gave could not be used
  };
}
