import { readPattern, type Known } from '../known.ts';
import type { Grant, Place } from './Need.ts';
import { resourcesOf } from './resources.ts';
import type { TaskArgs } from './taskArgs.ts';

export interface Grants {
  readonly grants: readonly Grant[];
  /** Of tone `info`. */
  readonly told?: readonly string[];
}

type Own = (args: TaskArgs, place: Place) => Grants;

const grant = (kind: Grant['kind'], action: string, { resources, notes }: { readonly resources: readonly string[]; readonly notes: readonly string[] }): Grant => ({ kind, actions: [action], resources, notes });

/** A function by name, name and alias, part of an ARN, or ARN. IAM looks at the qualified ARN when a version or an alias is called. */
export function lambdaGrant(functionName: Known, qualifier: Known, place: Place): Grant {
  const args: TaskArgs = { at: () => [functionName], first: () => functionName, members: () => [] };
  const { resources, notes } = resourcesOf('arn:{p}:lambda:{r}:{a}:function:{FunctionName|lambda}', args, place);
  if (qualifier.kind === 'absent') return grant('call', 'lambda:InvokeFunction', { resources, notes });
  const suffix = readPattern(qualifier) ?? '*';
  return grant('call', 'lambda:InvokeFunction', { resources: resources.map((arn) => (arn.endsWith(`:${suffix}`) || arn.endsWith('*') ? arn : `${arn}:${suffix}`)), notes });
}

const lambda: Own = (args, place) => ({ grants: [lambdaGrant(args.first('FunctionName'), args.first('Qualifier'), place)] });

const sns: Own = (args, place) => {
  const target = args.first('TopicArn').kind === 'absent' ? (args.first('TargetArn').kind === 'absent' ? null : 'TargetArn') : 'TopicArn';
  if (target !== null) return { grants: [grant('call', 'sns:Publish', resourcesOf(`arn:{p}:sns:{r}:{a}:{${target}}`, args, place))] };
  // A phone number is no resource. Source: SNS developer guide; the template for dynamic resources has `*` as well.
  return { grants: [grant('call', 'sns:Publish', { resources: ['*'], notes: args.first('PhoneNumber').kind === 'absent' ? ['names no topic, so every one stands here.'] : ['sends to a phone number, which is no resource in IAM: * is needed.'] })] };
};

const apigateway: Own = (args, place) => {
  const auth = args.first('AuthType');
  if (auth.kind === 'absent' || (auth.kind === 'literal' && auth.text === 'NO_AUTH')) return { grants: [], told: ['It calls its API without authorization (AuthType NO_AUTH), so the role needs nothing for it.'] };
  const notes = auth.kind === 'computed' ? ['AuthType is known only when the workflow runs; with NO_AUTH this is not needed.'] : [];
  const { resources, notes: open } = resourcesOf('arn:{p}:execute-api:{r}:{a}:{ApiEndpoint|api}/{Stage=*}/{Method}/{Path|noSlash=*}', args, place);
  return { grants: [grant('call', 'execute-api:Invoke', { resources, notes: [...notes, ...open] })] };
};

/** Inference profiles call a model in whichever region they choose. Source: Bedrock user guide, "Prerequisites for inference profiles". */
const PROFILE = /^(?:us|us-gov|eu|apac|jp|au|ca|global)\.(.+)$/;

const bedrock: Own = (args, place) => {
  const model = args.first('ModelId');
  const literal = model.kind === 'literal' ? model.text : null;
  const base = literal === null ? undefined : PROFILE.exec(literal)?.[1];
  const { partition, region, account } = place;
  const profile = base === undefined ? null : { resources: [`arn:${partition}:bedrock:${region}:${account}:inference-profile/${literal ?? ''}`, `arn:${partition}:bedrock:*::foundation-model/${base}`], notes: ['names an inference profile, which calls the model in a region of its choice.'] };
  const named = resourcesOf('arn:{p}:bedrock:{r}::foundation-model/{ModelId}', args, place);
  const open = readPattern(model) === null ? { ...named, resources: [...named.resources, `arn:${partition}:bedrock:${region}:${account}:provisioned-model/*`] } : named;
  return { grants: [grant('call', 'bedrock:InvokeModel', profile ?? open), ...s3Grants(args, place)] };
};

function s3Grants(args: TaskArgs, place: Place): readonly Grant[] {
  return ([['Input.S3Uri', 's3:GetObject'], ['Output.S3Uri', 's3:PutObject']] as const).flatMap(([path, action]) => {
    // Arguments that are computed as a whole say nothing of a place in S3.
    const isGiven = args.members().length > 0 && args.first(path).kind !== 'absent';
    return isGiven ? [grant('data', action, resourcesOf(`arn:{p}:s3:::{${path}|s3}`, args, place))] : [];
  });
}

const kubernetes: Own = () => ({ grants: [], told: ['Kubernetes decides here, not IAM: map the role to a user or group of the cluster (access entry or aws-auth) and allow it there.'] });

/** Optimized integrations that a table cannot say: by `service:action`. */
export const OWN_GRANTS: { readonly [action: string]: Own } = {
  'lambda:invoke': lambda, 'sns:publish': sns, 'apigateway:invoke': apigateway, 'bedrock:invokeModel': bedrock, 'eks:call': kubernetes, 'eks:runJob': kubernetes,
};
