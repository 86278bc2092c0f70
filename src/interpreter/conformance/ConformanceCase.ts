import type { Json, JsonObject } from '../../lib/Json.ts';

/** One recorded case; the format is described beside the recordings. */
export interface ConformanceCase {
  readonly id: string;
  readonly kind: string;
  readonly request: JsonObject;
  readonly mocks?: { readonly [stateName: string]: readonly JsonObject[] };
  readonly s3?: JsonObject;
  readonly skip?: Json;
  readonly [member: string]: unknown;
}
