/** A machine of about `bytes` with `count` states: chains of tasks, choices and Maps as people write them. */
export function machine(count, bytes) {
  const States = {};
  const fill = Math.max(0, Math.floor(bytes / count) - 620);
  for (let i = 0; i < count; i += 1) {
    const next = i + 1 < count ? { Next: `State ${i + 1}` } : { End: true };
    const Comment = 'x'.repeat(fill);
    if (i % 10 === 4 && i + 2 < count) {
      States[`State ${i}`] = { Type: 'Choice', Comment, Choices: [{ And: [{ Variable: '$.total', NumericGreaterThan: i }, { Variable: '$.vip', BooleanEquals: true }], Next: `State ${i + 2}` }, { Variable: '$.kind', StringMatches: 'gift*', Next: `State ${i + 1}` }], Default: `State ${i + 1}` };
    } else if (i % 10 === 7) States[`State ${i}`] = { Type: 'Pass', Comment, Parameters: { 'id.$': '$.order.id', 'text.$': "States.Format('{} of {}', $.n, $.all)", 'run.$': '$$.Execution.Id' }, ResultPath: '$.made', Assign: { 'n.$': '$.n' }, ...next };
    else States[`State ${i}`] = { Type: 'Task', Comment, Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'work', Payload: { 'order.$': '$.order', step: i, 'last.$': '$$.State.Name' } }, ResultSelector: { 'payload.$': '$.Payload' }, ResultPath: '$.result', TimeoutSeconds: 30, Retry: [{ ErrorEquals: ['Lambda.ServiceException', 'Lambda.TooManyRequestsException'], IntervalSeconds: 2, MaxAttempts: 4, BackoffRate: 2 }, { ErrorEquals: ['States.ALL'] }], Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: `State ${count - 1}` }], ...next };
  }
  return JSON.stringify({ Comment: 'bench', StartAt: 'State 0', States }, null, 2);
}
