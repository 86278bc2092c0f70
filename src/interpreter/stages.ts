import type { QueryLanguage } from '../asl/names.ts';
import type { InspectionData } from './testStateApi.ts';

type TextStage = { [K in keyof InspectionData]-?: NonNullable<InspectionData[K]> extends string | number ? K : never }[keyof InspectionData];

const JSONPATH: readonly (readonly [TextStage, string])[] = [
  ['input', 'State input'],
  ['afterInputPath', 'After InputPath'],
  ['afterParameters', 'After Parameters'],
  ['afterItemsPath', 'After ItemsPath'],
  ['afterItemsPointer', 'After ItemsPointer'],
  ['afterItemSelector', 'After ItemSelector'],
  ['afterItemBatcher', 'After ItemBatcher'],
  ['maxConcurrency', 'MaxConcurrency'],
  ['toleratedFailureCount', 'ToleratedFailureCount'],
  ['toleratedFailurePercentage', 'ToleratedFailurePercentage'],
  ['result', 'Result'],
  ['afterResultSelector', 'After ResultSelector'],
  ['afterResultPath', 'After ResultPath'],
  ['variables', 'Variables after the state'],
];

const JSONATA: readonly (readonly [TextStage, string])[] = [
  ['input', 'State input'],
  ['afterArguments', 'After Arguments'],
  ['maxConcurrency', 'MaxConcurrency'],
  ['toleratedFailureCount', 'ToleratedFailureCount'],
  ['toleratedFailurePercentage', 'ToleratedFailurePercentage'],
  ['result', 'Result'],
  ['variables', 'Variables after the state'],
];

export interface Stage {
  readonly key: string;
  readonly label: string;
  /** JSON text as AWS spells it. */
  readonly text: string;
}

/** The stages a test went through, in the order of processing, with the labels of the data-flow view. */
export function stageList(inspectionData: InspectionData, language: QueryLanguage): readonly Stage[] {
  const order = language === 'JSONata' ? JSONATA : JSONPATH;
  return order.flatMap(([key, label]) => {
    const text = inspectionData[key];
    return text === undefined ? [] : [{ key, label, text: String(text) }];
  });
}
