import type { Json } from '../lib/Json.ts';
import { err } from '../lib/Result.ts';

export type PrepareFailure =
  /** AWS's own failure of the task. `hint` is our sentence beside it: what to change. */
  | { readonly kind: 'runtime'; readonly error: 'States.Runtime'; readonly cause: string; readonly hint?: string }
  /** The connection is known, its secret value is not here (after a reload). */
  | { readonly kind: 'missing-secret'; readonly place: string; readonly message: string }
  | { readonly kind: 'unsupported'; readonly message: string };

/** Where the evaluated fields stand in the definition: JSONPath `Parameters`, JSONata `Arguments`. */
export type ArgumentsField = 'Parameters' | 'Arguments';

export interface ArgumentsContext {
  readonly arguments: Json;
  readonly field: ArgumentsField;
}

/** `The Parameters '{…}' could not be used to start the Task: [reason]`: recorded for Parameters (http-task.md section 3). */
export const notStarted = (context: ArgumentsContext, reason: string, hint: string) =>
  err({
    kind: 'runtime',
    error: 'States.Runtime',
    // unconfirmed: the same text with `Arguments` under JSONata.
    cause: `The ${context.field} '${JSON.stringify(context.arguments)}' could not be used to start the Task: [${reason}]`,
    hint,
  } as const);

/** unconfirmed for HTTP tasks; recorded for `apigateway:invoke` (http-task.md section 12). */
export const invalidFormat = (context: ArgumentsContext, field: string, hint: string) =>
  notStarted(context, `The value of the field '${field}' has an invalid format`, hint);

/** unconfirmed for HTTP tasks: the service's usual text for a missing field. */
export const fieldMissing = (context: ArgumentsContext, field: string, hint: string) =>
  notStarted(context, `The field '${field}' is required but was missing`, hint);
