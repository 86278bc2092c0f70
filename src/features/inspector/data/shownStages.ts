import type { QueryLanguage } from '../../../asl/names.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { LiveStages } from '../../../interpreter/live/liveStages.ts';
import { payloadBytes } from '../../../interpreter/payloadSize.ts';
import { stageList } from '../../../interpreter/stages.ts';
import type { Json } from '../../../lib/Json.ts';
import type { PathRoots } from '../../../ui/json/PathBar.tsx';
import { type StageValues, valueIn } from './fieldScope.ts';
import type { ShownStage } from './StageView.tsx';

/** What a stage is held against; one that the state makes anew is held against nothing. ResultPath puts the result into the raw input. */
const AGAINST: { readonly [stage: string]: readonly string[] } = {
  afterInputPath: ['input'], afterParameters: ['afterInputPath', 'input'], afterItemSelector: ['afterItemsPath'],
  afterResultSelector: ['result'], afterResultPath: ['input'], output: ['afterResultPath', 'afterInputPath', 'result', 'input'],
};
const BEHIND: ReadonlySet<string> = new Set(['result', 'afterResultSelector', 'afterResultPath', 'output']);

/** The stages of one side of the state's work, in the order of processing. */
export function shownStages(entry: StateEntry, stages: LiveStages, { data, input, result }: StageValues, side: 'before' | 'after'): readonly ShownStage[] {
  const outcome = stages.outcome;
  const output = outcome?.kind === 'answered' && outcome.response.output !== undefined ? valueIn(outcome.response.output) : undefined;
  const listed = stageList(data, entry.language).filter(({ key }) => key !== 'variables').flatMap(({ key, label, text }) => {
    const value = valueIn(text);
    return value === undefined ? [] : [{ key: key, label, value }];
  });
  const all: { readonly key: string; readonly label: string; readonly value: Json }[] = listed.some(({ key }) => key === 'input') ? [...listed] : [{ key: 'input', label: 'State input', value: input }, ...listed];
  if (result !== undefined && entry.type !== 'Pass' && !all.some(({ key }) => key === 'result')) all.splice(all.findIndex(({ key }) => key.startsWith('afterResult')) >>> 0, 0, { key: 'result', label: 'Result', value: result });
  if (output !== undefined) all.push({ key: 'output', label: 'Output', value: output });
  // Behind the work JSONata still sees the input.
  const ofSide = all.filter(({ key }) => BEHIND.has(key) === (side === 'after') || (key === 'input' && entry.language === 'JSONata'));
  return ofSide.map(({ key, label, value }, at) => {
    const found = (AGAINST[key] ?? []).filter((other) => entry.language === 'JSONPath' || other !== 'result').map((other) => all.find((one) => one.key === other)).find((one) => one !== undefined);
    const shown = { key, label, value, bytes: payloadBytes(value), roots: rootsOf(key, entry.language) };
    return { ...shown, open: (at === 0 && (key !== 'input' || side === 'before')) || at === ofSide.length - 1, ...(found ? { against: { label: found.label, value: found.value } } : {}) };
  });
}

/** What paths into a stage begin with; JSONata sees only the input and the result. */
export function rootsOf(key: string, shown: QueryLanguage): PathRoots {
  return { jsonPath: '$', jsonata: key === 'result' ? '$states.result' : '$states.input', shown };
}
