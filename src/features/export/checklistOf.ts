import type { Problem } from '../../checks/problem.ts';

export interface ChecklistItem {
  readonly id: 'errors' | 'connections' | 'endpoints' | 'placeholders';
  readonly tone: 'ok' | 'error' | 'warning';
  readonly text: string;
  readonly found: readonly Problem[];
}

interface Question {
  readonly id: ChecklistItem['id'];
  readonly tone: 'error' | 'warning';
  readonly asks: (problem: Problem) => boolean;
  readonly done: string;
  readonly open: (count: number) => string;
}

const some = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

const aboutEndpoint = (p: Problem): boolean => p.code.includes('endpoint');

/** What stands between this text and a deployment, in the order in which a person would look at it. */
const QUESTIONS: readonly Question[] = [
  { id: 'errors', tone: 'error', asks: (p) => p.severity === 'error' && !aboutEndpoint(p), done: 'No errors that the checks know of', open: (n) => some(n, 'error that AWS would refuse', 'errors that AWS would refuse') },
  { id: 'connections', tone: 'warning', asks: (p) => p.code === 'made-up-connection-arn', done: 'Every connection ARN could be real', open: (n) => some(n, 'connection ARN is made up', 'connection ARNs are made up') },
  { id: 'endpoints', tone: 'error', asks: (p) => p.severity !== 'info' && aboutEndpoint(p), done: 'No endpoint that AWS would refuse', open: (n) => some(n, 'endpoint that AWS would refuse', 'endpoints that AWS would refuse') },
  { id: 'placeholders', tone: 'warning', asks: (p) => p.code === 'placeholder', done: 'No unfilled ${…} placeholders', open: (n) => some(n, 'unfilled ${…} placeholder', 'unfilled ${…} placeholders') },
];

export const checklistOf = (problems: readonly Problem[]): readonly ChecklistItem[] =>
  QUESTIONS.map(({ id, tone, asks, done, open }) => {
    const found = problems.filter(asks);
    return { id, tone: found.length === 0 ? 'ok' : tone, text: found.length === 0 ? done : open(found.length), found };
  });
