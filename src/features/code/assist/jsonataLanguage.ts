import type { Monaco } from '../monaco.ts';

export const JSONATA = 'jsonata';
const known = new WeakSet<Monaco>();

/** Colours and brackets of a bare expression. Registered once: languages stay for as long as Monaco does. */
export function registerJsonata(monaco: Monaco): void {
  if (known.has(monaco)) return;
  known.add(monaco);
  monaco.languages.register({ id: JSONATA });
  monaco.languages.setLanguageConfiguration(JSONATA, {
    comments: { blockComment: ['/*', '*/'] },
    brackets: [['(', ')'], ['[', ']'], ['{', '}']],
    autoClosingPairs: [{ open: '(', close: ')' }, { open: '[', close: ']' }, { open: '{', close: '}' }, { open: '"', close: '"', notIn: ['string'] }, { open: "'", close: "'", notIn: ['string'] }],
  });
  monaco.languages.setMonarchTokensProvider(JSONATA, {
    tokenizer: {
      root: [
        [/\/\*/, 'comment', '@comment'],
        [/"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?/, 'string.value.json'],
        [/\$\$?[\p{L}_][\p{L}\p{N}_]*|\$\$?/u, 'variable'],
        [/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number.json'],
        [/\b(?:and|or|in|true|false|null|function)\b/, 'keyword.json'],
      ],
      comment: [[/[^*]+/, 'comment'], [/\*\//, 'comment', '@pop'], [/\*/, 'comment']],
    },
  });
}
