import { OPTIMIZED } from './optimized.ts';
import { optimizedResource, sdkResource } from './resource.ts';
import { FILLERS, NOUNS, POPULAR, SERVICE_WORDS, VERBS } from './searchWords.ts';

interface Searched {
  readonly service: string;
  readonly title: string;
  readonly actions: Iterable<string>;
}

export interface SearchHit {
  readonly of: 'sdk' | 'optimized';
  readonly service: string;
  readonly title: string;
  readonly action: string;
  readonly resource: string;
}

interface Entry extends SearchHit {
  readonly lower: string;
  /** The words of the action, each with a blank before it: a hit at the start of a word counts more. */
  readonly words: string;
}

interface Group {
  readonly service: string;
  /** Name and title of the service, and what people call it. */
  readonly text: string;
  readonly popular: number;
  readonly entries: readonly Entry[];
}

/** Over all actions in a few milliseconds: services are looked at first, actions only for the words that a service does not answer. */
export function createSearch(services: readonly Searched[]): (text: string, most: number) => readonly SearchHit[] {
  const groups = [...optimizedGroups(), ...services.map(sdkGroup)];
  return (text, most) => {
    const words = meant(wordsOf(text)).map(queryWord);
    if (words.length === 0) return [];
    let best: readonly Scored[] = [];
    let waiting: Scored[] = [];
    const settle = (): void => {
      best = [...best, ...waiting].toSorted(better).slice(0, most);
      waiting = [];
    };
    for (const group of groups) {
      // A short word is found in thousands of names: what cannot be among the best any more is not sorted.
      const least = best.length < most ? 0 : (best.at(-1)?.score ?? 0);
      for (const one of scoredOf(group, words)) if (one.score >= least) waiting.push(one);
      if (waiting.length > 500) settle();
    }
    settle();
    return best.map(({ entry: { of, service, title, action, resource } }) => ({ of, service, title, action, resource }));
  };
}

interface Scored {
  readonly entry: Entry;
  readonly score: number;
}

const better = (a: Scored, b: Scored): number => b.score - a.score || (a.entry.resource < b.entry.resource ? -1 : 1);

function scoredOf(group: Group, words: readonly Word[]): readonly Scored[] {
  const fromService = words.map(({ word }) => serviceScore(group, word));
  const found: Scored[] = [];
  for (const entry of group.entries) {
    const score = scoreOf(entry, words, fromService);
    // Of two that fit equally well, the optimized integration, the popular service and the shorter name.
    if (score > 0) found.push({ entry, score: score + group.popular + (entry.of === 'optimized' ? 6 : 0) - entry.action.length / 100 });
  }
  return found;
}

/** `arn:aws:states:::aws-sdk:s3:getObject`, `s3:GetObject` and `s3 getObject` are searched as their words. */
const wordsOf = (text: string): readonly string[] =>
  text.replace(/^arn:[\w-]+:states:[^:]*:[^:]*:(aws-sdk:)?/, '').toLowerCase().split(/[^a-z0-9-]+/).filter(Boolean);

/** "save a file to a bucket": the little words are in no name. A search for nothing else is taken as it stands. */
function meant(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !FILLERS.has(word));
  return left.length > 0 ? left : words;
}

const split = (action: string): string => ` ${action.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').toLowerCase()}`;

function entriesOf(of: 'sdk' | 'optimized', service: string, title: string, actions: Iterable<string>): readonly Entry[] {
  const resource = of === 'sdk' ? sdkResource : optimizedResource;
  return [...actions].map((action) => ({ of, service, title, action, resource: resource(service, action), lower: action.toLowerCase(), words: split(action) }));
}

function group(of: 'sdk' | 'optimized', service: string, title: string, actions: Iterable<string>): Group {
  const popular = Object.hasOwn(POPULAR, service) ? (POPULAR[service] ?? 0) : 0;
  const more = Object.hasOwn(SERVICE_WORDS, service) ? (SERVICE_WORDS[service] ?? '') : '';
  return { service, text: ` ${service} ${title.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} ${more}`, popular, entries: entriesOf(of, service, title, actions) };
}

const optimizedGroups = (): readonly Group[] => Object.entries(OPTIMIZED).map(([service, { title, actions }]) => group('optimized', service, title, Object.keys(actions)));
const sdkGroup = ({ service, title, actions }: Searched): Group => group('sdk', service, title, actions);

function serviceScore({ service, text }: Group, word: string): number {
  if (service === word) return 40;
  if (service.startsWith(word)) return 14;
  if (text.includes(` ${word}`)) return 10;
  return word.length > 3 && text.includes(word) ? 3 : 0;
}

interface Word {
  readonly word: string;
  readonly asWord: string;
  /** Of a plural: actions mostly have the singular. */
  readonly singular: string | null;
  readonly otherVerbs: readonly string[];
  readonly otherNouns: readonly string[];
}

const queryWord = (word: string): Word => ({
  word,
  asWord: ` ${word}`,
  singular: word.length > 3 && word.endsWith('s') ? ` ${word.slice(0, -1)}` : null,
  otherVerbs: Object.hasOwn(VERBS, word) ? (VERBS[word] ?? []) : [],
  otherNouns: othersOf(word),
});

function othersOf(word: string): readonly string[] {
  const one = Object.hasOwn(NOUNS, word) ? word : word.replace(/s$/, '');
  return (Object.hasOwn(NOUNS, one) ? (NOUNS[one] ?? []) : []).map((other) => ` ${other}`);
}

/** 0: some word is found nowhere. */
function scoreOf(entry: Entry, words: readonly Word[], fromService: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < words.length; at++) {
    const score = Math.max(actionScore(entry, words[at] as Word), fromService[at] ?? 0);
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

function actionScore({ lower, words }: Entry, { word, asWord, singular, otherVerbs, otherNouns }: Word): number {
  if (lower.startsWith(word)) return lower.length === word.length ? 60 : 22;
  if (words.includes(asWord)) return 18;
  if (singular !== null && words.includes(singular)) return 16;
  for (const other of otherVerbs) if (lower.startsWith(other)) return 12;
  for (const other of otherNouns) if (words.includes(other)) return 9;
  return word.length > 2 && lower.includes(word) ? 5 : 0;
}
