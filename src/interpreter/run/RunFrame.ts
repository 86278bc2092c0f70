import type { QueryLanguage } from '../../asl/names.ts';
import type { Sources } from '../../expr/PathScope.ts';
import type { Json, JsonObject } from '../../lib/Json.ts';
import type { EpochMs, Limits } from '../environment.ts';
import { noTrace, type Frame, type Trace } from '../frame.ts';

/** A frame whose context object is built when something reads it: most states never do. */
export class RunFrame implements Frame {
  readonly stateName: string;
  readonly input: Json;
  readonly variables: JsonObject;
  readonly language: QueryLanguage;
  readonly enteredAt: EpochMs;
  readonly sources: Sources;
  readonly limits: Limits;
  readonly trace: Trace = noTrace;
  readonly readerData?: Json;
  readonly readerSource?: string;
  readonly #makeContext: () => JsonObject;
  #context: JsonObject | undefined;

  constructor(parts: Omit<Frame, 'context' | 'trace'>, makeContext: () => JsonObject) {
    this.stateName = parts.stateName;
    this.input = parts.input;
    this.variables = parts.variables;
    this.language = parts.language;
    this.enteredAt = parts.enteredAt;
    this.sources = parts.sources;
    this.limits = parts.limits;
    if (parts.readerData !== undefined) this.readerData = parts.readerData;
    if (parts.readerSource !== undefined) this.readerSource = parts.readerSource;
    this.#makeContext = makeContext;
  }

  get context(): JsonObject {
    return (this.#context ??= this.#makeContext());
  }
}
