import type { ExplainedCatcher, ExplainedHandler, ExplainedRetrier } from '../../../interpreter/explainHandling.ts';
import { secondsText } from '../../../lib/secondsText.ts';

/** Why a retrier or catcher took an error, or did not, as a sentence. */
export function handlerWords(handler: ExplainedHandler, error: string, retried: boolean): string {
  const names = (handler.kind === 'retry' ? handler.retrier : handler.catcher).ErrorEquals;
  switch (handler.verdict) {
    case 'taken':
      return handler.kind === 'retry' ? retryWords(handler) : catchWords(handler);
    case 'used-up': {
      const max = handler.kind === 'retry' ? handler.maxAttempts : 0;
      return max === 0 ? 'Matches, and MaxAttempts is 0: it never retries. No other retrier is asked.' : `Matches, but all ${max} of its ${max === 1 ? 'attempt is' : 'attempts are'} used. No other retrier is asked.`;
    }
    case 'never':
      return 'Never matches: States.Runtime cannot be retried or caught, not even by States.ALL.';
    case 'not-asked':
      return handler.kind === 'retry' ? 'Not asked: an earlier retrier matches.' : retried ? 'Not asked: the state is retried first.' : 'Not asked: an earlier catcher matches.';
    case 'no-match':
      return noMatch(names, error);
  }
}

function noMatch(names: readonly string[], error: string): string {
  if (names.length === 0) return 'Matches nothing: ErrorEquals is empty.';
  const but = error === 'States.Timeout' && names.includes('States.TaskFailed') ? ': States.TaskFailed stands for every error but a timeout' : '';
  return `${listed(names)} ${names.length === 1 ? 'does' : 'do'} not match ${error}${but}.`;
}

const listed = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);

function retryWords({ used, maxAttempts, wait }: ExplainedRetrier): string {
  const left = `${used} of ${maxAttempts} ${maxAttempts === 1 ? 'attempt' : 'attempts'} used`;
  if (wait === undefined) return `Matches, ${left}.`;
  const range = wait.jitter ? `0 to ${secondsText(wait.seconds)}, drawn at random (JitterStrategy FULL)` : secondsText(wait.seconds);
  return `Matches, ${left}. The next follows after ${range}${wait.capped ? '; MaxDelaySeconds keeps it to that' : ''}.`;
}

const catchWords = ({ catcher }: ExplainedCatcher): string => `Matches: the execution goes on at ${catcher.Next}.`;
