import { describe, expect, it } from 'vitest';
import { backspaceEdit, type CodeEdit, enterEdit, indentEdit, pairEdit } from './codeKeys.ts';

/** `|` marks the caret, or both ends of the selection. */
function at(marked: string): { readonly text: string; readonly from: number; readonly to: number } {
  const from = marked.indexOf('|');
  const rest = marked.slice(0, from) + marked.slice(from + 1);
  const second = rest.indexOf('|');
  return second === -1 ? { text: rest, from, to: from } : { text: rest.slice(0, second) + rest.slice(second + 1), from, to: second };
}

function after(text: string, edit: CodeEdit): string {
  const result = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  const [from, to] = edit.select;
  return from === to ? `${result.slice(0, from)}|${result.slice(from)}` : `${result.slice(0, from)}|${result.slice(from, to)}|${result.slice(to)}`;
}

describe('keys in a code field', () => {
  it.each([
    { what: 'keeps the indentation', before: '  "a": 1,|', then: '  "a": 1,\n  |' },
    { what: 'goes deeper after a bracket', before: '{|', then: '{\n  |' },
    { what: 'opens a block between brackets', before: '  {|}', then: '  {\n    |\n  }' },
  ])('Enter $what', ({ before, then }) => {
    const { text, from, to } = at(before);
    expect(after(text, enterEdit(text, from, to))).toBe(then);
  });

  it.each([
    { key: '{', before: '|', then: '{|}' },
    { key: '"', before: '{|}', then: '{"|"}' },
    { key: '"', before: '|word|', then: '"|word|"' },
    { key: '}', before: '{|}', then: '{}|' },
    { key: '"', before: '"a|"', then: '"a"|' },
  ])('$key turns $before into $then', ({ key, before, then }) => {
    const { text, from, to } = at(before);
    const edit = pairEdit(text, from, to, key);
    expect(edit && after(text, edit)).toBe(then);
  });

  it('brings no second quote inside a word', () => {
    expect(pairEdit('"abc', 4, 4, '"')).toBeNull();
    expect(pairEdit('x', 0, 0, '{')).toBeNull();
  });

  it('Backspace takes an empty pair at once', () => {
    const { text, from, to } = at('[|]');
    const edit = backspaceEdit(text, from, to);
    expect(edit && after(text, edit)).toBe('|');
    expect(backspaceEdit('[1]', 1, 1)).toBeNull();
  });

  it('indents and outdents whole lines', () => {
    const { text, from, to } = at('a\n|b\nc|\nd');
    const edit = indentEdit(text, from, to, 1);
    expect(after(text, edit)).toBe('a\n  |b\n  c|\nd');
    const back = at('  |b\n c|');
    expect(after(back.text, indentEdit(back.text, back.from, back.to, -1))).toBe('|b\nc|');
  });
});
