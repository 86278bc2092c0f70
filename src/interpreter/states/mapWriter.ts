import { isJsonObject, type Json } from '../../lib/Json.ts';
import { ok } from '../../lib/Result.ts';
import { chain, type Step } from '../failure.ts';
import type { Frame } from '../frame.ts';
import type { Writer } from '../outcome.ts';
import type { MapState } from './definition.ts';
import { dataArguments } from './mapReader.ts';

const one = <T extends string>(value: Json | undefined, of: readonly T[], otherwise: T): T => of.find((name) => name === value) ?? otherwise;

/** The ResultWriter with its fields evaluated; undefined where the state has none. */
export function writerOf(state: MapState, input: Json, frame: Frame): Step<Writer | undefined> {
  const writer = state.ResultWriter;
  if (writer === undefined) return ok(undefined);
  const config = isJsonObject(writer['WriterConfig']) ? writer['WriterConfig'] : {};
  const form = {
    transformation: one(config['Transformation'], ['NONE', 'COMPACT', 'FLATTEN'] as const, 'NONE'),
    outputType: one(config['OutputType'], ['JSON', 'JSONL'] as const, 'JSON'),
  };
  const resource = writer['Resource'];
  if (typeof resource !== 'string') return ok(form);
  return chain(dataArguments(writer, 'ResultWriter', input, frame), (args) => ok({ ...form, call: { stateName: frame.stateName, resource, arguments: args } }));
}
