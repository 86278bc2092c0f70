import type { Tree } from '../asl/tree.ts';
import { problemsOf, type Problem } from './problems.ts';

/** One row of the Export dialog: ticked, or what to do before AWS can take the definition, with the places. */
export interface ChecklistRow {
  readonly id: 'errors' | 'connections' | 'endpoints' | 'placeholders' | 'left-out';
  readonly state: 'done' | 'stop' | 'look' | 'info';
  readonly text: string;
  readonly problems: readonly Problem[];
}

const ENDPOINTS: ReadonlySet<string> = new Set(['endpoint-not-https', 'endpoint-inside', 'endpoint-user-info', 'endpoint-fragment', 'bad-endpoint']);
const LEFT_OUT: ReadonlySet<string> = new Set(['comment', 'trailing-comma']);

/** What stands between this definition and AWS. Export is never refused: a definition with errors may be a draft for a colleague. */
export function exportChecklist(tree: Tree): readonly ChecklistRow[] {
  const problems = problemsOf(tree);
  const pick = (fits: (problem: Problem) => boolean): readonly Problem[] => problems.filter(fits);
  const errors = pick(({ severity, code }) => severity === 'error' && !ENDPOINTS.has(code));
  const connections = pick(({ code }) => code === 'made-up-connection-arn');
  const endpoints = pick(({ code }) => ENDPOINTS.has(code));
  const placeholders = pick(({ code }) => code === 'placeholder');
  const leftOut = pick(({ code }) => LEFT_OUT.has(code));
  const rows: readonly ChecklistRow[] = [
    row('errors', 'stop', errors, 'No errors.', (count) => `${count === 1 ? 'One error' : `${count} errors`}: AWS would refuse this definition.`),
    row('connections', 'stop', connections, 'Every connection has an ARN of yours.', (count) => `${count === 1 ? 'One connection was' : `${count} connections were`} made here. Make ${count === 1 ? 'it' : 'them'} in EventBridge and put ${count === 1 ? 'its ARN' : 'their ARNs'} in, or the HTTP tasks fail.`),
    row('endpoints', 'stop', endpoints, 'AWS can call every endpoint.', (count) => `${count === 1 ? 'One endpoint is' : `${count} endpoints are`} one that AWS would refuse.`),
    row('placeholders', 'look', placeholders, 'Nothing is left to fill in.', (count) => `${count === 1 ? 'One ${…} is' : `${count} different \${…} are`} filled in when you deploy (SAM, CloudFormation, CDK, Terraform). Fill ${count === 1 ? 'it' : 'them'} in by hand if you paste this into the console.`),
  ];
  if (leftOut.length === 0) return rows;
  return [...rows, { id: 'left-out', state: 'info', problems: leftOut, text: 'Comments and trailing commas stay in your document and are left out of the export, since AWS takes strict JSON.' }];
}

const row = (id: ChecklistRow['id'], state: 'stop' | 'look', problems: readonly Problem[], done: string, open: (count: number) => string): ChecklistRow =>
  problems.length === 0 ? { id, state: 'done', text: done, problems } : { id, state, text: open(problems.length), problems };
