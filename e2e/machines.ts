/** Definitions that several stories begin with. */
export const MY_CONNECTION = 'arn:aws:events:us-east-1:111122223333:connection/mine/0b6f3a52-5c4e-4a6b-9a55-2f1f1d1f7a10';

export interface HttpTask {
  readonly method?: string;
  readonly url: string;
  readonly connection?: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

export function httpTask({ method = 'GET', url, connection = MY_CONNECTION, more = {} }: HttpTask): Readonly<Record<string, unknown>> {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::http:invoke',
    Arguments: { Method: method, ApiEndpoint: url, InvocationConfig: { ConnectionArn: connection }, ...more },
    End: true,
  };
}

/** States that stand beside each other: the first is where the machine starts. */
export function machineOf(states: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states };
}
