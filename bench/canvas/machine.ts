import type { Json } from '../../src/lib/Json.ts';

type States = { [name: string]: Json };

const END = 'Done';
const GIVE_UP = 'Give up';
const BLOCK = 10;

/**
 * A workflow of exactly `count` states as people draw them: blocks of an HTTP call with retries and a catcher, a choice of three ways,
 * a wait, a Parallel of two branches and a Map, then Pass states up to the count. `tag` makes the names of one machine its own.
 */
export function mixedMachine(count: number, tag = ''): Json {
  const blocks = Math.floor((count - 2) / BLOCK);
  const tail = count - 2 - blocks * BLOCK;
  const name = (what: string, i: number): string => `${what} ${i + 1}${tag}`;
  const first = (i: number): string => (i < blocks ? name('Call the API', i) : i - blocks < tail ? name('Note', i - blocks) : END);
  const states: States = {};
  for (let i = 0; i < blocks; i += 1) Object.assign(states, block((what) => name(what, i), first(i + 1)));
  for (let i = 0; i < tail; i += 1) states[name('Note', i)] = { Type: 'Pass', Next: i + 1 < tail ? name('Note', i + 1) : END };
  states[END] = { Type: 'Succeed' };
  states[GIVE_UP] = { Type: 'Fail', Error: 'Upstream', Cause: 'An API did not answer.' };
  return { Comment: 'Bench', QueryLanguage: 'JSONata', StartAt: first(0), States: states };
}

function block(name: (what: string) => string, next: string): States {
  return {
    [name('Call the API')]: {
      Type: 'Task',
      Resource: 'arn:aws:states:::http:invoke',
      Arguments: { ApiEndpoint: 'https://api.example.com/v1/orders', Method: 'POST', Authentication: { ConnectionArn: 'arn:aws:events:eu-west-1:123456789012:connection/orders/1' } },
      Retry: [{ ErrorEquals: ['States.Http.StatusCode.429'], MaxAttempts: 4 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: GIVE_UP }],
      Next: name('Which order'),
    },
    [name('Which order')]: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.total > 1000 %}', Next: name('Mark as large') },
        { Condition: '{% $states.input.country = "CH" %}', Next: name('Tax it') },
      ],
      Default: name('Wait a little'),
    },
    [name('Mark as large')]: { Type: 'Pass', Output: { large: true }, Next: name('Wait a little') },
    [name('Tax it')]: lambda({ Next: name('Wait a little') }),
    [name('Wait a little')]: { Type: 'Wait', Seconds: 30, Next: name('Tell everyone') },
    [name('Tell everyone')]: { Type: 'Parallel', Branches: [only(name('Send a mail')), only(name('Write the log'))], Next: name('Each line') },
    [name('Each line')]: { Type: 'Map', ItemProcessor: only(name('Reserve stock')), Next: next },
  };
}

const lambda = (onward: { Next: string } | { End: true }): Json => ({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'orders' }, ...onward });
const only = (name: string): Json => ({ StartAt: name, States: { [name]: lambda({ End: true }) } });

/** One scope in which every state leads to the next and to two further ones: the hard case for a layered layout. */
export function denseMachine(count: number, tag = ''): Json {
  const name = (i: number): string => `S${Math.min(i, count - 1)}${tag}`;
  const states: States = {};
  for (let i = 0; i < count - 1; i += 1) {
    const choices = [i + 2 + ((i * 7) % 13), i + 3 + ((i * 11) % 29)].map((to) => ({ Condition: `{% $states.input.n = ${to} %}`, Next: name(to) }));
    states[name(i)] = { Type: 'Choice', Choices: choices, Default: name(i + 1) };
  }
  states[name(count - 1)] = { Type: 'Succeed' };
  return { QueryLanguage: 'JSONata', StartAt: name(0), States: states };
}
