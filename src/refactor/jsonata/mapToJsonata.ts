import { memberOf, objectIn, valueOf } from '../../asl/pointer.ts';
import type { ObjectNode } from '../../asl/tree.ts';
import { tight, type Expression } from './Converted.ts';
import { asTemplate, added, joined, NOTHING, refusing, renamed, type Part } from './Part.ts';
import { INPUT } from './resultToJsonata.ts';
import { asNumber, atPath } from './scalarToJsonata.ts';
import { templateInPlace } from './templateToJsonata.ts';

const NUMBERS = ['MaxConcurrency', 'ToleratedFailureCount', 'ToleratedFailurePercentage'] as const;
const BATCH_NUMBERS = ['MaxItemsPerBatch', 'MaxInputBytesPerBatch'] as const;

/** What only a Map has: items, their selector and batches, reader and writer, concurrency and tolerance. */
export function mapToJsonata(state: ObjectNode, input: Expression): Part {
  return joined([
    items(state, input),
    selector(state, input),
    reader(state, input),
    batcher(state, input),
    dataParameters(state, 'ResultWriter', input),
    ...NUMBERS.map((name) => atPath(state, `${name}Path`, name, input, asNumber)),
  ]);
}

/** Without ItemsPath the items are what InputPath chose; a reader brings its own. */
function items(state: ObjectNode, input: Expression): Part {
  if (memberOf(state, 'ItemsPath')) return atPath(state, 'ItemsPath', 'Items', input, tight);
  return memberOf(state, 'ItemReader') || input.text === INPUT.text ? NOTHING : added(state, 'Items', asTemplate(input.text));
}

/** Old definitions call it Parameters. */
function selector(state: ObjectNode, input: Expression): Part {
  const [now, old] = [memberOf(state, 'ItemSelector'), memberOf(state, 'Parameters')];
  if (now && old) return refusing('Parameters', { reason: 'There are both ItemSelector and Parameters.', nextStep: 'Remove Parameters first.' });
  const member = now ?? old;
  return member ? joined([renamed(state, member, 'ItemSelector', member.key.value), templateInPlace(member.value, member.key.value, tight(input))]) : NOTHING;
}

function reader(state: ObjectNode, input: Expression): Part {
  const config = objectIn(objectIn(state, 'ItemReader'), 'ReaderConfig');
  const most = config ? atPath(config, 'MaxItemsPath', 'MaxItems', input, asNumber, 'ItemReader.ReaderConfig.MaxItemsPath') : NOTHING;
  return joined([dataParameters(state, 'ItemReader', input), most]);
}

function batcher(state: ObjectNode, input: Expression): Part {
  const batch = objectIn(state, 'ItemBatcher');
  if (!batch) return NOTHING;
  const shared = valueOf(batch, 'BatchInput');
  return joined([
    ...BATCH_NUMBERS.map((name) => atPath(batch, `${name}Path`, name, input, asNumber, `ItemBatcher.${name}Path`)),
    shared ? templateInPlace(shared, 'ItemBatcher.BatchInput', tight(input)) : NOTHING,
  ]);
}

/** Parameters of the reader or the writer. */
function dataParameters(state: ObjectNode, name: 'ItemReader' | 'ResultWriter', input: Expression): Part {
  const of = objectIn(state, name);
  const member = of && memberOf(of, 'Parameters');
  if (!of || !member) return NOTHING;
  const field = `${name}.Parameters`;
  return joined([renamed(of, member, 'Arguments', field), templateInPlace(member.value, field, tight(input))]);
}
