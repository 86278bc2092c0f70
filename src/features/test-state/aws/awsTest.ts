import { stringOf } from '../../../asl/pointer.ts';
import type { StateName } from '../../../asl/names.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { panelRequestFor } from '../../../editor/testedState.ts';
import { kept } from '../../../editor/testRequest.ts';
import type { EditorState } from '../../../editor/EditorState.ts';
import type { Sidecar } from '../../../editor/sidecar.ts';
import type { TestStateRequest } from '../../../interpreter/testStateApi.ts';
import { isUrl } from '../../../lib/isUrl.ts';
import { ok, type Result } from '../../../lib/Result.ts';
import type { AwsPlace } from '../../../protocol/aws.ts';
import type { AwsTested } from '../../../services/awsClient.ts';
import type { SentNow } from '../../../services/consent.ts';
import type { AwsChoice } from './keptAwsChoice.ts';

/** The request as AWS gets it: the same as here, under the role, with a mock only where the person chose one (samples stand in for calls here only). */
export function forAws({ mock, ...here }: TestStateRequest, sidecar: Sidecar, state: StateName, roleArn: string): TestStateRequest {
  const isOwn = kept(sidecar.mocks, state)?.enabled === true;
  return { ...here, ...(isOwn && mock ? { mock } : {}), ...(roleArn.trim() === '' ? {} : { roleArn: roleArn.trim() }) };
}

export function awsRequestFor(s: Pick<EditorState, 'goodTree' | 'sidecar'>, entry: StateEntry, roleArn: string): Result<TestStateRequest, string> {
  const here = panelRequestFor(s.goodTree, entry, s.sidecar);
  return here.ok ? ok(forAws(here.value, s.sidecar, entry.name, roleArn)) : here;
}

/** An endpoint of one's own is granted as an inside address by whoever presses the button below its name. */
export function placeOf({ profile, region, endpoint }: AwsChoice): AwsPlace {
  const at = endpoint.trim();
  const host = isUrl(at) ? new URL(at).host : '';
  return { region: region.trim(), ...(profile === '' ? {} : { profile }), ...(at === '' ? {} : { endpoint: at }), ...(host === '' ? {} : { insideGrant: host }) };
}

/** The call as the list of everything that left shows it: the definition and the input go along, and neither is kept. */
export function sentOnAws(entry: StateEntry, choice: AwsChoice, request: TestStateRequest, { outcome }: AwsTested): SentNow {
  const url = placeOf(choice).endpoint ?? `https://sync-states.${choice.region.trim()}.amazonaws.com`;
  const answer = { answered: { status: 200 }, refused: { status: 400 }, unsupported: { status: null }, 'not-performed': { status: null } }[outcome.kind];
  return {
    ...answer, state: entry.name, method: 'TestState', url, sentTo: url, purpose: 'aws', bytes: JSON.stringify(request).length,
    connection: choice.profile === '' ? 'AWS credentials' : choice.profile,
    ...(outcome.kind === 'not-performed' ? { failure: outcome.reason.message } : {}),
  };
}

/** What would be done in the account, in a few words. */
export function actionOf(entry: StateEntry, request: TestStateRequest): string {
  if (request.mock !== undefined) return 'nothing is called: the mock answers';
  const resource = stringOf(entry.node, 'Resource');
  return entry.type === 'Task' && resource !== undefined ? resource : `nothing is called: ${entry.type} only evaluates`;
}

/** Of the role where one is named; the credentials may not know it. */
export const accountOf = (accountId: string | undefined, roleArn: string): string => accountId ?? /^arn:[\w-]+:iam::(\d{12}):/.exec(roleArn.trim())?.[1] ?? 'the one of these credentials';
