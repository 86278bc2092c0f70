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
  readonly readerData: Json | undefined;
  readonly readerSource: string | undefined;
  readonly #makeContext: () => JsonObject;
  #context: JsonObject | undefined;

  // By position: there is one of these for each state entered.
  constructor(
    stateName: string, input: Json, variables: JsonObject, language: QueryLanguage, enteredAt: EpochMs, sources: Sources, limits: Limits,
    makeContext: () => JsonObject, readerData?: Json, readerSource?: string,
  ) {
    this.stateName = stateName;
    this.input = input;
    this.variables = variables;
    this.language = language;
    this.enteredAt = enteredAt;
    this.sources = sources;
    this.limits = limits;
    this.readerData = readerData;
    this.readerSource = readerSource;
    this.#makeContext = makeContext;
  }

  get context(): JsonObject {
    return (this.#context ??= this.#makeContext());
  }
}
