import { provePair } from '../interpreter/conversionProof.ts';
import { evaluateTyped } from '../interpreter/live/evaluateTyped.ts';
import { liveStages } from '../interpreter/live/liveStages.ts';
import { typedContext } from '../interpreter/live/typedContext.ts';
import { isStackOverflow } from '../interpreter/isStackOverflow.ts';
import type { LiveAnswer, LiveOrder } from './liveMessages.ts';

/** Random values and ids are the same each time, so that what is shown changes only with what a person changes. */
const SAMPLE = { random: () => 0.5, id: () => '00000000-0000-4000-8000-000000000000' };

/** The worker's half: evaluates and performs nothing. */
export async function answerLive(asked: LiveOrder): Promise<LiveAnswer> {
  const sources = { ...SAMPLE, now: () => asked.nowMs };
  try {
    if (asked.kind === 'stages') return { kind: 'stages', stages: await liveStages(asked.order, sources) };
    if (asked.kind === 'proof') return { kind: 'proof', verdicts: await inTurn(asked.pairs, (pair) => provePair(pair, asked.region, sources)) };
    const { around, typed } = asked;
    const context = typedContext(around.request, around.name, typed.states.input, around.region, sources, around.item);
    return { kind: 'typed', answer: await evaluateTyped({ ...typed, context }, sources) };
  } catch (thrown) {
    if (!isStackOverflow(thrown)) throw thrown;
    return { kind: 'gave-up', message: 'The state or its input nests too deeply to be evaluated here. Take some levels out.' };
  }
}

async function inTurn<A, B>(items: readonly A[], make: (item: A) => Promise<B>): Promise<readonly B[]> {
  const made: B[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}
