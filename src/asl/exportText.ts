import { err, ok, type Result } from '../lib/Result.ts';
import { rangeEnd } from './intact.ts';
import { endsLine, skipBlanks, startsLine } from './json/layout.ts';
import { parseJson } from './json/parseJson.ts';
import { lineOf } from './lines.ts';
import type { Refusal, TextEdit } from './operations.ts';
import { applyEdits } from './textEdits.ts';
import type { ParseProblem } from './tree.ts';

export interface Exported {
  readonly text: string;
  /** What was left out, and what AWS will still refuse. */
  readonly notes: readonly string[];
}

/**
 * The definition as strict JSON: comments, trailing commas and a byte order mark are cut out, every other byte stays.
 * Errors: `broken-text` naming the line, `placeholder` for a bare `${X}`, which no JSON reader takes.
 */
export function exportJson(text: string): Result<Exported, Refusal> {
  const { problems } = parseJson(text);
  const fatal = problems.find((problem) => problem.fatal);
  if (fatal) return err({ kind: 'broken-text', message: `The definition was not exported: ${fatal.message}`, offset: fatal.offset });
  const bare = problems.find((problem) => problem.code === 'placeholder');
  if (bare) {
    const what = text.slice(bare.offset, rangeEnd(bare));
    const message = `The definition was not exported: ${what} on line ${lineOf(text, bare.offset)} stands without quotation marks, which is not JSON. Put it in quotation marks or write the value.`;
    return err({ kind: 'placeholder', message, offset: bare.offset });
  }
  const comments = problems.filter((problem) => problem.code === 'comment');
  const commas = problems.filter((problem) => problem.code === 'trailing-comma');
  const controls = problems.filter((problem) => problem.code === 'control-character');
  const cuts = [...problems.filter(isCut).flatMap((problem) => cutOf(text, problem)), ...controls.flatMap((problem) => escapes(text, problem))];
  return ok({ text: applyEdits(text, merged(cuts)), notes: notesOn(text, comments, commas, controls) });
}

const isCut = ({ code }: ParseProblem): boolean => code === 'comment' || code === 'trailing-comma' || code === 'byte-order-mark';

/** A comment goes with its line when that holds nothing else, with the blanks behind it when it begins one, else with those before it. */
function cutOf(text: string, problem: ParseProblem): TextEdit[] {
  let start = problem.offset;
  let end = rangeEnd(problem);
  if (problem.code === 'comment') {
    const mark = text.startsWith('\ufeff') ? 1 : 0;
    const begins = startsLine(text, start) || start === mark;
    if (begins) end = skipBlanks(text, end);
    if (!begins || endsLine(text, end)) while (start > mark && /[ \t]/.test(text[start - 1] ?? '')) start -= 1;
    if (begins && endsLine(text, end)) end += text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0;
  }
  return [{ offset: start, length: end - start, text: '' }];
}

/** A raw tab in a text becomes `\t`: the value stays the same. */
function escapes(text: string, { offset, length }: ParseProblem): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = offset; at < offset + length; at += 1) {
    const character = text[at] ?? '';
    if (character < ' ') edits.push({ offset: at, length: 1, text: JSON.stringify(character).slice(1, -1) });
  }
  return edits;
}

/** Two comments on one line both claim the blanks between them. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.offset - b.offset)) {
    const last = joined.at(-1);
    if (!last || edit.offset > last.offset + last.length) {
      joined.push(edit);
      continue;
    }
    const end = Math.max(last.offset + last.length, edit.offset + edit.length);
    joined[joined.length - 1] = { offset: last.offset, length: end - last.offset, text: last.text + edit.text };
  }
  return joined;
}

function notesOn(text: string, comments: readonly ParseProblem[], commas: readonly ParseProblem[], controls: readonly ParseProblem[]): readonly string[] {
  const on = (problems: readonly ParseProblem[]): string => {
    const lines = [...new Set(problems.map((problem) => lineOf(text, problem.offset)))];
    return `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ' …' : ''}`;
  };
  const notes: string[] = [];
  if (comments.length > 0) notes.push(`${comments.length === 1 ? 'A comment was' : `${comments.length} comments were`} left out, since AWS takes strict JSON (${on(comments)}).`);
  if (commas.length > 0) notes.push(`${commas.length === 1 ? 'A trailing comma was' : `${commas.length} trailing commas were`} left out (${on(commas)}).`);
  if (controls.length > 0) notes.push(`Raw control characters in texts were written as escapes (${on(controls)}).`);
  return notes;
}
