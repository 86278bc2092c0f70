import type { OptimizedAction } from './optimized.ts';
import type { Shape, StructureShape } from './Shape.ts';

const ANY: Shape = { is: 'any' };
const TEXT: Shape = { is: 'string' };
const METHOD: Shape = { is: 'string', enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] };
/** Of members that no model of the SDK has; every other one takes any JSON. Source: integrations.md section 3, http-task.md section 12. */
const OWN: { readonly [member: string]: Shape } = {
  ApiEndpoint: TEXT, Stage: TEXT, Path: TEXT, ClusterName: TEXT, CertificateAuthority: TEXT, Endpoint: TEXT, Namespace: TEXT, ClusterId: TEXT, StepId: TEXT,
  HarnessArn: TEXT, RuntimeSessionId: TEXT, ExecutionRoleArn: TEXT, InstanceFleetName: TEXT, InstanceGroupName: TEXT,
  Method: METHOD, AuthType: { is: 'string', enum: ['NO_AUTH', 'IAM_ROLE', 'RESOURCE_POLICY'] },
  TerminationProtected: { is: 'boolean' }, AllowNullValues: { is: 'boolean' }, MaxIterations: { is: 'number' }, TimeoutSeconds: { is: 'number' },
};
/** Text or bytes in the SDK, where Step Functions takes JSON and writes it out itself. */
const JSON_TOO: ReadonlySet<string> = new Set(['Payload', 'Input', 'Body']);

/** What an optimized integration takes: the request of the SDK as far as it is documented, or its own. Undefined: not known. */
export function optimizedRequest(action: OptimizedAction, sdk: Shape | undefined): Shape | undefined {
  const names = action.parameters;
  const model = sdk?.is === 'structure' ? sdk : undefined;
  if (!names) return model && action.required ? { ...model, members: model.members, required: action.required } : model;
  const members: { [name: string]: Shape } = Object.create(null);
  for (const name of names) Object.defineProperty(members, name, { enumerable: true, get: () => memberOf(model, name) });
  const shape: StructureShape = { is: 'structure', members, ...(action.required ? { required: action.required } : {}) };
  return model?.id === undefined ? shape : { ...shape, id: model.id };
}

function memberOf(model: StructureShape | undefined, name: string): Shape {
  if (model && JSON_TOO.has(name)) return ANY;
  return model?.members[name] ?? OWN[name] ?? ANY;
}
