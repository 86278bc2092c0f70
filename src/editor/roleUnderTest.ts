import { MADE_UP_ACCOUNT } from '../http/connectionArn.ts';
import { connectionPlace, isRoleArn } from '../iam/arn.ts';
import { authorizeHttpTask } from '../iam/authorizeHttpTask.ts';
import type { PolicyDocument } from '../iam/policyTypes.ts';
import { policiesFrom } from '../iam/readPolicy.ts';
import type { HttpWorld } from '../http/HttpWorld.ts';
import type { Json } from '../lib/Json.ts';
import { err, type Result } from '../lib/Result.ts';
import type { RoleRefusal } from './EditorState.ts';
import type { SliceContext } from './slice.ts';

/** The policies a person pasted, or a sentence why they are none. */
export function readPolicies(text: string): Result<readonly PolicyDocument[], string> {
  try {
    return policiesFrom(JSON.parse(text) as Json); // JSON.parse answers Json.
  } catch {
    return err('This is not valid JSON. Paste a policy document, or a list of them.');
  }
}

const MADE_UP_HINT = 'The ARN of this connection was made up here: if the role names the real one, fill that in under IAM, Connections.';

/** The role the workflow's tests run under, as it is at the click: without one everything is allowed. */
export function roleUnderTest({ get, services }: SliceContext, tell: (part: { readonly refusal: RoleRefusal }) => void): Pick<HttpWorld, 'authorize'> {
  const { settings, draftId } = get();
  const { role, stateMachineArn, arns = {} } = settings.workflows[draftId] ?? {};
  if (!role?.on) return {};
  const policies = readPolicies(role.policies);
  return {
    authorize(call) {
      // A role in AWS names the connection that is there, whatever the definition calls it here.
      const connectionArn = (Object.hasOwn(arns, call.connectionArn) && arns[call.connectionArn]) || call.connectionArn;
      const answer = authorizeHttpTask(policies.ok ? policies.value : [], {
        ...call, connectionArn, region: settings.region, nowMs: services.now(),
        ...(stateMachineArn === undefined ? {} : { stateMachineArn }),
        ...(isRoleArn(role.name) ? { roleArn: role.name } : {}),
      });
      if (answer.allowed) return null;
      const { error, cause, missing } = answer;
      const madeUp = error.startsWith('Events.') && connectionPlace(connectionArn)?.account === MADE_UP_ACCOUNT;
      const hint = madeUp ? `${answer.hint} ${MADE_UP_HINT}` : answer.hint;
      tell({ refusal: { hint, missing } });
      return { error, cause, hint };
    },
  };
}
