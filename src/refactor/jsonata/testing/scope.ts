import { evaluateJsonata, type JsonataScope } from '../../../expr/jsonata/evaluateJsonata.ts';
import type { ExpressionFailure, PathScope } from '../../../expr/PathScope.ts';
import type { Json } from '../../../lib/Json.ts';
import type { MaybePromise } from '../../../lib/MaybePromise.ts';
import type { Result } from '../../../lib/Result.ts';

const sources = { now: () => 0, random: () => 0.5, id: () => '11111111-1111-4111-8111-111111111111' };

/** One value as input, `$$.it` and `$x`, for either language. */
export const pathScopeOf = (input: Json): PathScope => ({ input, context: { it: input }, variables: { x: input }, sources });
export const jsonataScopeOf = (input: Json): JsonataScope => ({ states: { input, context: { it: input } }, variables: { x: input }, sources, timeoutMs: 5000, depth: 200 });

export const evaluated = (text: string, input: Json): MaybePromise<Result<Json, ExpressionFailure>> => evaluateJsonata(text, 'Output', jsonataScopeOf(input));
