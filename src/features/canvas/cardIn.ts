import type { StateId } from '../../asl/names.ts';

/** The card of a state, if it is in the page. Ids may hold anything, so they are compared and not put into a selector. */
export function cardIn(root: ParentNode | null, state: StateId): HTMLElement | null {
  for (const card of root?.querySelectorAll<HTMLElement>('[data-state-id]') ?? []) if (card.dataset['stateId'] === state) return card;
  return null;
}
