import type { StateId } from '../asl/names.ts';
import { lineOf } from '../asl/lines.ts';
import { findState } from '../asl/states.ts';
import { runCommand } from '../asl/runCommand.ts';
import { applyEdits } from '../asl/textEdits.ts';
import { conversionOf, convertToJsonata, type Conversion } from '../refactor/jsonata/convertToJsonata.ts';
import { CannotRead, type Io } from './io.ts';
import { nameOf, readDefinition } from './readDefinition.ts';

export interface ToJsonataOptions {
  /** Names of states; absent: all. */
  readonly state?: readonly string[];
}

/** Prints the definition with its JSONPath states as JSONata; what stays and what to look at goes to standard error. Exit code 1 where a state stays. */
export async function toJsonataCommand(io: Io, file: string, { state: names }: ToJsonataOptions): Promise<number> {
  const read = await readDefinition(io, file);
  const fatal = read.ok ? read.value.problems.find((problem) => problem.fatal) : undefined;
  if (read.ok && read.value.text.trim() === '') {
    io.err(`${nameOf(file)}: it is empty.\n`);
    return 1;
  }
  if (!read.ok || fatal) {
    io.err(`${nameOf(file)}${fatal && read.ok ? `:${lineOf(read.value.text, fatal.offset)}` : ''}: ${read.ok ? (fatal?.message ?? '') : read.error.message}\n`);
    return 1;
  }
  const tree = read.value;
  const ids = names?.map((name) => {
    const found = findState(tree, name as StateId);
    if (!found) throw new CannotRead(`${nameOf(file)} has no state ${JSON.stringify(name)}.`);
    return found.id;
  });
  const conversion = conversionOf(tree, ids ?? null);
  const made = runCommand(tree, convertToJsonata(ids ?? null));
  io.out(made.ok ? applyEdits(tree.text, made.value.edits) : tree.text);
  io.err(report(nameOf(file), tree.text, conversion));
  return conversion.states.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

/** `file:line` first, as editors and terminals link it. */
function report(file: string, text: string, { states, wholeMachine }: Conversion): string {
  const lines = states.flatMap(({ entry, problems, remarks }) => {
    const place = `${file}:${lineOf(text, entry.member.offset)}: ${JSON.stringify(entry.name)}`;
    if (problems.length > 0) return problems.map(({ field, reason, nextStep }) => `${place} stays JSONPath: ${field}: ${reason} ${nextStep}\n`);
    return remarks.map((remark) => `${place}: ${remark}\n`);
  });
  const done = states.filter(({ problems }) => problems.length === 0).length;
  const language = wholeMachine ? ' JSONata is the language of the workflow now.' : '';
  return `${lines.join('')}${file}: ${done} of ${states.length} JSONPath ${states.length === 1 ? 'state' : 'states'} converted.${language}\n`;
}
