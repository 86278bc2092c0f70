import type { Segment } from '../../asl/pointer.ts';
import type { Role } from '../roleAt.ts';

/** How a text is read: an expression, a path or an intrinsic call, a path, a path to write to; null: as it stands. */
export type TextUse = 'jsonata' | 'template' | 'path' | 'fail-path' | 'reference' | null;

const EXPRESSIONS: ReadonlySet<string> = new Set([
  'Arguments', 'Output', 'Assign', 'Items', 'ItemSelector', 'Seconds', 'Timestamp', 'TimeoutSeconds', 'HeartbeatSeconds', 'MaxConcurrency', 'ToleratedFailureCount', 'ToleratedFailurePercentage',
  'Error', 'Cause', 'Condition', 'RoleArn', 'MaxItems', 'MaxItemsPerBatch', 'MaxInputBytesPerBatch', 'BatchInput', 'Credentials',
]);

/** Of the text under `key` in a container of this role (an item of a list stands under its index). */
export function textUse(role: Role, key: Segment | null): TextUse {
  const name = String(key ?? '');
  if (role.kind === 'opaque' || role.kind === 'errors') return null;
  const free = role.kind === 'template' || role.kind === 'assign' || role.kind === 'credentials';
  if (role.language === 'JSONata') return free || (role.state && EXPRESSIONS.has(name)) ? 'jsonata' : null;
  if (free) return name.endsWith('.$') ? 'template' : null;
  if (!role.state) return null;
  if (name === 'ResultPath') return 'reference';
  if (name === 'ErrorPath' || name === 'CausePath') return 'fail-path';
  return name === 'Variable' || /^[A-Z]\w+Path$/.test(name) ? 'path' : null;
}
