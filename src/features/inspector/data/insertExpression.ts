import type { QueryLanguage } from '../../../asl/names.ts';

export interface Typing {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly select: readonly [number, number];
}

export interface InsertAt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly language: QueryLanguage;
  /** The field holds one path and nothing else. */
  readonly whole: boolean;
  /** Where an expression cannot stand for all of the field: the name for its first member. */
  readonly member?: string;
}

/** How an expression goes into a field, whatever stands there already: bare, in braces, as JSON text, with the `.$` of its name. */
export function insertExpression(expression: string, at: InsertAt): Typing {
  const { text, start, end, language, whole, member } = at;
  const trimmed = text.trim();
  if (trimmed === '' && member !== undefined) return replace(0, text.length, `{\n  ${JSON.stringify(`${member}.$`)}: ${JSON.stringify(expression)}\n}`);
  if (trimmed === '' || (whole && !trimmed.startsWith('States.'))) return replace(0, text.length, language === 'JSONata' ? `{% ${expression} %}` : expression);
  if (language === 'JSONPath' && /^\$(?!\{)/.test(trimmed)) return replace(0, text.length, expression);
  if (language === 'JSONata' && trimmed.startsWith('{%')) return replace(...inside(text, 0, text.length, start, end), expression);
  if (!/^[[{"\d]/.test(trimmed) || trimmed.startsWith('States.')) return replace(start, end, expression);
  return inJson(expression, at);
}

const replace = (from: number, to: number, text: string): Typing => ({ from, to, text, select: [from + text.length, from + text.length] });

/** A place between the braces of an expression that stands from `from` to `to`. */
function inside(text: string, from: number, to: number, start: number, end: number): readonly [number, number] {
  const open = text.indexOf('{%', from) + 2;
  const closed = text.lastIndexOf('%}', to);
  const close = closed < open ? to : closed;
  const clamp = (offset: number): number => Math.max(open, Math.min(offset, close));
  if (start >= open && end <= close) return [start, end];
  // Before the blank that sets off the closing braces.
  const last = text[close - 1] === ' ' && close > open + 1 ? close - 1 : close;
  return start < open ? [clamp(open + (text[open] === ' ' ? 1 : 0)), clamp(open + (text[open] === ' ' ? 1 : 0))] : [last, last];
}

interface Quoted {
  /** Of the opening quote. */
  readonly from: number;
  /** Behind the closing quote. */
  readonly to: number;
}

/** All quoted texts of JSON, finished or not. */
function quotedIn(text: string): readonly Quoted[] {
  const found: Quoted[] = [];
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    let end = at + 1;
    while (end < text.length && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
    found.push({ from: at, to: Math.min(end + 1, text.length) });
    at = end + 1;
  }
  return found;
}

const escaped = (expression: string): string => JSON.stringify(expression).slice(1, -1);

function inJson(expression: string, { text, start, end, language }: InsertAt): Typing {
  const quoted = quotedIn(text);
  const here = quoted.find(({ from, to }) => from < start && start < to);
  if (!here) return named(text, quoted, start, replace(start, end, JSON.stringify(language === 'JSONata' ? `{% ${expression} %}` : expression)), language);
  const content = text.slice(here.from + 1, here.to - 1);
  if (language === 'JSONPath') return content.startsWith('States.') ? replace(start, end, escaped(expression)) : named(text, quoted, here.from, replace(here.from + 1, here.to - 1, escaped(expression)), language);
  if (content.trimStart().startsWith('{%')) return replace(...inside(text, here.from + 1, here.to - 1, start, end), escaped(expression));
  const [before, after] = [text.slice(here.from + 1, start), text.slice(Math.min(end, here.to - 1), here.to - 1)];
  const parts = [before && `\\"${before}\\"`, escaped(expression), after && `\\"${after}\\"`].filter((part) => part !== '');
  return replace(here.from + 1, here.to - 1, `{% ${parts.join(' & ')} %}`);
}

/** In a template of JSONPath the name of what is computed ends in `.$`. */
function named(text: string, quoted: readonly Quoted[], value: number, typing: Typing, language: QueryLanguage): Typing {
  const name = language === 'JSONPath' ? quoted.findLast(({ to }) => to <= value && /^\s*:\s*$/.test(text.slice(to, value))) : undefined;
  if (!name || text.slice(0, name.to - 1).endsWith('.$')) return typing;
  const from = name.to - 1;
  const all = `.$${text.slice(from, typing.from)}${typing.text}`;
  return { from, to: typing.to, text: all, select: [from + all.length, from + all.length] };
}
