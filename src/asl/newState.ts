import type { Json, JsonObject } from '../lib/Json.ts';
import { unreachable } from '../lib/unreachable.ts';
import { HTTP_RESOURCE } from './httpResource.ts';
import type { QueryLanguage, StateType } from './names.ts';

/** What the palette offers; `Http` is a Task with the HTTPS endpoint's resource. */
export type NewStateType = StateType | 'Http';

/** The name a new state gets, numbered when it is taken. */
export const NEW_STATE_NAMES: { readonly [T in NewStateType]: string } = {
  Task: 'Invoke function',
  Http: 'Call API',
  Pass: 'Pass',
  Choice: 'Choice',
  Wait: 'Wait',
  Succeed: 'Success',
  Fail: 'Fail',
  Parallel: 'Parallel',
  Map: 'Map',
};

/**
 * A fresh state without its transition (`Next`, `End`), with what AWS requires filled in where that can be known. `nameFor` gives names
 * for the states inside a Map or Parallel.
 */
export function newState(type: NewStateType, language: QueryLanguage, nameFor: (wanted: string) => string): JsonObject {
  switch (type) {
    case 'Http':
      return { Type: 'Task', Resource: HTTP_RESOURCE, ...given(language, { Method: 'GET', ApiEndpoint: '', InvocationConfig: { ConnectionArn: '' } }) };
    case 'Task':
      return language === 'JSONata' ? lambdaJsonata : lambdaJsonPath;
    case 'Choice':
      return { Type: 'Choice', Choices: [] };
    case 'Wait':
      return { Type: 'Wait', Seconds: 5 };
    case 'Parallel':
      return { Type: 'Parallel', Branches: [newScope(nameFor), newScope(nameFor)] };
    case 'Map':
      return { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...newScope(nameFor) } };
    case 'Pass':
    case 'Succeed':
    case 'Fail':
      return { Type: type };
    default:
      return unreachable(type);
  }
}

const given = (language: QueryLanguage, value: Json): JsonObject => (language === 'JSONata' ? { Arguments: value } : { Parameters: value });

const LAMBDA_RESOURCE = 'arn:aws:states:::lambda:invoke';

// The placeholder is found by the checklist before export, which an invented function name would not be.
const lambdaJsonPath: JsonObject = {
  Type: 'Task', Resource: LAMBDA_RESOURCE, Parameters: { FunctionName: '${FunctionName}', 'Payload.$': '$' }, OutputPath: '$.Payload',
};
const lambdaJsonata: JsonObject = {
  Type: 'Task', Resource: LAMBDA_RESOURCE, Arguments: { FunctionName: '${FunctionName}', Payload: '{% $states.input %}' }, Output: '{% $states.result.Payload %}',
};

/** A branch or processor with one Pass state, since AWS takes none without states. */
export function newScope(nameFor: (wanted: string) => string): JsonObject {
  const name = nameFor(NEW_STATE_NAMES.Pass);
  return { StartAt: name, States: { [name]: { Type: 'Pass', End: true } } };
}

/** A rule that is legal as it stands and does not fire by accident on every input; its form completes it. */
export function newRule(language: QueryLanguage, next: string): JsonObject {
  return language === 'JSONata' ? { Condition: '{% $exists($states.input.value) %}', Next: next } : { Variable: '$.value', IsPresent: true, Next: next };
}
