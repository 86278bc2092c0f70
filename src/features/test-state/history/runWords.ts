import type { TestRun } from '../../../editor/EditorState.ts';

const ROUTES: { readonly [R in TestRun['route']]: string } = { mock: 'mock', local: 'here', bridge: 'sent by the bridge', direct: 'sent by the browser', aws: 'on AWS' };

/** `09:12:40`: two runs within a minute are told apart. */
export const timeOf = ({ startedAt }: TestRun): string => new Date(startedAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

/** `09:12:40 CAUGHT_ERROR`, and below it `mock, States.Timeout, next Ship` */
export function runWords(run: TestRun): { readonly label: string; readonly note: string } {
  const { outcome } = run;
  const response = outcome?.kind === 'answered' ? outcome.response : undefined;
  const status = response?.status ?? (outcome?.kind === 'refused' ? 'refused' : 'no result');
  const next = response?.nextState === undefined ? undefined : `next ${response.nextState}`;
  return { label: `${timeOf(run)} ${status}`, note: [ROUTES[run.route], response?.error, next].filter((part) => part !== undefined).join(', ') };
}
