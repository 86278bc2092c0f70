import type { Format, Tree } from '../asl/tree.ts';
import { reparse } from '../asl/reparse.ts';
import { loadYaml } from '../asl/yaml/loadYaml.ts';
import type { Problem } from '../checks/problem.ts';
import { createActionChecks } from '../checks/actionChecks.ts';
import { createChecker } from '../checks/createChecker.ts';
import { withActionProblems } from '../checks/withActionProblems.ts';
import { pageCatalog } from '../services/pageCatalog.ts';

export interface ChecksRequest {
  readonly id: number;
  readonly text: string;
  readonly format: Format;
}
export interface ChecksReply {
  readonly id: number;
  /** Null where a rule has failed: the console says which. */
  readonly problems: readonly Problem[] | null;
}

/** What an edit left alone is not read again. */
let last: Tree | null = null;
const checker = createChecker();
const actionChecks = createActionChecks(pageCatalog());

/** The only thing this worker hears is a text, and all it says is what is wrong with it. */
addEventListener('message', ({ data }: MessageEvent<ChecksRequest>) => {
  answer(data).catch((error: unknown) => {
    console.error(error);
    // Without an answer nothing would ever be checked again.
    const reply: ChecksReply = { id: data.id, problems: null };
    postMessage(reply);
  });
});

async function answer({ id, text, format }: ChecksRequest): Promise<void> {
  // Where it cannot be loaded, the parser says so.
  if (format === 'yaml') await loadYaml().catch(() => undefined);
  const tree = reparse(last, text, format);
  last = tree.problems.some(({ fatal }) => fatal) ? last : tree;
  const problems = checker.check(tree);
  // At once, but for the first text that calls a service: what it takes comes from the page's own origin.
  const found = await actionChecks.check(tree);
  const reply: ChecksReply = { id, problems: withActionProblems(problems, found) };
  postMessage(reply);
}
