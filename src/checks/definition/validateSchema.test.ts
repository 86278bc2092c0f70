import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/Json.ts';
import { validateSchema } from './validateSchema.ts';
import { variableReferences } from './variableReferences.ts';

const alone = (state: Json): Json => ({ StartAt: 'S', States: { S: state } });
const said = (machine: Json, type?: 'EXPRESS') => validateSchema(machine, type).map(({ code, message, location }) => `${code}: ${message}${location === undefined ? '' : ` at ${location}`}`);
const schema = (text: string) => [`SCHEMA_VALIDATION_FAILED: ${text}`];
const pass = { Type: 'Pass', End: true };

describe('validateSchema', () => {
  it.each<[string, Json, string[]]>([
    ['no machine', {}, schema('These fields are required: [States, StartAt] at /')],
    ['an unknown type', alone({ Type: 'Nope' }), schema("The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/S/Type")],
    ['a field of another type', alone({ ...pass, Catch: [] }), schema("Field 'Catch' is not supported at /States/S")],
    ['a JSONata field in JSONPath', alone({ ...pass, Output: 1 }), schema("The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/S")],
    ['JSONPath under a JSONata machine', { QueryLanguage: 'JSONata', StartAt: 'S', States: { S: { ...pass, QueryLanguage: 'JSONPath' } } }, schema("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/S")],
    ['both Next and End', alone({ Type: 'Pass', Next: 'S', End: true }), schema('There should only be one of the following fields: [Next, End] at /States/S')],
    ['neither Next nor End', alone({ Type: 'Pass' }), schema('This object should have only one of the following fields: [Next, End] at /States/S')],
    ['a bad timestamp', alone({ Type: 'Wait', Timestamp: '05-12-2016T21:29:29Z', End: true }), schema('String does not match RFC3339 timestamp at /States/S/Timestamp')],
    ['a bad template', alone({ ...pass, Parameters: { deep: [{ 'a.$': 'x' }] } }), schema("The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call at /States/S/Parameters")],
    ['a bad escape', alone({ ...pass, Parameters: { 'a.$': "States.Format('\\\"')" } }), schema("The value for the field 'a.$' must be a valid JSONPath or a valid intrinsic function call at /States/S/Parameters")],
    ['no ARN', alone({ Type: 'Task', Resource: 'f', End: true }), schema('Value is not a valid resource ARN at /States/S/Resource')],
    ['an unknown action', alone({ Type: 'Task', Resource: 'arn:aws:states:::dynamodb:query', End: true }), schema('The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/S/Resource')],
    ['credentials without a role', alone({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Credentials: {}, End: true }), schema("The field 'RoleArn' is required but was missing at /States/S/Credentials")],
    ['an empty Choices', alone({ Type: 'Choice', Choices: [] }), schema('Value cannot be empty at /States/S/Choices')],
    ['a number out of range', alone({ Type: 'Wait', Seconds: -1, End: true }), schema('Minimum value is 0 at /States/S/Seconds')],
    ['a text for a number', alone({ Type: 'Wait', Seconds: '1', End: true }), schema('Expected value of type Integer at /States/S/Seconds')],
    ['a target that is not there', alone({ Type: 'Pass', Next: 'NOPE' }), ["MISSING_TRANSITION_TARGET: Missing 'Next' target: NOPE at /States/S/Next", 'MISSING_END_STATE: Workflow has no terminal state']],
    ['a state nothing leads to', { StartAt: 'S', States: { S: pass, T: pass } }, ['MISSING_TRANSITION_TARGET: State "T" is not reachable. at /States/T']],
    ['a name used twice', { StartAt: 'S', States: { S: { Type: 'Parallel', Branches: [alone(pass)], End: true } } }, ['DUPLICATE_STATE_NAME: Duplicate State name: S']],
    ['a reserved variable', alone({ ...pass, Assign: { states: 1 } }), ["RESERVED_VARIABLE_NAME: Cannot assign to reserved variable '$states'. at /States/S/Assign"]],
  ])('refuses %s', (_what, machine, expected) => {
    expect(said(machine)).toEqual(expected);
  });

  it('knows what an Express machine cannot do', () => {
    const task = alone({ Type: 'Task', Resource: 'arn:aws:states:::sns:publish.waitForTaskToken', End: true });
    expect(said(task)).toEqual([]);
    expect(said(task, 'EXPRESS')).toEqual(schema("Express state machine does not support '.waitForTaskToken' service integration  at /States/S/Resource"));
  });

  it.each<Json>([null, 1, 'x', [], { States: 1, StartAt: 1 }, alone(null), alone([]), alone({ Type: 'Map', ItemProcessor: 1, End: 1 }), alone({ Type: 'Choice', Choices: [null, { And: 1, Next: 'S' }] })])(
    'finds something in %j without falling over',
    (machine) => {
      expect(said(machine).length).toBeGreaterThan(0);
    },
  );

  it('takes an ordinary machine', () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: { Type: 'Choice', Choices: [{ Not: { Variable: '$.x', IsPresent: true }, Next: 'B' }], Default: 'C' },
        B: { Type: 'Map', ItemProcessor: alone(pass), ToleratedFailurePercentage: 12.5, Next: 'C' },
        C: { Type: 'Fail', ErrorPath: "States.Format('{}', $.e)" },
      },
    };
    expect(said(machine)).toEqual([]);
  });
});

describe('variableReferences', () => {
  it('lists what each state reads, in both languages', () => {
    const machine = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Parameters: { 'x.$': "States.Format('{}{}', $b, States.ArrayLength($a.list))", y: '$no' }, Result: { 'z.$': '$no' }, Next: 'B' },
        B: { Type: 'Choice', Choices: [{ Not: { Variable: '$guess', NumericEqualsPath: '$answer' }, Next: 'C' }] },
        C: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% ($local := $outer; $map($states.input, function($v) { $v & "$text" & $sum($local) })) %}', End: true },
        D: { Type: 'Succeed' },
      },
    };
    expect(variableReferences(machine)).toEqual({ A: ['a', 'b'], B: ['answer', 'guess'], C: ['outer'] });
  });
});
