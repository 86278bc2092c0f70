import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { problemsOf } from '../checks/problems.ts';
import { suggestionsAt } from './suggestionsAt.ts';
import { accepted, atCaret, shown } from './testing/caret.ts';

const state = (body: string, language = 'JSONata'): string => `{
  "QueryLanguage": "${language}",
  "StartAt": "A",
  "States": {
    "A": { ${body} },
    "B": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "C" },
    "C": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true },
    "D": { "Type": "Succeed" }
  }
}`;
const path = (body: string): string => state(body, 'JSONPath');
const lambda = '"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke"';
const http = '"Type": "Task", "Resource": "arn:aws:states:::http:invoke"';

const known = { input: () => ({ order: { id: 'o-1', lines: [{ sku: 'x' }] }, total: 3 }), result: () => ({ Payload: { ok: true }, StatusCode: 200 }) };

/** What, the document, what comes first, and where it matters what must not be there. */
const CASES: readonly (readonly [what: string, text: string, first: string | null, never?: readonly string[]])[] = [
  ['an empty document', '¦', 'Workflow'],
  ['an empty machine', '{ ¦ }', 'StartAt', ['Type', 'Next']],
  ['a machine with states', '{ "States": {}, "¦" }', 'StartAt', ['States']],
  ['half a machine field', '{ "StartAt": "A", "Sta¦ }', 'States', ['StartAt']],
  ['a machine field without quotes', '{ "StartAt": "A", Com¦ }', 'Comment'],
  ['the language of the machine', '{ "QueryLanguage": "¦" }', 'JSONata'],
  ['an empty States block', '{ "States": { ¦ } }', 'Task: Lambda'],
  ['a new state, typed', '{ "States": { "Choi¦ } }', 'Choice state'],
  ['an empty state', state('¦'), 'Type', ['Next', 'Resource']],
  ['a half-typed field of a state without type', state('"T¦"'), 'Type'],
  ['the type, quotes typed', state('"Type": "¦"'), 'Task'],
  ['the type, nothing typed', state('"Type": ¦'), 'Task'],
  ['the type, a letter typed', state('"Type": "P¦"'), 'Pass'],
  ['the type, typed without quotes', state('"Type": Ch¦'), 'Choice'],
  ['a Task wants its Resource', state('"Type": "Task", "¦"'), 'Resource', ['Parameters', 'ResultPath', 'Choices', 'Type', 'InputPath']],
  ['a Task in JSONPath', path(`${lambda}, "¦"`), 'Next', ['Arguments', 'Output', 'Resource', 'Items']],
  ['a Task in JSONata', state(`${lambda}, "¦"`), 'Next', ['Parameters', 'ResultSelector', 'TimeoutSecondsPath']],
  ['a Task that ends has no Next', state(`${lambda}, "End": true, "¦"`), 'Arguments', ['Next', 'End']],
  ['a timeout excludes its path', path(`${lambda}, "TimeoutSeconds": 3, "TimeoutS¦"`), null, ['TimeoutSecondsPath', 'TimeoutSeconds']],
  ['a Choice wants its rules', state('"Type": "Choice", ¦'), 'Choices', ['Next', 'End', 'Retry', 'Catch']],
  ['a Choice with rules wants a Default', state('"Type": "Choice", "Choices": [], "¦"'), 'Default', ['Next']],
  ['a Wait wants its time', state('"Type": "Wait", "¦"'), 'Seconds', ['SecondsPath', 'TimestampPath', 'Retry']],
  ['a Wait with seconds takes no time', path('"Type": "Wait", "Seconds": 1, "¦"'), 'Next', ['Timestamp', 'SecondsPath', 'TimestampPath']],
  ['a Pass in JSONata', state('"Type": "Pass", "¦"'), 'Next', ['Result', 'Parameters', 'Retry', 'Arguments']],
  ['a Pass in JSONPath', path('"Type": "Pass", "Res¦"'), 'Result', ['Output']],
  ['a Succeed goes nowhere', state('"Type": "Succeed", "¦"'), 'Output', ['Next', 'End', 'Assign', 'Retry']],
  ['a Fail says why', state('"Type": "Fail", "¦"'), 'Error', ['Next', 'ErrorPath', 'Output', 'Retry']],
  ['a Fail in JSONPath', path('"Type": "Fail", "Error": "x", "¦"'), 'Cause', ['ErrorPath', 'InputPath', 'Error']],
  ['a Map wants its processor', state('"Type": "Map", "¦"'), 'ItemProcessor', ['Iterator', 'ItemReader', 'Parameters']],
  ['a distributed Map may read', state('"Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" } }, "ItemR¦"'), 'ItemReader'],
  ['a Parallel wants its branches', state('"Type": "Parallel", "¦"'), 'Branches', ['Resource', 'Items']],
  ['a field before others wants a comma', state('"¦" "Type": "Pass"'), 'Next'],
  ['a field behind one without comma', state('"Type": "Pass" ¦'), 'Next'],
  ['renaming a field keeps its value', state('"Type": "Pass", "Ne¦xt": "B"'), 'Next'],
  ['Next leads to what nothing leads to', state('"Type": "Pass", "Next": "¦"'), 'B', ['Nowhere']],
  ['Next without quotes', state('"Type": "Pass", "Next": ¦'), 'B'],
  ['Next, typed', state('"Type": "Pass", "Next": "D¦"'), 'D'],
  ['Next, its quote not closed', state('"Type": "Pass", "Next": "C¦\n'), 'C'],
  ['End is true', state('"Type": "Pass", "End": ¦'), 'true', ['false']],
  ['StartAt', '{ "StartAt": "¦", "States": { "X": { "Type": "Succeed" }, "Y": { "Type": "Pass", "Next": "X" } } }', 'Y'],
  ['StartAt of a branch sees only the branch', state('"Type": "Parallel", "Branches": [{ "StartAt": "¦", "States": { "In": { "Type": "Pass", "End": true } } }], "Next": "B"'), 'In', ['A', 'B']],
  ['Next in a branch stays in it', state('"Type": "Parallel", "Branches": [{ "StartAt": "I", "States": { "I": { "Type": "Pass", "Next": "¦" }, "J": { "Type": "Succeed" } } }], "Next": "B"'), 'J', ['A', 'B', 'C']],
  ['Default of a Choice', state('"Type": "Choice", "Choices": [], "Default": "¦"'), 'B'],
  ['Next of a catcher', state(`${lambda}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "¦" }], "Next": "B"`), 'D'],
  ['Resource, from the document', state('"Type": "Task", "Resource": "¦", "End": true'), 'arn:aws:states:::sqs:sendMessage'],
  ['Resource, typed', state('"Type": "Task", "Resource": "arn:aws:states:::lam¦", "End": true'), 'arn:aws:states:::lambda:invoke'],
  ['Resource of a reader', state('"Type": "Map", "ItemReader": { "Resource": "¦" }'), 'arn:aws:states:::s3:getObject', ['arn:aws:states:::lambda:invoke']],
  ['the errors of a Lambda retrier', state(`${lambda}, "Retry": [{ "ErrorEquals": ["¦"] }], "End": true`), 'Lambda.ServiceException', ['States.Runtime']],
  ['the errors of an HTTP retrier', state(`${http}, "Retry": [{ "ErrorEquals": ["¦"] }], "End": true`), 'States.Http.StatusCode.429', ['Lambda.ServiceException']],
  ['the errors of a catcher', state(`${http}, "Catch": [{ "ErrorEquals": ["¦"], "Next": "D" }], "Next": "B"`), 'States.ALL', ['States.Runtime']],
  ['a second error excludes States.ALL', state(`${http}, "Catch": [{ "ErrorEquals": ["States.Timeout", "¦"], "Next": "D" }], "Next": "B"`), 'States.Http.StatusCode.400', ['States.ALL', 'States.Timeout']],
  ['a retrier', state(`${lambda}, "Retry": [{ ¦ }], "End": true`), 'ErrorEquals', ['Next']],
  ['a retrier goes on', state(`${lambda}, "Retry": [{ "ErrorEquals": ["States.ALL"], "¦" }], "End": true`), 'IntervalSeconds', ['ErrorEquals', 'Next']],
  ['a catcher in JSONPath', path(`${lambda}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "D", "¦" }], "End": true`), 'ResultPath', ['Output', 'IntervalSeconds']],
  ['a catcher in JSONata', state(`${lambda}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "D", "¦" }], "End": true`), 'Output', ['ResultPath']],
  ['a new catcher', state(`${lambda}, "Catch": [¦], "End": true`), 'Catcher'],
  ['a jitter strategy', state(`${lambda}, "Retry": [{ "JitterStrategy": "¦" }], "End": true`), 'FULL'],
  ['a rule in JSONPath', path('"Type": "Choice", "Choices": [{ ¦ }]'), 'Variable', ['Condition', 'Output']],
  ['a rule in JSONata', state('"Type": "Choice", "Choices": [{ ¦ }]'), 'Condition', ['Variable', 'StringEquals', 'And']],
  ['an operator', path('"Type": "Choice", "Choices": [{ "Variable": "$.x", "¦" }]'), 'StringEquals', ['And', 'Variable', 'Condition']],
  ['an operator, typed', path('"Type": "Choice", "Choices": [{ "Variable": "$.x", "NumericGr¦" }]'), 'NumericGreaterThan'],
  ['an operator with a path', path('"Type": "Choice", "Choices": [{ "Variable": "$.x", "TimestampEqualsP¦" }]'), 'TimestampEqualsPath'],
  ['one operator is enough', path('"Type": "Choice", "Choices": [{ "Variable": "$.x", "IsNull": true, "¦" }]'), 'Next', ['StringEquals', 'Or']],
  ['a test in And has no Next', path('"Type": "Choice", "Choices": [{ "And": [{ ¦ }], "Next": "B" }]'), 'Variable', ['Next', 'Assign']],
  ['the value of IsPresent', path('"Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": ¦ }]'), 'true'],
  ['a Variable knows the input', path('"Type": "Choice", "Choices": [{ "Variable": "$.¦" }]'), 'order', ['States.Format']],
  ['InputPath, nothing typed', path('"Type": "Pass", "InputPath": "¦"'), '$.order', ['States.Format']],
  ['InputPath, deep', path('"Type": "Pass", "InputPath": "$.order.¦"'), 'id', ['total']],
  ['into the items of a list', path('"Type": "Pass", "InputPath": "$.order.lines[0].¦"'), 'sku'],
  ['ResultPath takes no context', path(`${lambda}, "ResultPath": "¦", "Next": "B"`), '$.order', ['$$.Execution.Id', '$total', 'States.UUID']],
  ['the context object', path('"Type": "Pass", "OutputPath": "$$.¦"'), 'Execution', ['Map', 'Task']],
  ['the execution', path('"Type": "Pass", "Parameters": { "id.$": "$$.Execution.¦" }'), 'Id'],
  ['an intrinsic function', path('"Type": "Pass", "Parameters": { "x.$": "States.F¦" }'), 'States.Format'],
  ['a path in a call', path('"Type": "Pass", "Parameters": { "x.$": "States.ArrayLength(¦)" }'), '$.order'],
  ['nothing inside a text of a call', path('"Type": "Pass", "Parameters": { "x.$": "States.Format(\'a ¦" }'), null],
  ['a fixed text is nobody’s business', path('"Type": "Pass", "Parameters": { "x": "¦" }'), null],
  ['a cause takes few functions', path('"Type": "Fail", "CausePath": "States.¦"'), 'States.Format', ['States.MathAdd', 'States.Array']],
  ['the result, where it is picked', path(`${lambda}, "ResultSelector": { "x.$": "$.¦" }, "Next": "B"`), 'Payload', ['order']],
  ['a variable', path('"Type": "Pass", "InputPath": "$to¦"'), '$total'],
  ['the item in an ItemSelector', path('"Type": "Map", "ItemSelector": { "x.$": "$$.Map.¦" }, "End": true'), 'Item'],
  ['an expression, nothing typed', state('"Type": "Pass", "Output": "¦"'), '{% %}'],
  ['an expression begins', state('"Type": "Pass", "Output": "{% ¦ %}"'), '$states.input', ['$states.result', '$eval', '$states.errorOutput']],
  ['the result of a task', state(`${lambda}, "Output": "{% ¦ %}", "End": true`), '$states.result'],
  ['no result in Arguments', state(`${lambda}, "Arguments": "{% $states.¦ %}", "End": true`), 'input', ['result', 'errorOutput']],
  ['the error in a catcher', state(`${lambda}, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "D", "Output": "{% $states.¦ %}" }], "End": true`), 'errorOutput', ['result']],
  ['into the known input', state('"Type": "Pass", "Output": "{% $states.input.order.¦ %}"'), 'id'],
  ['half a function of AWS', state('"Type": "Pass", "Output": "{% $uu¦ %}"'), '$uuid', ['$eval']],
  ['a variable in an expression', state('"Type": "Pass", "Output": "{% 1 + $to¦ %}"'), '$total'],
  ['the context in an expression', state('"Type": "Pass", "Output": "{% $states.context.State.¦ %}"'), 'Name'],
  ['nothing inside a text of an expression', state('"Type": "Pass", "Output": "{% \'a $¦ %}"'), null],
  ['nothing behind a value', state('"Type": "Pass", "Output": "{% $states.input ¦ %}"'), null],
  ['a condition', state('"Type": "Choice", "Choices": [{ "Condition": "{% $states.input.¦ %}" }]'), 'order'],
  ['the parameters of Lambda', state(`${lambda}, "Arguments": { "¦" }, "End": true`), 'FunctionName', ['FunctionName.$']],
  ['the parameters of HTTP', path(`${http}, "Parameters": { "Method": "GET", ¦ }, "End": true`), 'ApiEndpoint', ['Method']],
  ['a method', state(`${http}, "Arguments": { "Method": "¦" }, "End": true`), 'GET'],
  ['inside a connection', state(`${http}, "Arguments": { "InvocationConfig": { ¦ } }, "End": true`), 'ConnectionArn'],
  ['a mode', state('"Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "¦" } }'), 'INLINE'],
  ['a comment in the text', state('"Type": "Pass", // ¦\n "Next": "B"'), null],
  ['behind a text', state('"Type": "Pass"¦, "Next": "B"'), null],
  ['a text for people', state('"Type": "Pass", "Comment": "¦"'), null],
  ['a fixed result', path('"Type": "Pass", "Result": { "¦" }'), null],
];

/** Mistakes that an accepted suggestion must never make; what is only not finished yet is another matter. */
const ILLEGAL = /unknown-(?!start-at)|field-of-other-language|duplicate|next-and-end|several-waits|states-all|query-language|http-pattern|bad-(?!endpoint)|missing-comma|extra-comma|unclosed/;

/** A name that is still empty is not wrong, only unfinished. */
function illegal(text: string): readonly string[] {
  const tree = parse(text, 'json');
  const found = [...tree.problems.filter(({ fatal }) => fatal), ...problemsOf(tree)].filter(({ offset, length }) => text.slice(offset, offset + length) !== '""');
  return [...new Set(found.map(({ code }) => code))].filter((code) => ILLEGAL.test(code));
}

/** Functions and paths are of one kind: each tells as much as the next. */
const sample = <T>(all: readonly T[]): readonly T[] => (all.length <= 24 ? all : all.filter((_, at) => at < 8 || at % 7 === 0));

describe('suggestionsAt', () => {
  it.each(CASES.map(([what, text, first, never = []]) => ({ what, text, first, never })))('$what', ({ text, first, never }) => {
    const { tree, caret } = atCaret(text);
    const all = suggestionsAt(tree, caret, known);
    expect(shown(tree, caret, all)[0]?.label ?? null).toBe(first);
    for (const label of never) expect(all.map((one) => one.label)).not.toContain(label);
    // A new name over an old value: the value is the person's.
    if (/"\w+¦\w+":/.test(text)) return;
    const before = illegal(tree.text);
    for (const one of sample(all)) {
      const after = illegal(accepted(tree.text, one)).filter((code) => !before.includes(code));
      expect({ label: one.label, illegal: after }).toEqual({ label: one.label, illegal: [] });
    }
  });
});
