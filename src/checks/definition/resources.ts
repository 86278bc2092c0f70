/** Actions of the optimized integrations, with their patterns left out. Source: integrations.md section 2. */
const OPTIMIZED: { readonly [service: string]: readonly string[] } = {
  dynamodb: ['getItem', 'putItem', 'updateItem', 'deleteItem'],
  lambda: ['invoke'],
  sns: ['publish'],
  sqs: ['sendMessage'],
  events: ['putEvents'],
  states: ['startExecution'],
  apigateway: ['invoke'],
  http: ['invoke'],
  batch: ['submitJob'],
  ecs: ['runTask'],
  glue: ['startJobRun'],
  databrew: ['startJobRun'],
  mediaconvert: ['createJob'],
};

/** The message for a resource AWS would not take, and whether it is only a placeholder that stands for one. */
export function resourceProblem(resource: string): { readonly message: string; readonly placeholder: boolean } | null {
  const placeholder = resource.includes('${');
  if (!resource.startsWith('arn:')) return { message: 'Value is not a valid resource ARN', placeholder };
  const optimized = /^arn:[^:]+:states:::([^:]+):([A-Za-z]+)(?:\.sync(?::2)?|\.waitForTaskToken)?$/.exec(resource);
  const actions = optimized && Object.hasOwn(OPTIMIZED, optimized[1] ?? '') ? OPTIMIZED[optimized[1] as string] : undefined;
  if (!optimized || !actions || actions.includes(optimized[2] as string)) return null;
  const message =
    `The resource provided ${resource} is not recognized. The value is not a valid resource ARN, ` +
    'or the resource is not available in this region.';
  return { message, placeholder: false };
}

/** What an Express state machine cannot do. The blank after the integration pattern is AWS's own. */
export function expressProblem(resource: string): string | null {
  if (/:activity:/.test(resource)) return 'Express state machine does not support Activity ARN';
  const pattern = /\.(sync|waitForTaskToken)(?::2)?$/.exec(resource)?.[1];
  return pattern === undefined ? null : `Express state machine does not support '.${pattern}' service integration `;
}
