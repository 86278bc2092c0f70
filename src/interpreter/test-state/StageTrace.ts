import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import type { Stage, Trace } from '../frame.ts';
import type { InspectionData } from '../testStateApi.ts';
import type { KeptText } from './KeptText.ts';

type Numbers = 'maxConcurrency' | 'toleratedFailureCount' | 'toleratedFailurePercentage';

/** Lists are written as one text with `, ` between compact items. */
const list = (value: Json, item: (one: Json) => string): string =>
  isJsonArray(value) ? `[${value.map(item).join(', ')}]` : JSON.stringify(value);

/** Every item of a batch stands there as JSON text within a text. */
const batch = (value: Json): string =>
  JSON.stringify(isJsonObject(value) && isJsonArray(value['Items'] ?? null) ? { ...value, Items: (value['Items'] as readonly Json[]).map((item) => JSON.stringify(item)) } : value);

/** Keeps what each processing step gave, as text, in the way AWS spells it. */
export class StageTrace implements Trace {
  readonly #stages: { [stage in Stage]?: string | number } = {};
  readonly #kept: KeptText;
  readonly rule?: (index: number | 'default') => void;

  constructor(kept: KeptText, rule?: (index: number | 'default') => void) {
    this.#kept = kept;
    if (rule) this.rule = rule;
  }

  put(stage: Stage, value: Json): void {
    this.#stages[stage] = this.#spelled(stage, value);
  }

  #spelled(stage: Stage, value: Json): string | number {
    switch (stage) {
      case 'maxConcurrency':
      case 'toleratedFailureCount':
      case 'toleratedFailurePercentage':
        return Number(value);
      case 'afterItemsPath':
      case 'afterItemSelector':
        return list(value, (item) => JSON.stringify(item));
      case 'afterItemBatcher':
        return list(value, batch);
      default:
        return this.#kept.text(value);
    }
  }

  /** The stages so far, in the order in which they were computed. */
  get data(): Pick<InspectionData, Exclude<Stage, Numbers> | Numbers> {
    // Each stage was spelled by its own kind above: numbers for the three counts, text for the rest.
    return { ...this.#stages } as Pick<InspectionData, Exclude<Stage, Numbers> | Numbers>;
  }
}
