import type { EndpointCall, TaskCallLike } from './HttpWorld.ts';
import type { HttpTaskFields } from './readArguments.ts';

/** What IAM decides on, of a task whose arguments have been read. */
export function endpointCall({ method, endpointText, connectionArn }: HttpTaskFields, { credentials }: Pick<TaskCallLike, 'credentials'>): EndpointCall {
  const role = credentials?.['RoleArn'];
  return { method, endpoint: endpointText, connectionArn, ...(typeof role === 'string' ? { taskRoleArn: role } : {}) };
}
