import type { QueryLanguage } from '../../asl/names.ts';
import { languageOf, type Machine, type Processor, type State } from '../states/definition.ts';

const made = { JSONPath: new WeakMap<Machine, Machine>(), JSONata: new WeakMap<Machine, Machine>() };

/**
 * The same machine, its states and the machines inside them copied into uniform objects that tell their own language.
 * Remembered by the definition.
 */
export function withUniformStates<M extends Machine>(machine: M, language: QueryLanguage = machine.QueryLanguage ?? 'JSONPath'): M {
  let uniform = made[language].get(machine);
  if (uniform === undefined) {
    // No prototype: a state may be called `constructor`.
    const states = Object.create(null) as { [name: string]: State };
    for (const [name, state] of Object.entries(machine.States)) states[name] = uniformState(state, language);
    uniform = { ...machine, States: states };
    made[language].set(machine, uniform);
  }
  return uniform as M; // a copy of the very machine
}

type Fields = { [field: string]: unknown };

/** All states in one shape, absent fields included: reading them costs the same everywhere. Written out, because a loop would not give them one shape. */
function uniformState(state: State, language: QueryLanguage): State {
  const given = state as unknown as Fields;
  const uniform: Fields = {
    Type: given['Type'], QueryLanguage: languageOf(state, { QueryLanguage: language }), Next: given['Next'], End: given['End'], InputPath: given['InputPath'],
    OutputPath: given['OutputPath'], Parameters: given['Parameters'], Arguments: given['Arguments'], Result: given['Result'], ResultSelector: given['ResultSelector'],
    ResultPath: given['ResultPath'], Output: given['Output'], Assign: given['Assign'], Retry: given['Retry'], Catch: given['Catch'],
    Resource: given['Resource'], Credentials: given['Credentials'], TimeoutSeconds: given['TimeoutSeconds'], TimeoutSecondsPath: given['TimeoutSecondsPath'], HeartbeatSeconds: given['HeartbeatSeconds'],
    HeartbeatSecondsPath: given['HeartbeatSecondsPath'], Choices: given['Choices'], Default: given['Default'], Seconds: given['Seconds'], SecondsPath: given['SecondsPath'],
    Timestamp: given['Timestamp'], TimestampPath: given['TimestampPath'], Error: given['Error'], ErrorPath: given['ErrorPath'], Cause: given['Cause'],
    CausePath: given['CausePath'], Branches: given['Branches'], ItemProcessor: given['ItemProcessor'], Iterator: given['Iterator'], Items: given['Items'],
    ItemsPath: given['ItemsPath'], ItemSelector: given['ItemSelector'], ItemReader: given['ItemReader'], ItemBatcher: given['ItemBatcher'], ResultWriter: given['ResultWriter'],
    MaxConcurrency: given['MaxConcurrency'], MaxConcurrencyPath: given['MaxConcurrencyPath'], ToleratedFailureCount: given['ToleratedFailureCount'], ToleratedFailureCountPath: given['ToleratedFailureCountPath'], ToleratedFailurePercentage: given['ToleratedFailurePercentage'],
    ToleratedFailurePercentagePath: given['ToleratedFailurePercentagePath'], Label: given['Label'],
  };
  if (state.Type === 'Parallel') uniform['Branches'] = state.Branches.map((branch) => withUniformStates<Machine>(branch, language));
  if (state.Type === 'Map') {
    const { ItemProcessor, Iterator } = state;
    if (ItemProcessor) uniform['ItemProcessor'] = withUniformStates<Processor>(ItemProcessor, language);
    if (Iterator) uniform['Iterator'] = withUniformStates<Processor>(Iterator, language);
  }
  return uniform as unknown as State; // every field is the state's own
}
