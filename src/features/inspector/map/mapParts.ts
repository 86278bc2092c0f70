import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import { noSuchState } from '../../../asl/commands/operate.ts';
import { DISTRIBUTED_FIELDS, isDistributedMap } from '../../../asl/distributedMap.ts';
import type { StateId } from '../../../asl/names.ts';
import type { Command } from '../../../asl/operations.ts';
import { findState, type StateEntry } from '../../../asl/states.ts';
import type { Json } from '../../../lib/Json.ts';
import { ok } from '../../../lib/Result.ts';
import { nodeIn, textIn, valueIn } from '../values.ts';

/** The processor under the name it is written with; a new one gets the new name. */
export const processorKey = (entry: StateEntry): 'ItemProcessor' | 'Iterator' => (nodeIn(entry, ['ItemProcessor']) === null && nodeIn(entry, ['Iterator']) !== null ? 'Iterator' : 'ItemProcessor');

export const strayFields = (entry: StateEntry): readonly string[] => (isDistributedMap(entry.node) ? [] : DISTRIBUTED_FIELDS.filter((field) => nodeIn(entry, [field]) !== null));

/** Inline, or distributed to child executions, whose type AWS wants to be told. */
export function setMode(entry: StateEntry, mode: 'INLINE' | 'DISTRIBUTED'): Command {
  const path: FieldPath = [processorKey(entry), 'ProcessorConfig'];
  const type = textIn(entry, [...path, 'ExecutionType']) ?? 'STANDARD';
  return setField(entry.id, path, mode === 'INLINE' ? { Mode: mode } : { Mode: mode, ExecutionType: type });
}

export type ItemSource = 'state' | 'reader';

export const sourceIn = (entry: StateEntry): ItemSource => (nodeIn(entry, ['ItemReader']) === null ? 'state' : 'reader');

export const READ_OBJECT = 'arn:aws:states:::s3:getObject';
export const LIST_OBJECTS = 'arn:aws:states:::s3:listObjectsV2';

/** Reads the items from Amazon S3, or takes them from the state's input; the fields of the other way go. Errors: `no-such-state`. */
export const setSource = (id: StateId, to: ItemSource): Command => (tree) => {
  const state = findState(tree, id);
  if (!state) return noSuchState(id);
  const change = (path: FieldPath, value: Json | undefined) => setField(id, path, value)(tree);
  const edits = to === 'reader' ? [change(['ItemReader'], newReader(state)), change(['Items'], undefined), change(['ItemsPath'], undefined)] : [change(['ItemReader'], undefined)];
  const refused = edits.find((edit) => !edit.ok);
  if (refused && !refused.ok) return refused;
  return ok({ ops: edits.flatMap((edit) => (edit.ok ? edit.value.ops : [])), label: `Change the items of ${state.name}` });
};

const newReader = (state: StateEntry): Json => ({ Resource: READ_OBJECT, ReaderConfig: { InputType: 'JSON' }, [givenKey(state)]: { Bucket: 'amzn-s3-demo-bucket', Key: 'items.json' } });

/** What a reader or writer is given: under `Arguments` in JSONata, else under `Parameters`. */
export const givenKey = (entry: StateEntry): 'Arguments' | 'Parameters' => (entry.language === 'JSONata' ? 'Arguments' : 'Parameters');

/** A batcher without a limit is refused, so both modes of it begin with one. */
export const NEW_BATCHER = { MaxItemsPerBatch: 10 };
export const newWriter = (entry: StateEntry): Json => ({ Resource: 'arn:aws:states:::s3:putObject', [givenKey(entry)]: { Bucket: 'amzn-s3-demo-bucket', Prefix: 'results' } });

export const isObjectOrNone = (entry: StateEntry, field: string): boolean => {
  const value = valueIn(entry, [field]);
  return value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));
};
