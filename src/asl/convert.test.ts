import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, exportAsJson } from './convert.ts';
import { parseJson } from './json/parseJson.ts';
import { documentFrom } from './testing/documents.ts';
import { yamlDocumentFrom } from './testing/yamlDocuments.ts';
import { toJson } from './toJson.ts';
import type { Tree } from './tree.ts';
import { parseYaml } from './yaml/parseYaml.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 100);

function converted(tree: Tree) {
  const result = convert(tree, tree.format === 'json' ? 'yaml' : 'json');
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const keysIn = (json: unknown): string => JSON.stringify(json);

describe('convert', () => {
  it('says what JSON cannot hold before it is lost', () => {
    const { text, notes } = converted(parseYaml('# Orders\nStartAt: &a A # first\nStates:\n  A:\n    Type: Task\n    Resource: !GetAtt Fn.Arn\n    Comment: |\n      # no comment\n      two\n    Next: *a\n'));
    expect(text).toBe('{\n  "StartAt": "A",\n  "States": {\n    "A": {\n      "Type": "Task",\n      "Resource": "${Fn.Arn}",\n      "Comment": "# no comment\\ntwo\\n",\n      "Next": "A"\n    }\n  }\n}\n');
    expect(notes).toEqual([
      '2 comments are left out (lines 1, 2).',
      'Short forms of CloudFormation such as !GetAtt become texts like ${Name} (line 6).',
      'What aliases and merge keys repeat is written out in every place (line 10).',
      'Texts over several lines become one line each, with \\n in them (line 7).',
    ]);
  });

  it('writes YAML as people do', () => {
    expect(converted(parseJson('{"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x": "{% $a & \\"b\\" %}", "y": "yes", "n": 1.0}, "List": [1, {"a": []}], "Long": "{%\\n  1\\n%}", "End": true}}}')).text).toBe(
      'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Assign:\n      x: \'{% $a & "b" %}\'\n      "y": "yes"\n      "n": 1.0\n    List:\n      - 1\n      - a: []\n    Long: |-\n      {%\n        1\n      %}\n    End: true\n',
    );
  });

  it('keeps values, order and spelling of numbers both ways', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const yaml = parseYaml(yamlDocumentFrom(g).text);
        expect(keysIn(toJson(parseJson(converted(yaml).text).root!))).toBe(keysIn(toJson(yaml.root!)));
        const json = parseJson(documentFrom(g).text);
        const there = parseYaml(converted(json).text);
        expect(there.problems.filter(({ fatal }) => fatal), there.text).toEqual([]);
        expect(keysIn(toJson(there.root!)), there.text).toBe(keysIn(toJson(json.root!)));
      }),
      { numRuns },
    );
  }, 600_000);

  it('exports strict JSON from YAML, and refuses what cannot be read with its line', () => {
    const exported = exportAsJson(parseYaml('a: 0x1F\nb: 1.0\nc: .5\n'));
    expect(exported.ok && exported.value.text).toBe('{\n  "a": 31,\n  "b": 1.0,\n  "c": 0.5\n}\n');
    expect(exportAsJson(parseYaml('a: *b\n'))).toMatchObject({ ok: false, error: { kind: 'broken-text', message: expect.stringContaining('line 1') } });
  });
});
