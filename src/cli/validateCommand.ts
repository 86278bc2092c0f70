import { lineColumn } from '../asl/lines.ts';
import { createActionChecks } from '../checks/actionChecks.ts';
import type { Severity } from '../checks/problems.ts';
import { withActionProblems } from '../checks/withActionProblems.ts';
import { definitionProblems } from '../interpreter/definitionProblems.ts';
import { diskCatalog } from './diskCatalog.ts';
import type { Io } from './io.ts';
import { nameOf, readDefinition } from './readDefinition.ts';

interface Diagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

/** AWS's diagnostics under AWS's codes, and what only the studio says, the calls of services included. Exit code 1 where a file has an error. */
export async function validateCommand(io: Io, files: readonly string[], options: { readonly json?: boolean }): Promise<number> {
  const checked: { readonly file: string; readonly diagnostics: readonly Diagnostic[] }[] = [];
  for (const file of files) checked.push({ file, diagnostics: await diagnose(io, file) });
  if (options.json) io.out(`${JSON.stringify(checked, null, 2)}\n`);
  else io.out(checked.map(({ file, diagnostics }) => report(nameOf(file), diagnostics)).join(''));
  return checked.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

async function diagnose(io: Io, file: string): Promise<readonly Diagnostic[]> {
  const tree = await readDefinition(io, file);
  if (!tree.ok) return [{ severity: 'error', code: tree.error.kind, message: tree.error.message, pointer: '', line: 1, column: 1 }];
  const problems = withActionProblems(definitionProblems(tree.value), await createActionChecks(diskCatalog()).check(tree.value));
  return problems.map(({ severity, code, message, pointer, offset }) => ({ severity, code, message, pointer, ...lineColumn(tree.value.text, offset) }));
}

/** AWS repeats the whole text behind the first line of what it says about broken JSON. */
const firstLine = (message: string): string => message.split('\n', 1)[0] ?? '';

/** `file:line:column` first, as editors and terminals link it. */
function report(file: string, diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return `${file}: no problems\n`;
  return diagnostics.map(({ severity, code, message, line, column }) => `${file}:${line}:${column}: ${severity}: ${firstLine(message)} [${code}]\n`).join('');
}
