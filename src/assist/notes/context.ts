export interface ContextNote {
  readonly says: string;
  readonly members?: { readonly [name: string]: ContextNote };
}

const note = (says: string, members?: { readonly [name: string]: ContextNote }): ContextNote => ({ says, ...(members && { members }) });

/** The context object: `$$` in JSONPath, `$states.context` in JSONata. Source: asl-semantics.md section 4. */
export const CONTEXT: { readonly [name: string]: ContextNote } = {
  Execution: note('The execution.', {
    Id: note('The ARN of the execution.'), Input: note('The input of the execution.'), Name: note('The name of the execution.'), RoleArn: note('The role it runs with.'),
    StartTime: note('When it started, in ISO 8601.'), RedriveCount: note('How often it was redriven (Standard only).'), RedriveTime: note('When it was redriven last.'),
  }),
  State: note('The state that runs.', { Name: note('Its name.'), EnteredTime: note('When it was entered, in ISO 8601.'), RetryCount: note('How often it was retried.') }),
  StateMachine: note('The state machine.', { Id: note('Its ARN.'), Name: note('Its name.') }),
  Map: note('The Map state around.', { Item: note('The item.', { Value: note('The item itself.'), Index: note('Its number, from 0.'), Key: note('Its name, where the items are an object (distributed).'), Source: note('Where it came from (distributed).') }) }),
  Task: note('The task that runs.', { Token: note('The token for SendTaskSuccess and SendTaskFailure.') }),
};

export interface ContextUse {
  /** In a Map state's ItemSelector, or in a state inside a Map. */
  readonly inMap: boolean;
  /** In the parameters of a `.waitForTaskToken` task. */
  readonly hasToken: boolean;
}

/** What can be read there: `Map` only inside one, `Task` only where a token is. */
export function contextMembers(way: readonly string[], use: ContextUse): { readonly [name: string]: ContextNote } {
  let members: { readonly [name: string]: ContextNote } | undefined = Object.fromEntries(Object.entries(CONTEXT).filter(([name]) => (name !== 'Map' || use.inMap) && (name !== 'Task' || use.hasToken)));
  for (const name of way) members = members && Object.hasOwn(members, name) ? members[name]?.members : undefined;
  return members ?? {};
}
