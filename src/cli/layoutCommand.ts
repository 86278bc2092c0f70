import { problemsOf } from '../checks/problems.ts';
import { layout } from '../graph/layout.ts';
import { project } from '../graph/project.ts';
import { fatalProblem } from './fatalProblem.ts';
import type { Io } from './io.ts';
import { nameOf, readDefinition } from './readDefinition.ts';

export async function layoutCommand(io: Io, file: string): Promise<number> {
  const tree = await readDefinition(io, file);
  if (!tree.ok) {
    io.err(`${nameOf(file)}: ${tree.error.message}\n`);
    return 1;
  }
  const empty = fatalProblem(tree.value);
  const fatal = problemsOf(tree.value).find(({ code, severity }) => code === 'not-a-machine' || (severity === 'error' && tree.value.problems.some((problem) => problem.fatal)));
  if (empty !== null || fatal) {
    io.err(`${nameOf(file)} cannot be laid out: ${empty ?? fatal?.message ?? ''}\n`);
    return 1;
  }
  const begin = io.now();
  const { nodes, edges } = layout(project(tree.value));
  const tookMs = Math.round((io.now() - begin) * 100) / 100;
  io.out(`${JSON.stringify({ nodes, edges, tookMs }, null, 2)}\n`);
  return 0;
}
