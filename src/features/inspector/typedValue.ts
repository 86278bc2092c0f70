import type { QueryLanguage } from '../../asl/names.ts';

/**
 * What stands in a field for a value: JSON, or an expression without the quotes and escapes it has in the file. In JSONata that is
 * `{% … %}`; in JSONPath it is a path or an intrinsic, which the file keeps under a name that ends in `.$`.
 */
export type Typed = { readonly kind: 'nothing' } | { readonly kind: 'json' } | { readonly kind: 'expression'; readonly text: string };

export function readTyped(text: string, language: QueryLanguage): Typed {
  const typed = text.trim();
  if (typed === '') return { kind: 'nothing' };
  const expression = language === 'JSONata' ? isJsonata(typed) : isPath(typed);
  return expression ? { kind: 'expression', text: typed } : { kind: 'json' };
}

/** Whether the person is on the way to an expression, so that the field does not call it broken JSON. */
export const looksLikeExpression = (text: string, language: QueryLanguage): boolean =>
  language === 'JSONata' ? text.trimStart().startsWith('{%') : isPath(text.trimStart());

export const isJsonata = (text: string): boolean => /^\{%[\s\S]*%\}$/.test(text);
/** A bare `${Name}` is a placeholder of a template, no path. */
export const isPath = (text: string): boolean => /^(\$(?!\{)|States\.)/.test(text);
