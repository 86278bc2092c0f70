import type { NewStateType } from '../../asl/newState.ts';
import type { IconName } from '../../ui/icons.tsx';
import type { StateIconType } from '../../ui/StateIcon.tsx';

export type PaletteTab = 'actions' | 'flow' | 'patterns';

export interface PaletteItem {
  readonly id: string;
  /** What a drop or Enter adds; `curl` opens the dialog for a pasted command; `item`: what `itemCommand` makes of the id. */
  readonly adds: NewStateType | 'curl' | 'item';
  readonly tab: PaletteTab;
  readonly group: string;
  readonly name: string;
  readonly text: string;
  readonly icon: StateIconType;
  readonly glyph?: IconName;
  /** Other words people search for. */
  readonly words: string;
  /** Starred; undefined: cannot be. */
  readonly starred?: boolean;
  /** What AWS says of the action, where that has come. */
  readonly note?: string | undefined;
  /** Kept by the person, who may rename and delete it. */
  readonly own?: string;
}

const flow = (type: Exclude<NewStateType, 'Http' | 'Task'>, text: string, words: string): PaletteItem => ({ id: type.toLowerCase(), adds: type, tab: 'flow', group: 'Flow', name: type, text, icon: type, words });

export const PALETTE_ITEMS: readonly PaletteItem[] = [
  { id: 'http', adds: 'Http', tab: 'actions', group: 'Third-party APIs', name: 'HTTP endpoint', text: 'Any HTTPS API', icon: 'Http', words: 'https rest api call request webhook third-party invoke' },
  { id: 'curl', adds: 'curl', tab: 'actions', group: 'Third-party APIs', name: 'From a cURL command', text: 'Paste and get a task', icon: 'Http', glyph: 'terminal', words: 'curl paste import request http' },
  { id: 'task', adds: 'Task', tab: 'actions', group: 'AWS services', name: 'AWS service task', text: 'Starts as lambda:invoke', icon: 'Task', words: 'lambda function dynamodb sns sqs s3 ecs activity sdk integration' },
  flow('Choice', 'Goes on by conditions', 'if else branch rule condition switch'),
  flow('Parallel', 'Runs branches side by side', 'concurrent branches fork'),
  flow('Map', 'Repeats for each item', 'loop iterate each array list distributed inline'),
  flow('Pass', 'Shapes data or sets variables', 'transform assign result set'),
  flow('Wait', 'For a time, or until a date', 'delay sleep pause timestamp seconds'),
  flow('Succeed', 'Ends the workflow well', 'success end stop done'),
  flow('Fail', 'Ends the workflow with an error', 'error end stop throw'),
];

/** Items of the tab, or, while something is searched, of both. Every word must be found. */
export function itemsFor(tab: PaletteTab, search: string): readonly PaletteItem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return PALETTE_ITEMS.filter((item) => item.tab === tab);
  return PALETTE_ITEMS.filter((item) => {
    const text = `${item.name} ${item.text} ${item.group} ${item.words}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
