import { parseJson } from '../json/parseJson.ts';
import type { Command, Edit, Refusal } from '../operations.ts';
import { runCommand } from '../runCommand.ts';
import { applyEdits } from '../textEdits.ts';
import type { Json } from '../../lib/Json.ts';
import { ok, type Result } from '../../lib/Result.ts';

/** What a command makes of a text, as the store would do it. */
export function edit(text: string, command: Command): Result<{ readonly text: string; readonly edit: Edit }, Refusal> {
  const tree = parseJson(text);
  const run = runCommand(tree, command);
  return run.ok ? ok({ text: applyEdits(text, run.value.edits), edit: run.value.edit }) : run;
}

/** The text after a command that must not be refused. */
export function edited(text: string, command: Command): string {
  const result = edit(text, command);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.text;
}

/** A definition as the starters write it: two spaces, transitions last. The first state starts. */
export const machine = (states: { readonly [name: string]: Json }, more: { readonly [field: string]: Json } = {}): string =>
  `${JSON.stringify({ ...more, StartAt: Object.keys(states)[0] ?? '', States: states }, null, 2)}\n`;

export const pass = (next?: string): Json => (next === undefined ? { Type: 'Pass', End: true } : { Type: 'Pass', Next: next });
