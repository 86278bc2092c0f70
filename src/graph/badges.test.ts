import { expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import type { Json } from '../lib/Json.ts';
import { project } from './project.ts';

const badgesOf = (state: { readonly [field: string]: Json }): (string | undefined)[] => {
  const { nodes } = project(parse(JSON.stringify({ StartAt: 'S', States: { S: state } }), 'json'));
  return nodes.find((node) => node.data.name === 'S')?.data.badges?.map((badge) => [badge.kind, badge.text, badge.label].filter(Boolean).join('|')) ?? [];
};

it.each<[string, { readonly [field: string]: Json }, string[]]>([
  ['a plain Pass', { Type: 'Pass', End: true }, []],
  ['retriers and catchers', { Type: 'Task', Resource: 'r', Retry: [{}, {}], Catch: [{}] }, ['retry|2|2 retriers', 'catch|1|1 catcher']],
  ['a task token first', { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', HeartbeatSeconds: 60, Retry: [{}] }, ['token|Waits for a task token', 'retry|1|1 retrier', 'timeout|60 s|Heartbeat within 60 s']],
  ['.sync and .sync:2', { Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2' }, ['sync|Waits until the job is done (.sync)']],
  ['a timeout that is an expression', { Type: 'Task', Resource: 'r', TimeoutSeconds: '{% $states.input.limit %}' }, ['timeout|limit s|Times out after limit s']],
  ['concurrency of a Map', { Type: 'Map', MaxConcurrency: 5, ItemProcessor: {} }, ['concurrency|5|5 at a time']],
  ['a distributed Map', { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' } }, MaxConcurrency: 0 }, ['concurrency|distributed|Distributed map, 0 at a time']],
  ['a query language of its own', { Type: 'Pass', QueryLanguage: 'JSONata' }, ['language|JSONata|Query language of this state: JSONata']],
  ['the language of the machine', { Type: 'Pass', QueryLanguage: 'JSONPath' }, []],
])('tells %s', (_, state, badges) => expect(badgesOf(state)).toEqual(badges));
