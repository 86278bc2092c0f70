import { beforeAll, describe, expect, it } from 'vitest';
import { parseJson } from '../../asl/json/parseJson.ts';
import type { StateId } from '../../asl/names.ts';
import { parse } from '../../asl/parse.ts';
import { runCommand } from '../../asl/runCommand.ts';
import { indexStates } from '../../asl/states.ts';
import { edit, edited, machine } from '../../asl/testing/edit.ts';
import { applyEdits } from '../../asl/textEdits.ts';
import { toJson } from '../../asl/toJson.ts';
import { loadYaml } from '../../asl/yaml/loadYaml.ts';
import type { Json, JsonObject } from '../../lib/Json.ts';
import { conversionOf, convertToJsonata } from './convertToJsonata.ts';

beforeAll(loadYaml);

const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };

/** The state that a state becomes, in a workflow that becomes JSONata. */
function converted(state: JsonObject): Json {
  const after = parseJson(edited(machine({ A: state }), convertToJsonata(null)));
  const [entry] = indexStates(after).all;
  return entry ? toJson(entry.node) : null;
}

const problems = (state: JsonObject): readonly string[] => conversionOf(parseJson(machine({ A: state })), null).states.flatMap((report) => report.problems.map(({ field, reason }) => `${field}: ${reason}`));

describe('convertToJsonata', () => {
  it.each<readonly [string, JsonObject, JsonObject]>([
    ['Parameters', { ...task, Parameters: { 'a.$': '$.x', b: 1, c: [{ 'd.$': '$$.Task.Token' }] } }, { ...task, Arguments: { a: '{% $states.input.x %}', b: 1, c: [{ d: '{% $states.context.Task.Token %}' }] } }],
    ['InputPath alone', { ...task, InputPath: '$.x' }, { ...task, Arguments: '{% $states.input.x %}' }],
    ['InputPath and Parameters', { ...task, InputPath: '$.x', Parameters: { 'a.$': '$.y' } }, { ...task, Arguments: { a: '{% $states.input.x.y %}' } }],
    ['InputPath null', { ...task, InputPath: null }, { ...task, Arguments: {} }],
    ['ResultSelector', { ...task, ResultSelector: { 'id.$': '$.Payload.id' } }, { ...task, Output: { id: '{% $states.result.Payload.id %}' } }],
    ['ResultPath', { ...task, ResultPath: '$.a.b' }, { ...task, Output: "{% $merge([$states.input, { 'a': $merge([$states.input.a, { 'b': $states.result }]) }]) %}" }],
    ['ResultPath null', { ...task, ResultPath: null }, { ...task, Output: '{% $states.input %}' }],
    ['ResultPath $', { ...task, ResultPath: '$' }, task],
    ['ResultPath and ResultSelector', { ...task, ResultSelector: { 'id.$': '$.id', on: true }, ResultPath: '$.r' }, { ...task, Output: "{% $merge([$states.input, { 'r': { 'id': $states.result.id, 'on': true } }]) %}" }],
    ['OutputPath into the result', { ...task, ResultPath: '$.r', OutputPath: '$.r.Payload' }, { ...task, Output: '{% $states.result.Payload %}' }],
    ['OutputPath beside the result', { ...task, ResultPath: '$.r', OutputPath: '$.x' }, { ...task, Output: '{% $states.input.x %}' }],
    ['OutputPath of both', { ...task, ResultPath: '$.r.s', OutputPath: '$.r' }, { ...task, Output: "{% $merge([$states.input, { 'r': $merge([$states.input.r, { 's': $states.result }]) }]).r %}" }],
    ['OutputPath null', { ...task, OutputPath: null }, { ...task, Output: {} }],
    ['OutputPath of a variable', { ...task, OutputPath: '$kept.id' }, { ...task, Output: '{% $kept.id %}' }],
    ['Assign', { ...task, Assign: { 'n.$': '$.count', total: 1 } }, { ...task, Assign: { n: '{% $states.result.count %}', total: 1 } }],
    ['timeouts', { ...task, TimeoutSecondsPath: '$.t', HeartbeatSecondsPath: '$.h' }, { ...task, TimeoutSeconds: '{% $states.input.t %}', HeartbeatSeconds: '{% $states.input.h %}' }],
    ['Credentials', { ...task, Credentials: { 'RoleArn.$': '$.role' } }, { ...task, Credentials: { RoleArn: '{% $states.input.role %}' } }],
    [
      'Catch',
      { ...task, Catch: [{ ErrorEquals: ['E'], ResultPath: '$.error', Next: 'A' }, { ErrorEquals: ['F'], ResultPath: null, Assign: { 'c.$': '$.Cause' }, Next: 'A' }, { ErrorEquals: ['States.ALL'], ResultPath: '$', Next: 'A' }] },
      { ...task, Catch: [{ ErrorEquals: ['E'], Output: "{% $merge([$states.input, { 'error': $states.errorOutput }]) %}", Next: 'A' }, { ErrorEquals: ['F'], Output: '{% $states.input %}', Assign: { c: '{% $states.errorOutput.Cause %}' }, Next: 'A' }, { ErrorEquals: ['States.ALL'], Next: 'A' }] },
    ],
    ['a Pass with a Result', { Type: 'Pass', Result: { 'a.$': '$.literal', b: '{% also %}' }, Parameters: { c: 1 }, End: true }, { Type: 'Pass', Output: { 'a.$': '$.literal', b: "{% '{% also %}' %}" }, End: true }],
    ['a Pass that puts its Result somewhere', { Type: 'Pass', Result: [1.5], ResultPath: '$.x', End: true }, { Type: 'Pass', End: true, Output: "{% $merge([$states.input, { 'x': [1.5] }]) %}" }],
    ['a Pass that drops what it makes', { Type: 'Pass', Parameters: { a: 1 }, ResultPath: null, End: true }, { Type: 'Pass', End: true }],
    ['a Pass with variables', { Type: 'Pass', InputPath: '$.x', Assign: { 'y.$': '$.z' }, End: true }, { Type: 'Pass', Output: '{% $states.input.x %}', Assign: { y: '{% $states.input.x.z %}' }, End: true }],
    ['a Wait', { Type: 'Wait', SecondsPath: '$.s', OutputPath: '$.o', End: true }, { Type: 'Wait', Seconds: '{% $number($states.input.s) %}', Output: '{% $states.input.o %}', End: true }],
    ['a Fail', { Type: 'Fail', ErrorPath: '$.e', CausePath: "States.Format('why: {}', $.c)" }, { Type: 'Fail', Error: '{% $string($states.input.e) %}', Cause: "{% 'why: ' & $states.input.c %}" }],
    ['a Succeed', { Type: 'Succeed', InputPath: '$.a', OutputPath: '$.b' }, { Type: 'Succeed', Output: '{% $states.input.a.b %}' }],
    [
      'a Map',
      { Type: 'Map', InputPath: '$.job', ItemsPath: '$.items', Parameters: { 'item.$': '$$.Map.Item.Value' }, MaxConcurrencyPath: '$.n', ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true },
      { Type: 'Map', Items: '{% $states.input.job.items %}', ItemSelector: { item: '{% $states.context.Map.Item.Value %}' }, MaxConcurrency: '{% $number($states.input.job.n) %}', ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true },
    ],
    [
      'a distributed Map',
      { Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'JSON', MaxItemsPath: '$.most' }, Parameters: { 'Bucket.$': '$.b', Key: 'k' } }, ItemBatcher: { MaxItemsPerBatchPath: '$.size', BatchInput: { 'x.$': '$.x' } }, ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { 'Bucket.$': '$.b' } }, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true },
      { Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'JSON', MaxItems: '{% $number($states.input.most) %}' }, Arguments: { Bucket: '{% $states.input.b %}', Key: 'k' } }, ItemBatcher: { MaxItemsPerBatch: '{% $number($states.input.size) %}', BatchInput: { x: '{% $states.input.x %}' } }, ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: '{% $states.input.b %}' } }, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }, End: true },
    ],
    [
      'a Choice whose paths change what leaves it',
      { Type: 'Choice', InputPath: '$.a', OutputPath: '$.b', Choices: [{ Variable: '$.x', IsPresent: true, Assign: { 'v.$': '$.x' }, Next: 'A' }], Default: 'A' },
      { Type: 'Choice', Choices: [{ Condition: '{% $exists($states.input.a.x) %}', Assign: { v: '{% $states.input.a.x %}' }, Next: 'A', Output: '{% $states.input.a.b %}' }], Default: 'A', Output: '{% $states.input.a.b %}' },
    ],
  ])('converts %s', (_what, before, after) => {
    expect(converted(before)).toEqual(after);
  });

  it('changes only the text it must: comments, order and number spellings stay', () => {
    const text = `{
  // the workflow
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Parameters": {
        "n": 1.0, // as it was
        "big": 12345678901234567890,
        "x.$": "$.x" // found
      },
      "End": true
    }
  }
}
`;
    expect(edited(text, convertToJsonata(null))).toBe(text
      .replace('  // the', '  "QueryLanguage": "JSONata",\n  // the')
      .replace('"Parameters"', '"Output"')
      .replace('"x.$": "$.x"', '"x": "{% $states.input.x %}"'));
  });

  it('converts YAML', () => {
    const tree = parse("StartAt: A # first\nStates:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::lambda:invoke\n    Parameters:\n      x.$: $.x # kept\n    End: true\n", 'yaml');
    const run = runCommand(tree, convertToJsonata(null));
    expect(run.ok && applyEdits(tree.text, run.value.edits)).toContain("Arguments:\n      x: \"{% $states.input.x %}\" # kept\n");
  });

  it('leaves a state whole that it cannot convert, says why, and gives the others a language of their own', () => {
    const text = machine({ A: { Type: 'Pass', Parameters: { 'x.$': '$.x', 'y.$': '$..*' }, Next: 'B' }, B: { Type: 'Pass', InputPath: '$.x', End: true } });
    const { states, wholeMachine } = conversionOf(parseJson(text), null);
    expect(wholeMachine).toBe(false);
    expect(states.map(({ entry, problems: found }) => [entry.name, found])).toEqual([
      ['A', [{ field: 'Parameters.y.$', reason: '$..* looks for more than a name at every depth.', nextStep: 'Write this expression in JSONata by hand.' }]],
      ['B', []],
    ]);
    const after = toJson(parseJson(edited(text, convertToJsonata(null))).root ?? { kind: 'broken', offset: 0, length: 0 });
    expect(after).toMatchObject({ StartAt: 'A', States: { A: { Parameters: { 'x.$': '$.x', 'y.$': '$..*' } }, B: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $states.input.x %}' } } });
    expect(after).not.toHaveProperty('QueryLanguage');
  });

  it('converts the states that were asked for, and no state of a JSONata workflow keeps a language', () => {
    const text = machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed', QueryLanguage: 'JSONata', Output: 1 } });
    expect(edited(text, convertToJsonata(['A' as StateId]))).toContain('"QueryLanguage": "JSONata",\n      "Next": "B"');
    expect(conversionOf(parseJson(text), ['B' as StateId]).states).toEqual([]);
    expect(edited(machine({ A: { Type: 'Pass', QueryLanguage: 'JSONPath', End: true } }), convertToJsonata(null))).toBe(machine({ A: { Type: 'Pass', End: true } }, { QueryLanguage: 'JSONata' }));
    expect(edit(machine({ A: { Type: 'Pass', End: true } }, { QueryLanguage: 'JSONata' }), convertToJsonata(null))).toMatchObject({ ok: false, error: { kind: 'nothing-to-convert' } });
  });

  it('takes states inside a Map or Parallel as states of their own', () => {
    const inner = { StartAt: 'P', States: { P: { Type: 'Pass', InputPath: '$.x', End: true } } };
    const after = edited(machine({ A: { Type: 'Parallel', Branches: [inner], ResultPath: '$.all', End: true } }), convertToJsonata(null));
    expect(after).toContain('"Output": "{% $states.input.x %}"');
    expect(after).toContain(`"Output": "{% $merge([$states.input, { 'all': $states.result }]) %}"`);
  });

  it.each<readonly [JsonObject, readonly string[]]>([
    [{ ...task, ResultPath: '$.list[0]' }, ['ResultPath: ResultPath $.list[0] replaces one item of a list.']],
    [{ ...task, ResultPath: '$.x', Output: 1 }, ['Output: There is "Output" already, which is where the converted fields belong.']],
    [{ ...task, Parameters: {}, Arguments: {} }, ['Parameters: There is "Arguments" already, which is where "Parameters" belongs.']],
    [{ ...task, Parameters: { 'a.$': 5 } }, ['Parameters.a.$: "a.$" is neither a path nor a function call.']],
    [{ ...task, InputPath: '$.items[*][0]' }, ['InputPath: $.items[*][0] takes an index in each of several lists.']],
    [{ Type: 'Sleep', End: true }, ['Type: The state has no type of Step Functions.']],
  ])('does not convert %j', (state, expected) => {
    expect(problems(state)).toEqual(expected);
  });

  it('does not guess what a bare placeholder stands for', () => {
    const text = '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"n":${Count}},"ResultPath":"$.x","End":true}}}';
    expect(conversionOf(parseJson(text), null).states[0]?.problems).toMatchObject([{ reason: expect.stringContaining('${Count}') as string }]);
    const kept = '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"n":${Count}},"End":true}}}';
    expect(edited(kept, convertToJsonata(null))).toContain('"Output":{"n":${Count}}');
  });

  it('says where the data decides', () => {
    const [report] = conversionOf(parseJson(machine({ A: { ...task, Parameters: { "x.$": "States.Format('{}!', $.o)" }, Retry: [{ ErrorEquals: ['States.ParameterPathFailure'] }] } })), null).states;
    expect(report?.remarks).toEqual([expect.stringContaining('as Java does'), expect.stringContaining('States.ParameterPathFailure is named in Retry or Catch')]);
  });
});
