import { segmentsOf } from '../../asl/pointer.ts';
import type { GraphEdge } from '../../graph/types.ts';
import { unreachable } from '../../lib/unreachable.ts';

export interface EdgeWords {
  readonly title: string;
  readonly text: string;
  /** Why it cannot be removed; null when it can. */
  readonly fixed: string | null;
}

/** An arrow in words; a name is null where a marker stands. */
export function describeEdge({ kind, field }: GraphEdge, from: string | null, to: string | null): EdgeWords {
  const [source, target] = [from ?? 'Start', to ?? 'End'];
  const title = `${source} to ${target}`;
  // `/States/A/Choices/0/Next` is its first rule.
  const number = Number(segmentsOf(field ?? ('' as NonNullable<typeof field>)).at(-2)) + 1;
  switch (kind) {
    case 'start':
      return { title, text: `The workflow, or this part of it, starts with ${target} (StartAt). Draw a new arrow from the start marker to begin elsewhere.`, fixed: 'a workflow has to start somewhere' };
    case 'end':
      return { title, text: `${source} ends here. Draw an arrow from it to let it lead on.`, fixed: 'it shows that the way ends here; connect the state to another one instead' };
    case 'next':
      return { title, text: `After ${source} comes ${target} (Next). Without the arrow, ${source} ends.`, fixed: null };
    case 'choice':
      return { title, text: `Rule ${number} of ${source} leads to ${target}. With the arrow the rule goes too.`, fixed: null };
    case 'default':
      return { title, text: `When no rule of ${source} fires, it leads to ${target} (Default). Without the arrow it fails with States.NoChoiceMatched then.`, fixed: null };
    case 'catch':
      return { title, text: `Catcher ${number} of ${source} leads to ${target} when an error it names happens. With the arrow the catcher goes too.`, fixed: null };
    default:
      return unreachable(kind);
  }
}
