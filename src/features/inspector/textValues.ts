import type { QueryLanguage } from '../../asl/names.ts';
import type { ValueNode } from '../../asl/tree.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import type { LineKind } from './fieldSpecs.ts';
import { isJsonata } from './typedValue.ts';

export function textOfValue(node: ValueNode | null): string {
  if (node?.kind === 'string') return node.value;
  if (node?.kind === 'number') return node.spelling;
  return node?.kind === 'literal' ? String(node.value) : '';
}

/** A number keeps the spelling it was typed in. */
export type Line = { readonly kind: 'value'; readonly value: string | null } | { readonly kind: 'number'; readonly spelling: string };

const WHOLE = /^(0|[1-9]\d{0,14})$/;
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** What a typed line means where it is not empty. `computed`: an expression may stand in its place. */
export function readLine(text: string, kind: LineKind, computed: boolean): Result<Line, string> {
  const typed = text.trim();
  const value = (one: string | null): Result<Line, string> => ok({ kind: 'value', value: one });
  if (kind === 'text') return value(text);
  if (kind === 'path') return readPath(typed);
  if (computed && isJsonata(typed)) return value(typed);
  const also = computed ? ', or an expression such as {% $states.input.seconds %}' : '';
  if (kind === 'decimal') return NUMBER.test(typed) ? ok({ kind: 'number', spelling: typed }) : err(`“${typed}” is no number. Type one such as 2 or 1.5${also}.`);
  // `3.0` is the same whole number to Step Functions, and files have it.
  return WHOLE.test(typed) || (NUMBER.test(typed) && Number.isInteger(Number(typed)) && Number(typed) >= 0)
    ? ok({ kind: 'number', spelling: typed })
    : err(`“${typed}” is no whole number. Type digits only, such as 30${also}.`);
}

function readPath(typed: string): Result<Line, string> {
  if (typed === 'null') return ok({ kind: 'value', value: null });
  if (typed.startsWith('$') || typed.startsWith('States.')) return ok({ kind: 'value', value: typed });
  return err(`“${typed}” is no path: a path begins with $, as in $.order.id. Type null for nothing at all.`);
}

/** An expression as AWS wants it: typed without its braces, it gets them. */
export function bracedExpression(typed: string): string {
  const text = typed.trim();
  return text === '' || (text.startsWith('{%') && text.endsWith('%}')) ? text : `{% ${text} %}`;
}

/** A top-level number of the workflow itself. */
export function valueOfText(text: string, kind: LineKind, language: QueryLanguage): Result<string | number | null | undefined, string> {
  if (text.trim() === '') return ok(undefined);
  const read = readLine(text, kind, language === 'JSONata');
  return read.ok ? ok(read.value.kind === 'number' ? Number(read.value.spelling) : read.value.value) : read;
}
