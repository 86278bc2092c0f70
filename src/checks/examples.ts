import type { JsonObject } from '../lib/Json.ts';

/** Fragments that the examples of rules are made of; plain data, shown to people as JSON. */
export const done: JsonObject = { Type: 'Succeed' };

/** A Task of an optimized integration. */
export const task = (resource: string, fields: JsonObject = {}): JsonObject => ({ Type: 'Task', Resource: `arn:aws:states:::${resource}`, ...fields, End: true });

/** A call of an AWS SDK action. */
export const sdk = (action: string, fields: JsonObject = {}): JsonObject => task(`aws-sdk:${action}`, fields);
