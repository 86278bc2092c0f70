import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { loadYaml } from '../asl/yaml/loadYaml.ts';
import { problemsOf } from '../checks/problems.ts';
import { suggestionsAt } from './suggestionsAt.ts';
import { accepted, atCaret, shown } from './testing/caret.ts';

const state = (body: string, language = 'JSONata'): string => `QueryLanguage: ${language}
StartAt: A
States:
  A:
${body.split('\n').map((line) => `    ${line}`).join('\n')}
  B:
    Type: Pass
    Assign: { total: 1 }
    Next: C
  C:
    Type: Task
    Resource: arn:aws:states:::sqs:sendMessage
    End: true
  D:
    Type: Succeed
`;
const path = (body: string): string => state(body, 'JSONPath');
const lambda = 'Type: Task\nResource: arn:aws:states:::lambda:invoke';
const http = 'Type: Task\nResource: arn:aws:states:::http:invoke';
const known = { input: () => ({ order: { id: 'o-1', lines: [{ sku: 'x' }] }, total: 3 }), result: () => ({ Payload: { ok: true }, StatusCode: 200 }) };

const CASES: readonly (readonly [what: string, text: string, first: string | null, never?: readonly string[]])[] = [
  ['an empty document', '¦', 'Workflow'],
  ['a machine with states', 'States:\n  A:\n    Type: Succeed\n¦', 'StartAt', ['States', 'Next']],
  ['half a machine field', 'StartAt: A\nSta¦', 'States', ['StartAt']],
  ['the language of the machine', 'QueryLanguage: ¦', 'JSONata'],
  ['a new state', state('Type: Pass\nNext: B').replace('  B:', '  ¦\n  B:'), 'Task: Lambda'],
  ['an empty state', state('¦'), 'Type', ['Next', 'Resource']],
  ['a half-typed field', state('T¦'), 'Type'],
  ['the type', state('Type: ¦'), 'Task'],
  ['the type, a letter typed', state('Type: P¦'), 'Pass'],
  ['the type in quotes', state('Type: "Ch¦"'), 'Choice'],
  ['the type in single quotes', state("Type: 'Ch¦'"), 'Choice'],
  ['a Task wants its Resource', state('Type: Task\n¦'), 'Resource', ['Parameters', 'Choices', 'Type']],
  ['a Task in JSONPath', path(`${lambda}\n¦`), 'Next', ['Arguments', 'Output', 'Resource']],
  ['a field typed between others', state('Type: Pass\nNe¦\nComment: c'), 'Next', ['Type', 'Comment']],
  ['a Choice wants its rules', state('Type: Choice\n¦'), 'Choices', ['Next', 'End', 'Retry']],
  ['a Wait wants its time', state('Type: Wait\n¦'), 'Seconds', ['SecondsPath', 'Retry']],
  ['renaming a field keeps its value', state('Type: Pass\nNe¦xt: B'), 'Next'],
  ['Next leads to what nothing leads to', state('Type: Pass\nNext: ¦'), 'B', ['Nowhere']],
  ['Next, typed, with a comment behind', state('Type: Pass\nNext: D¦ # there'), 'D'],
  ['End is true', state('Type: Pass\nEnd: ¦'), 'true', ['false']],
  ['Next in a branch stays in it', state('Type: Parallel\nBranches:\n  - StartAt: I\n    States:\n      I:\n        Type: Pass\n        Next: ¦\n      J:\n        Type: Succeed\nNext: B'), 'J', ['A', 'B', 'C']],
  ['a second branch, dashes at the margin of its list', state('Type: Parallel\nBranches:\n- StartAt: I\n  States:\n    I:\n      Type: Succeed\n- StartAt: ¦\n  States:\n    J:\n      Type: Succeed\nNext: B'), 'J', ['I', 'A']],
  ['Resource, from the document', state('Type: Task\nResource: ¦\nEnd: true'), 'arn:aws:states:::sqs:sendMessage'],
  ['Resource, typed', state('Type: Task\nResource: arn:aws:states:::lam¦\nEnd: true'), 'arn:aws:states:::lambda:invoke'],
  ['Resource, typed up to a colon', state('Type: Task\nResource: arn:aws:states:::lambda:¦\nEnd: true'), 'arn:aws:states:::lambda:invoke'],
  ['a retrier behind its dash', state(`${lambda}\nRetry:\n  - ¦\nEnd: true`), 'ErrorEquals', ['Next']],
  ['a retrier goes on', state(`${lambda}\nRetry:\n  - ErrorEquals: [States.ALL]\n    ¦\nEnd: true`), 'IntervalSeconds', ['ErrorEquals', 'Next']],
  ['errors in a list on one line', state(`${lambda}\nRetry:\n  - ErrorEquals: [¦]\nEnd: true`), 'Lambda.ServiceException', ['States.Runtime']],
  ['a second error, typed', state(`${http}\nCatch:\n  - ErrorEquals: [States.Timeout, States.Http¦]\n    Next: D\nNext: B`), 'States.Http.StatusCode.400', ['States.ALL', 'States.Timeout']],
  ['errors on lines of their own', state(`${http}\nRetry:\n  - ErrorEquals:\n      - States.Timeout\n      - ¦\nEnd: true`), 'States.Http.StatusCode.429', ['States.Timeout']],
  ['Next of a catcher', state(`${lambda}\nCatch:\n  - ErrorEquals: [States.ALL]\n    Next: ¦\nNext: B`), 'D'],
  ['a rule in JSONPath', path('Type: Choice\nChoices:\n  - ¦'), 'Variable', ['Condition', 'Output']],
  ['a second rule in JSONPath', path('Type: Choice\nChoices:\n  - Variable: $.x\n    IsNull: true\n    Next: B\n  - Variable: $.y\n    Str¦'), 'StringEquals', ['Variable']],
  ['a test in And has no Next', path('Type: Choice\nChoices:\n  - And:\n      - ¦\n    Next: B'), 'Variable', ['Next', 'Assign']],
  ['a Variable knows the input', path('Type: Choice\nChoices:\n  - Variable: $.¦'), 'order', ['States.Format']],
  ['InputPath, deep', path('Type: Pass\nInputPath: $.order.¦'), 'id', ['total']],
  ['an intrinsic function', path('Type: Pass\nParameters:\n  x.$: States.F¦'), 'States.Format'],
  ['a path in a call in single quotes', path("Type: Pass\nParameters:\n  x.$: 'States.ArrayLength(¦)'"), '$.order'],
  ['an expression, nothing typed', state('Type: Pass\nOutput: ¦'), '{% %}'],
  ['an expression in single quotes', state("Type: Pass\nOutput: '{% ¦ %}'"), '$states.input', ['$states.result']],
  ['the result of a task in double quotes', state(`${lambda}\nOutput: "{% ¦ %}"\nEnd: true`), '$states.result'],
  ['into the known input', state("Type: Pass\nOutput: '{% $states.input.order.¦ %}'"), 'id'],
  ['the parameters of Lambda', state(`${lambda}\nArguments:\n  ¦\nEnd: true`), 'FunctionName', ['FunctionName.$']],
  ['a method', state(`${http}\nArguments:\n  Method: ¦\nEnd: true`), 'GET'],
  ['a mode', state('Type: Map\nItemProcessor:\n  ProcessorConfig:\n    Mode: ¦'), 'INLINE'],
  ['behind a comment above', state('Type: Pass\n# Next: B\n¦'), 'Next'],
  ['in a comment', state('Type: Pass # ¦\nNext: B'), null],
  ['in a block text', state('Type: Pass\nComment: |\n  Ne¦\nNext: B'), null],
  ['below a member that has a value', state('Type: Pass\n  ¦\nNext: B'), null],
  ['right behind a colon', state('Type: Pass\nNext:¦'), null],
  ['in braces', state('Type: Pass\nAssign: { ¦ }\nNext: B'), null],
  ['a text for people', state('Type: Pass\nComment: ¦'), null],
];

/** As for JSON: mistakes that an accepted suggestion must never make. */
const ILLEGAL = /unknown-(?!start-at)|field-of-other-language|duplicate|next-and-end|several-waits|states-all|query-language|http-pattern|bad-(?!endpoint)|yaml/;

function illegal(text: string): readonly string[] {
  const tree = parse(text, 'yaml');
  const broken = tree.problems.filter(({ fatal }) => fatal).map((one) => ({ ...one, code: `yaml ${one.code}` }));
  const found = [...broken, ...problemsOf(tree)].filter(({ offset, length }) => length > 0 && text.slice(offset, offset + length) !== "''");
  return [...new Set(found.map(({ code }) => code))].filter((code) => ILLEGAL.test(code));
}

const sample = <T>(all: readonly T[]): readonly T[] => (all.length <= 20 ? all : all.filter((_, at) => at < 6 || at % 9 === 0));

describe('suggestionsAt in YAML', () => {
  beforeAll(async () => { await loadYaml(); });

  it.each(CASES.map(([what, text, first, never = []]) => ({ what, text, first, never })))('$what', ({ text, first, never }) => {
    const { tree, caret } = atCaret(text, 'yaml');
    const all = suggestionsAt(tree, caret, known);
    expect(shown(tree, caret, all)[0]?.label ?? null).toBe(first);
    for (const label of never) expect(all.map((one) => one.label)).not.toContain(label);
    if (/\w¦\w+:/.test(text)) return;
    const before = illegal(tree.text);
    for (const one of sample(all)) {
      const after = illegal(accepted(tree.text, one)).filter((code) => !before.includes(code));
      expect({ label: one.label, text: after.length > 0 ? accepted(tree.text, one) : '', illegal: after }).toEqual({ label: one.label, text: '', illegal: [] });
    }
  });

  it('a list of objects is written so that its items parse, whatever the indentation', () => {
    const { tree, caret } = atCaret(state(`${lambda}\nRet¦`), 'yaml');
    const [retry] = shown(tree, caret, suggestionsAt(tree, caret));
    const wide = (retry?.insert ?? '').replaceAll('\t', '    ').replaceAll('\n', '\n    ');
    const made = parse(tree.text.slice(0, caret - 3) + wide.replaceAll(/\$\{\d+:([^}]*)\}|\$\d/g, '$1') + tree.text.slice(caret), 'yaml');
    expect(made.problems.filter(({ fatal }) => fatal)).toEqual([]);
  });

  it('offers or stays silent, and never throws, at every caret of every beginning', () => {
    const text = state(`${http}\nArguments:\n  "Method": 'GET' # why\nRetry:\n- ErrorEquals: [a, "b"]\nCatch:\n  -   ErrorEquals:\n        - x\n      Next: B\nOutput: >-\n  {% 1 %}`);
    for (let end = 0; end <= text.length; end += 3) {
      const tree = parse(text.slice(0, end), 'yaml');
      for (const caret of [end, Math.floor(end / 2)]) expect(() => suggestionsAt(tree, caret, known)).not.toThrow();
    }
  });
});
