/** How long a thread works before it listens again. */
const SLICE_MS = 30;

export interface Slices<Step> {
  readonly now: () => number;
  /** Lets the thread hear what waits. */
  readonly breathe: () => Promise<void>;
  readonly isStale: () => boolean;
  /** Called once, when the first slice did not do. */
  readonly soFar: (step: Step) => void;
}

/** Works in slices, so that a newer order is heard in between. Null: given up for one. */
export async function inSlices<Step, Answer>(steps: Generator<Step, Answer, undefined>, { now, breathe, isStale, soFar }: Slices<Step>): Promise<Answer | null> {
  let told = false;
  for (let until = now() + SLICE_MS; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (now() < until) continue;
    await breathe();
    if (isStale()) return null;
    if (!told) soFar(step.value);
    told = true;
    until = now() + SLICE_MS;
  }
}
