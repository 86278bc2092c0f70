import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse as libraryParse } from 'yaml';
import { toJson } from '../toJson.ts';
import { yamlDocumentFrom } from '../testing/yamlDocuments.ts';
import { MAX_DEPTH, parseYaml } from './parseYaml.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 200);
const read = (text: string) => {
  const { root, problems } = parseYaml(text);
  return { json: root && toJson(root), codes: problems.map(({ code }) => code) };
};

describe('parseYaml', () => {
  it.each<{ what: string; text: string; json: unknown; codes: readonly string[] }>([
    { what: 'words that YAML 1.1 takes for something else as texts', text: 'a: yes\nb: 2024-01-01\nc: 12:30\n', json: { a: 'yes', b: '2024-01-01', c: '12:30' }, codes: [] },
    { what: 'what a document says it is', text: '%YAML 1.1\n---\na: yes\n', json: { a: true }, codes: [] },
    { what: 'names that are no texts', text: '1: a\ntrue: b\n1.0: c\nnull: d\n', json: { 1: 'a', true: 'b', '1.0': 'c', null: 'd' }, codes: [] },
    { what: 'names that JavaScript minds', text: '__proto__:\n  x: 1\nconstructor: 2\n', json: JSON.parse('{"__proto__":{"x":1},"constructor":2}'), codes: [] },
    { what: 'the last of two names', text: 'a: 1\na: 2\n', json: { a: 2 }, codes: ['duplicate-key'] },
    { what: 'placeholders, bare, in texts and in lists', text: 'a: ${A}\nb: "x${B}"\nc: [${C}, {d: ${D::E}}]\n', json: { a: '${A}', b: 'x${B}', c: ['${C}', { d: '${D::E}' }] }, codes: [] },
    { what: 'CloudFormation\'s short forms', text: 'a: !Ref X\nb: !GetAtt X.Arn\nc: !Sub "x${Y}"\nd: !If [A, b, c]\ne: !GetAtt [X, Arn]\n', json: { a: '${X}', b: '${X.Arn}', c: 'x${Y}', d: '${If}', e: '${X.Arn}' }, codes: ['placeholder', 'placeholder', 'placeholder', 'placeholder'] },
    { what: 'tags that nobody knows', text: 'a: !Foo x\n', json: { a: '${Foo x}' }, codes: ['unknown-tag'] },
    { what: 'aliases', text: 'a: &x [1]\nb: *x\n', json: { a: [1], b: [1] }, codes: [] },
    { what: 'merge keys, with what the object says first', text: 'a: &x {b: 1, c: 2}\nd:\n  c: 3\n  <<: *x\n', json: { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }, codes: [] },
    { what: 'several merged objects', text: 'a: &x {b: 1}\nc: &y {b: 2, d: 4}\ne:\n  <<: [*x, *y]\n', json: { a: { b: 1 }, c: { b: 2, d: 4 }, e: { b: 1, d: 4 } }, codes: [] },
    { what: 'an alias without its anchor', text: 'a: *x\n', json: { a: null }, codes: ['alias-unknown'] },
    { what: 'an alias of what it stands in', text: 'a: &x\n  b: *x\n', json: { a: { b: null } }, codes: ['alias-cycle'] },
    { what: 'several documents', text: 'a: 1\n---\nb: 2\n', json: { a: 1 }, codes: ['several-documents'] },
    { what: 'nothing', text: '# only\n', json: null, codes: ['empty'] },
    { what: 'a number that JSON cannot hold', text: 'a: .nan\n', json: { a: null }, codes: ['bad-number'] },
    { what: 'a name that is no single text', text: '? [a]\n: 1\nb: 2\n', json: { b: 2 }, codes: ['bad-key'] },
    { what: 'a tab where a blank should be', text: 'a:\n\tb: 1\n', json: { a: null, b: 1 }, codes: ['tab-indent'] },
    { what: 'a byte order mark', text: '\ufeffa:\n  - b: 1\n', json: { a: [{ b: 1 }] }, codes: [] },
  ])('reads $what', ({ text, json, codes }) => {
    expect(read(text)).toEqual({ json, codes });
    for (const { message } of parseYaml(text).problems) expect(message).toMatch(/\.$/);
  });

  it('keeps the spelling of numbers', () => {
    const { root } = parseYaml('a: [1.0, 1e3, 12345678901234567890, 0x1F]\n');
    expect(JSON.stringify(root)).toContain('"spelling":"1.0"');
    expect(JSON.stringify(root)).toContain('"spelling":"12345678901234567890"');
  });

  it('refuses a bomb of aliases in a sentence, in no time and with the rest of the text', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 10; level += 1) lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
    const { root, problems } = parseYaml(`${lines.join('\n')}\n`);
    expect(problems.map(({ code }) => code)).toEqual(['alias-bomb']);
    expect(root?.kind === 'object' && root.members.length).toBe(10);
  });

  it.each(['['.repeat(20_000), '{a: '.repeat(5_000), '- '.repeat(3_000), Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')])('A1: says that a text nests deeper than it reads', (text) => {
    expect(parseYaml(text).problems.some(({ code, message }) => code === 'too-deep' && message.includes(String(MAX_DEPTH)))).toBe(true);
  });

  it('A1: never throws, whatever the text, and never answers an empty definition without a reason', () => {
    const pieces = fc.constantFrom('a', ': ', '\n', '- ', '  ', '&x ', '*x', '!Ref ', '|\n', '>', '"', "'", '{', '}', '[', ']', ',', '#', '---\n', '...', '%YAML', '${X}', '\t', '<<: ', '? ', '\r\n', '\u0000', '\ud800', '1', '~', '\\', '`', '@');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const { root, problems } = parseYaml(text);
        if (root === null) expect(problems).not.toEqual([]);
        for (const { offset, length, message } of problems) {
          expect(offset >= 0 && offset + length <= text.length).toBe(true);
          expect(message).toMatch(/\.$/);
        }
      }),
      { numRuns: numRuns * 5 },
    );
  }, 600_000);

  it('says what the library says, for documents that both read', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { text } = yamlDocumentFrom(g);
        if (/!(?:Ref|GetAtt)|\$\{|\ufeff|0x1F|12345678901234567890|\? |(?:^|\s)(?:null|~):/m.test(text)) return;
        const { root } = parseYaml(text);
        expect(JSON.stringify(toJson(root!))).toBe(JSON.stringify(libraryParse(text, { uniqueKeys: false, logLevel: 'silent', version: '1.2' })));
      }),
      { numRuns },
    );
  }, 600_000);

  const corpus = '../shared/corpus';
  const files = existsSync(corpus) ? readdirSync(corpus).filter((file) => file.endsWith('.yaml')) : [];
  it.skipIf(files.length === 0)('reads real definitions without a fatal problem, and as the library does (skipped where the corpus is not beside the repository)', () => {
    for (const file of files) {
      const text = readFileSync(`${corpus}/${file}`, 'utf8');
      const { root, problems } = parseYaml(text);
      expect(problems.filter(({ fatal }) => fatal), file).toEqual([]);
      if (!text.includes('${')) expect(toJson(root!), file).toEqual(libraryParse(text, { uniqueKeys: false, logLevel: 'silent' }));
    }
  });
});
