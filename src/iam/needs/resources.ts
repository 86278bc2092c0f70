import { readPattern, type Known } from '../known.ts';
import type { Place } from './Need.ts';
import type { TaskArgs } from './taskArgs.ts';

export interface Resources {
  readonly resources: readonly string[];
  /** What had to stay open, and why. */
  readonly notes: readonly string[];
}

const HOLE = /\{([A-Z][\w.[\]]*)(?:\|(\w+))?(?:=([^}]*))?\}/g;

/** Values that are no plain names, read as the part of an ARN they stand for. They see patterns too, with `*` for what is computed. */
const READERS: { readonly [name: string]: (text: string) => string } = {
  /** `https://sqs.REGION.amazonaws.com/ACCOUNT/NAME` */
  queue(url) {
    const found = /^https:\/\/(?:sqs\.([\w*-]+)|([\w*-]+)\.queue)\.amazonaws\.com[^/]*\/(\d{12}|\*)\/([^/]+)$/.exec(url);
    return found ? `arn:{p}:sqs:${found[1] ?? found[2] ?? '*'}:${found[3] ?? '*'}:${found[4] ?? '*'}` : (url.split('/').at(-1) ?? '*');
  },
  /** `s3://BUCKET/KEY` */
  s3: (uri) => uri.replace(/^s3:\/\//, ''),
  /** `NAME:3` and `NAME` both. */
  family: (name) => (/:[\d*]+$/.test(name) ? name : `${name}:*`),
  /** Executions of a machine, whichever version or alias it is started by. */
  execution: (arn) => arn.replace(/:stateMachine:([^:]+).*$/, ':execution:$1:*'),
  /** `PROJECT:UUID` of a build. */
  project: (id) => (id.startsWith('arn:') ? id : (id.split(':')[0] ?? '*')),
  /** A report's ARN goes on behind that of its group. */
  reportGroup: (arn) => arn.replace(/:report\/([^:]+).*$/, ':report-group/$1'),
  /** `NAME`, `NAME:ALIAS` or `ACCOUNT:function:NAME`. */
  lambda(name) {
    const partial = /^(\d{12}):function:(.+)$/.exec(name);
    return partial ? `arn:{p}:lambda:{r}:${partial[1] ?? ''}:function:${partial[2] ?? ''}` : name.replace(/^function:/, '');
  },
  /** The id of a REST or HTTP API in `ID.execute-api.REGION.amazonaws.com`. */
  api: (host) => host.replace(/^https?:\/\//, '').split('.')[0] ?? '*',
  noSlash: (path) => path.replace(/^\//, ''),
  file: (key) => key.replace(/^\//, ''),
  /** A secret's ARN ends in six characters of AWS's own. */
  secret: (name) => (name.startsWith('arn:') || name.endsWith('*') ? name : `${name}-??????`),
};

/**
 * ARNs of a template: `{p}`, `{r}` and `{a}` are partition, region and account; `{TableName}` is that argument, `{QueueUrl|queue}` read by
 * one of `READERS`, `{EventBusName=default}` with its value when it is absent. An argument that is an ARN stands for the whole.
 */
export function resourcesOf(template: string, args: TaskArgs, place: Place): Resources {
  const ready = placed(template, place);
  const [first] = ready.matchAll(HOLE);
  if (!first) return { resources: [ready], notes: [] };
  const notes: string[] = [];
  const resources = args.at(first[1] ?? '').map((value) => {
    let whole: string | null = null;
    let seen = 0;
    const filled = ready.replace(HOLE, (_, path: string, reader: string | undefined, absent: string | undefined) => {
      const from = seen++ === 0 ? value : args.first(path);
      const part = partOf(from, reader, absent, place);
      if (part.note) notes.push(`${path} ${part.note}`);
      if (seen === 1 && part.text.startsWith('arn:')) whole = part.text;
      return part.text;
    });
    return (whole ?? filled).replace(/\*{2,}/g, '*');
  });
  return { resources: [...new Set(resources)], notes: [...new Set(notes)] };
}

/** One member's part of an ARN; a note where it stays open. */
function partOf(value: Known, reader: string | undefined, absent: string | undefined, place: Place): { readonly text: string; readonly note?: string } {
  if (value.kind === 'computed' && OWN_MACHINE.has(value.written)) return { text: place.machineArn };
  if (value.kind === 'absent') return absent === undefined ? { text: '*', note: 'is not given, so every one stands here.' } : { text: absent };
  const given = value.kind === 'literal' ? { kind: 'literal' as const, text: realArn(value.text, place) } : { kind: 'computed' as const, written: withPseudo(value.written, place) };
  const pattern = readPattern(given);
  const read = reader === undefined ? undefined : READERS[reader];
  const text = pattern === null ? '*' : read ? placed(read(pattern), place) : pattern;
  if (value.kind === 'literal' || !text.includes('*')) return { text };
  const written = value.written === '' || value.written.length > 80 ? '' : ` (${value.written})`;
  const known = isFilledIn(value.written) ? 'is filled in when the workflow is deployed' : 'is known only when the workflow runs';
  return { text, note: `${known}${written}: narrow the * to what it may be.` };
}

/** A placeholder, but not in an expression that is evaluated when it runs. */
const isFilledIn = (written: string): boolean => written.includes('${') && !written.startsWith('{%') && !written.startsWith('States.');

/** The machine may name itself. */
const OWN_MACHINE = new Set(['$$.StateMachine.Id', '{% $states.context.StateMachine.Id %}', '{%$states.context.StateMachine.Id%}']);

const realArn = (text: string, { arns }: Place): string => (Object.hasOwn(arns, text) && arns[text]) || text;

/** CloudFormation fills these in with what is known here. */
const withPseudo = (text: string, { partition, region, account }: Place): string =>
  text.replaceAll('${AWS::Partition}', partition).replaceAll('${AWS::Region}', region).replaceAll('${AWS::AccountId}', account);

export const placed = (template: string, { partition, region, account }: Place): string => template.replaceAll('{p}', partition).replaceAll('{r}', region).replaceAll('{a}', account);
