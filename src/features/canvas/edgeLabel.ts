import type { GraphEdge } from '../../graph/types.ts';
import { isolated } from '../../lib/isolated.ts';

interface Told {
  readonly kind: GraphEdge['kind'];
  readonly title?: string | undefined;
  readonly field?: string | undefined;
}

/** What assistive technology says of an arrow: `Next from A to B`, `Rule 2 of Route: total > 5, to Tax it`, `Catch States.ALL from A to B`. */
export function edgeLabel({ kind, title, field }: Told, names: readonly [from: string, to: string]): string {
  const [from, to] = [isolated(names[0]), isolated(names[1])];
  switch (kind) {
    case 'start':
      return `Start at ${to}`;
    case 'end':
      return `End after ${from}`;
    case 'next':
      return `Next from ${from} to ${to}`;
    case 'default':
      return `Default of ${from}, to ${to}`;
    case 'choice':
      return `Rule ${ruleOf(field)} of ${from}: ${title ?? ''}, to ${to}`;
    case 'catch':
      return `Catch ${title || 'no error'} from ${from} to ${to}`;
  }
}

/** `/States/Route/Choices/1/Next` is the second rule. */
const ruleOf = (field: string | undefined): number => Number(/\/Choices\/(\d+)\/Next$/.exec(field ?? '')?.[1] ?? 0) + 1;
