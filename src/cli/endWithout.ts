import { unreachable } from '../lib/unreachable.ts';
import type { Io } from './io.ts';

type NoAnswer =
  | { readonly kind: 'not-performed'; readonly reason: { readonly message: string } }
  | { readonly kind: 'unsupported'; readonly message: string };

/** Says why there is no answer; the exit code: 1 a task could not be performed, 2 not built yet. */
export function endWithout(io: Io, outcome: NoAnswer): number {
  switch (outcome.kind) {
    case 'not-performed':
      io.err(`${outcome.reason.message}\n`);
      return 1;
    case 'unsupported':
      io.err(`${outcome.message}\n`);
      return 2;
    default:
      return unreachable(outcome);
  }
}
