import { optimizedAction } from '../../../catalog/optimized.ts';
import { readResource, type Pattern } from '../../../catalog/resource.ts';

export interface PatternChoice {
  readonly value: Pattern;
  readonly label: string;
  readonly description: string;
}

/** Source: integrations.md section 1. */
const CHOICES: readonly PatternChoice[] = [
  { value: 'request-response', label: 'Request response', description: 'Goes on as soon as the service has answered the call. It does not wait for a job that the call starts.' },
  { value: 'sync', label: 'Run a job and wait (.sync)', description: 'Waits until the job has ended; its description is the result, and a failed job fails the state. Standard workflows only.' },
  { value: 'sync:2', label: 'Run and wait, output as JSON (.sync:2)', description: 'As .sync, but Input and Output of the child execution come as JSON instead of text. Standard workflows only.' },
  { value: 'waitForTaskToken', label: 'Wait for a callback (.waitForTaskToken)', description: 'Calls the service with a task token and waits until someone returns it with SendTaskSuccess or SendTaskFailure. Standard workflows only.' },
];

/** The ways this integration can be called; none where its resource is no integration, or its service is not known. */
export function patternChoices(resource: string): readonly PatternChoice[] {
  const read = readResource(resource);
  if (read.kind === 'sdk') return CHOICES.filter(({ value }) => value === 'request-response' || value === 'waitForTaskToken' || value === read.pattern);
  const action = read.kind === 'optimized' ? optimizedAction(read.service, read.action) : undefined;
  if (read.kind !== 'optimized' || !action) return [];
  return CHOICES.filter(({ value }) => value === 'request-response' || action.patterns.includes(value) || value === read.pattern);
}

/** The same action, called in another way. */
export function withPattern(resource: string, to: Pattern): string {
  const plain = resource.replace(/\.(?:sync:2|sync|waitForTaskToken)$/, '');
  return to === 'request-response' ? plain : `${plain}.${to}`;
}

/** What a resource is that is no integration. */
export function resourceNote(resource: string): string | null {
  const { kind } = readResource(resource);
  if (kind === 'lambda') return 'A Lambda function by its ARN: it gets the whole input, and what it returns is the result.';
  if (kind === 'activity') return 'An activity: a worker of your own polls for the task and reports its result. Standard workflows only.';
  return null;
}
