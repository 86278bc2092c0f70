import type { QueryLanguage } from '../asl/names.ts';
import type { JsonataScope } from '../expr/jsonata/evaluateJsonata.ts';
import type { PathScope, Sources } from '../expr/PathScope.ts';
import type { Json, JsonObject } from '../lib/Json.ts';
import type { EpochMs, Limits } from './environment.ts';
import type { InspectionData } from './testStateApi.ts';

/** The processing steps that TestState shows. */
export type Stage = Exclude<keyof InspectionData, 'input' | 'variables' | 'errorDetails' | 'request' | 'response'>;

/** Receives the value after each processing step, as soon as it exists. */
export interface Trace {
  put(stage: Stage, value: Json): void;
  /** Which rule of a Choice held. */
  rule?(index: number | 'default'): void;
}
export const noTrace: Trace = { put: () => undefined };

/** All that a state sees while it is evaluated. Variables are those at entry: an Assign shows from the next state on. */
export interface Frame {
  readonly stateName: string;
  /** The raw input. */
  readonly input: Json;
  readonly context: JsonObject;
  readonly variables: JsonObject;
  readonly language: QueryLanguage;
  readonly enteredAt: EpochMs;
  readonly sources: Sources;
  readonly limits: Limits;
  readonly trace: Trace;
  /** What a Map's ItemReader delivered, where the driver has it. */
  readonly readerData?: Json | undefined;
  /** Where that came from: `S3://bucket/key`. */
  readonly readerSource?: string | undefined;
}

/** The context object is asked for only when a path reads it. */
class FrameScope implements PathScope {
  readonly input: Json;
  readonly variables: JsonObject;
  readonly sources: Sources;
  readonly #frame: Frame;
  constructor(frame: Frame, input: Json) {
    this.input = input;
    this.variables = frame.variables;
    this.sources = frame.sources;
    this.#frame = frame;
  }
  get context(): JsonObject {
    return this.#frame.context;
  }
}

/** Mostly what a path sees is what the state was given, and then the frame itself will do. */
export const pathScope = (frame: Frame, input: Json): PathScope => (input === frame.input ? frame : new FrameScope(frame, input));

/** `$states` is put together when an expression needs more of it than the input. */
class FrameJsonata implements JsonataScope {
  readonly input: Json;
  readonly variables: JsonObject;
  readonly sources: Sources;
  readonly timeoutMs: number;
  readonly depth: number;
  readonly #frame: Frame;
  readonly #more: JsonObject;
  #states: JsonObject | undefined;
  constructor(frame: Frame, more: JsonObject) {
    this.input = frame.input;
    this.variables = frame.variables;
    this.sources = frame.sources;
    this.timeoutMs = frame.limits.jsonataTimeoutMs;
    this.depth = frame.limits.jsonataDepth;
    this.#frame = frame;
    this.#more = more;
  }
  get states(): JsonObject {
    return (this.#states ??= { input: this.input, context: this.#frame.context, ...this.#more });
  }
}

const NOTHING_MORE: JsonObject = {};

/** `more`: `result` or `errorOutput`, where the language knows them. */
export const jsonataScope = (frame: Frame, more: JsonObject = NOTHING_MORE): JsonataScope => new FrameJsonata(frame, more);
