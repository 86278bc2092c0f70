import type { QueryLanguage } from '../../asl/names.ts';
import type { ValueNode } from '../../asl/tree.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import type { FieldKind } from './fieldSpecs.ts';
import { isJsonata } from './typedValue.ts';

/** Whether a line of text can stand for what is written. */
export function fitsTextField(node: ValueNode | null, kind: FieldKind): boolean {
  if (!node || node.kind === 'string') return true;
  return kind === 'count' ? node.kind === 'number' : kind === 'path' && node.kind === 'literal' && node.value === null;
}

export function textOfValue(node: ValueNode | null): string {
  if (node?.kind === 'string') return node.value;
  if (node?.kind === 'number') return node.spelling;
  return node?.kind === 'literal' ? 'null' : '';
}

export type TextFieldValue = string | number | null | undefined;

/** What a typed line means as a value; `undefined` takes the field away. */
export function valueOfText(text: string, kind: Exclude<FieldKind, 'json'>, language: QueryLanguage): Result<TextFieldValue, string> {
  const typed = text.trim();
  if (typed === '') return ok(undefined);
  if (kind === 'text') return ok(text);
  if (kind === 'path') return readPath(typed);
  if (language === 'JSONata' && isJsonata(typed)) return ok(typed);
  const also = language === 'JSONata' ? ', or an expression such as {% $states.input.seconds %}' : '';
  return /^\d{1,15}$/.test(typed) ? ok(Number(typed)) : err(`“${typed}” is no whole number. Type digits only, such as 30${also}.`);
}

function readPath(typed: string): Result<TextFieldValue, string> {
  if (typed === 'null') return ok(null);
  if (typed.startsWith('$') || typed.startsWith('States.')) return ok(typed);
  return err(`“${typed}” is no path: a path begins with $, as in $.order.id. Type null for nothing at all.`);
}
