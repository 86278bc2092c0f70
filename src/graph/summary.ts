import { STATE_TYPES, type StateType } from '../asl/names.ts';
import { objectIn, valueOf } from '../asl/pointer.ts';
import type { ValueNode } from '../asl/tree.ts';
import { plainExpression } from './condition.ts';
import { expressionIn, itemsAt, shorten, textAt } from './read.ts';

export interface Summary {
  readonly summary: string;
  /** Bold start of the line, `POST`. */
  readonly summaryLead?: string;
}

/** Where the state stands: what `Ends the …` ends. */
export type ScopeKind = 'machine' | 'branch' | 'processor';

const LINE_LETTERS = 80;

export type CardType = StateType | 'Http' | 'Unknown';

/** What kind of card a state is: an HTTP task is one of its own, a missing or invented type is `Unknown`. */
export function cardType(type: string | undefined, state: ValueNode): CardType {
  const known = STATE_TYPES.find((candidate) => candidate === type);
  if (known === 'Task' && /^arn:.*:states:.*:http:invoke$/.test(textAt(state, 'Resource') ?? '')) return 'Http';
  return known ?? 'Unknown';
}

/** A card's second line, in the user's words. */
export function summaryOf(type: CardType, state: ValueNode, scope: ScopeKind): Summary {
  const line = LINES[type](state, scope);
  return { ...line, summary: shorten(line.summary, LINE_LETTERS) };
}

const LINES: { readonly [T in CardType]: (state: ValueNode, scope: ScopeKind) => Summary } = {
  Http: httpLine,
  Task: (state) => ({ summary: resourceLine(textAt(state, 'Resource')) }),
  Choice: (state) => ({ summary: choiceLine(state) }),
  Pass: (state) => ({ summary: passLine(state) }),
  Wait: (state) => ({ summary: waitLine(state) }),
  Parallel: (state) => ({ summary: `Parallel, ${count(itemsAt(state, 'Branches').length, 'branch', 'branches')}` }),
  Map: (state) => ({ summary: mapLine(state) }),
  Succeed: (_, scope) => ({ summary: scope === 'machine' ? 'Ends the workflow' : scope === 'branch' ? 'Ends the branch' : 'Ends this item' }),
  Fail: (state) => ({ summary: failLine(state) }),
  Unknown: (state) => {
    const type = textAt(state, 'Type');
    return { summary: type === undefined ? 'No Type yet' : `Unknown type ${type}` };
  },
};

function httpLine(state: ValueNode): Summary {
  const fields = objectIn(state, 'Arguments') ?? objectIn(state, 'Parameters');
  const method = fields && (textAt(fields, 'Method') ?? textAt(fields, 'Method.$'));
  const endpoint = fields && (textAt(fields, 'ApiEndpoint') ?? textAt(fields, 'ApiEndpoint.$'));
  const summary = endpoint ? plainExpression(endpoint).replace(/^https?:\/\//, '') : 'No endpoint yet';
  return method ? { summaryLead: plainExpression(method), summary } : { summary };
}

/** `arn:aws:states:::aws-sdk:dynamodb:putItem.sync` is `dynamodb:putItem`; a function or an activity goes by its name. */
function resourceLine(resource: string | undefined): string {
  if (!resource) return 'No resource yet';
  const plain = resource.replaceAll(/\$\{[^}]*\}(?=:)/g, '');
  const integration = /^arn:[^:]*:states:[^:]*:[^:]*:(?:aws-sdk:)?([^:]+):([^:]+(?::\d+)?)$/.exec(plain);
  if (integration?.[1] === 'activity') return `Activity ${integration[2] ?? ''}`;
  if (integration) return `${integration[1] ?? ''}:${(integration[2] ?? '').replace(/\.waitForTaskToken$/, ', waits for a token')}`;
  const lambda = /^arn:[^:]*:lambda:[^:]*:[^:]*:function:(.+)$/.exec(plain);
  return lambda ? `Function ${lambda[1] ?? ''}` : resource;
}

function choiceLine(state: ValueNode): string {
  const rules = count(itemsAt(state, 'Choices').length, 'rule', 'rules');
  const otherwise = textAt(state, 'Default');
  return otherwise ? `${rules}, otherwise ${otherwise}` : rules;
}

function passLine(state: ValueNode): string {
  const variables = objectIn(state, 'Assign')?.members.map((member) => `$${member.key.value.replace(/\.\$$/, '')}`) ?? [];
  if (variables.length > 0) return `Assigns ${variables.join(', ')}`;
  return ['Output', 'Result', 'Parameters'].some((name) => valueOf(state, name)) ? 'Sets its output' : 'Passes its input on';
}

function waitLine(state: ValueNode): string {
  const seconds = valueOf(state, 'Seconds');
  if (seconds?.kind === 'number') return `Waits ${duration(seconds.value, seconds.spelling)}`;
  const amount = textAt(state, 'Seconds') ?? textAt(state, 'SecondsPath');
  if (amount !== undefined) return `Waits ${plainExpression(amount)} s`;
  const until = textAt(state, 'Timestamp') ?? textAt(state, 'TimestampPath');
  return until === undefined ? 'No time yet' : `Waits until ${plainExpression(until)}`;
}

function duration(seconds: number, spelling: string): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds > 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${spelling} s`;
}

function mapLine(state: ValueNode): string {
  const items = textAt(state, 'Items') ?? textAt(state, 'ItemsPath');
  const reader = objectIn(state, 'ItemReader');
  const fixed = valueOf(state, 'Items')?.kind === 'array' ? `${itemsAt(state, 'Items').length} items` : undefined;
  const source = reader ? readerLine(reader) : items === undefined ? (fixed ?? 'its input') : (expressionIn(items) ?? items);
  const atOnce = valueOf(state, 'MaxConcurrency');
  const limit = atOnce?.kind === 'number' && atOnce.value > 0 ? `, ${atOnce.spelling} at a time` : '';
  return `Map over ${source}${limit}`;
}

function readerLine(reader: ValueNode): string {
  const config = objectIn(reader, 'ReaderConfig');
  const type = config && textAt(config, 'InputType');
  if (textAt(reader, 'Resource')?.endsWith('listObjectsV2')) return 'objects in S3';
  return type ? `${type === 'MANIFEST' ? 'an inventory' : type} from S3` : 'a file from S3';
}

function failLine(state: ValueNode): string {
  const error = textAt(state, 'Error') ?? textAt(state, 'ErrorPath');
  return error ? `Error ${plainExpression(error)}` : 'Fails the workflow';
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
