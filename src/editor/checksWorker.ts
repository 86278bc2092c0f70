import type { Format, Tree } from '../asl/tree.ts';
import { reparse } from '../asl/reparse.ts';
import { loadYaml } from '../asl/yaml/loadYaml.ts';
import type { Problem } from '../checks/problem.ts';
import { createActionChecks } from '../checks/actionChecks.ts';
import { createChecker, type SoFar } from '../checks/createChecker.ts';
import { withActionProblems } from '../checks/withActionProblems.ts';
import { pageCatalog } from '../services/pageCatalog.ts';
import { inSlices } from './inSlices.ts';

export interface ChecksRequest {
  readonly id: number;
  readonly text: string;
  readonly format: Format;
}
export interface ChecksReply {
  readonly id: number;
  /** Null where a rule has failed: the console says which. */
  readonly problems: readonly Problem[] | null;
  /** The first of a long run; the others follow. */
  readonly more?: true;
}

/** What an edit left alone is not read again. */
let last: Tree | null = null;
const checker = createChecker();
const actionChecks = createActionChecks(pageCatalog());

/** The newest order; those before it are given up. */
let latest = 0;

/** The only thing this worker hears is a text, and all it says is what is wrong with it. */
addEventListener('message', ({ data }: MessageEvent<ChecksRequest>) => {
  latest = data.id;
  answer(data).catch((error: unknown) => {
    console.error(error);
    // Without an answer nothing would ever be checked again.
    say({ id: data.id, problems: null });
  });
});

const say = (reply: ChecksReply): void => postMessage(reply);
const breathe = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });
const isStale = (id: number) => (): boolean => id !== latest;

async function answer({ id, text, format }: ChecksRequest): Promise<void> {
  // Those that wait already are heard first.
  await breathe();
  if (isStale(id)()) return;
  // Where it cannot be loaded, the parser says so.
  if (format === 'yaml') await loadYaml().catch(() => undefined);
  const tree = reparse(last, text, format);
  last = tree.problems.some(({ fatal }) => fatal) ? last : tree;
  const slices = { now: () => performance.now(), breathe, isStale: isStale(id), soFar: (found: SoFar) => say({ id, problems: found(), more: true }) };
  const problems = await inSlices(checker.steps(tree), slices);
  if (problems === null) return;
  // At once, but for the first text that calls a service: what it takes comes from the page's own origin.
  const found = await actionChecks.check(tree);
  say({ id, problems: withActionProblems(problems, found) });
}
