import type { TestRun } from '../../../editor/EditorState.ts';

const ROUTES: { readonly [R in TestRun['route']]: string } = { mock: 'mock', local: 'here', bridge: 'sent by the bridge', direct: 'sent by the browser', aws: 'on AWS' };

/** `09:12:40`: two runs within a minute are told apart. */
export const timeOf = ({ startedAt }: TestRun): string => new Date(startedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

/** `09:12:40, CAUGHT_ERROR, mock, next Ship` */
export function runWords(run: TestRun): string {
  const { outcome } = run;
  const response = outcome?.kind === 'answered' ? outcome.response : undefined;
  const status = response?.status ?? (outcome?.kind === 'refused' ? 'refused' : 'no result');
  return [timeOf(run), status, ROUTES[run.route], response?.error, response?.nextState === undefined ? undefined : `next ${response.nextState}`].filter((part) => part !== undefined).join(', ');
}
