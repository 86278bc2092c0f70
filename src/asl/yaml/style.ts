import type { Tree } from '../tree.ts';
import { notesOf, type ScalarStyle } from './notes.ts';

/** How a document is written, by majority; new text is spelt the same way. */
export interface YamlStyle {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: number;
  /** Lists under a key begin in the column of the key. */
  readonly indentless: boolean;
  /** For texts that need quotation marks. */
  readonly quotes: 'single' | 'double';
  /** How names and texts stand that need none. */
  readonly key: ScalarStyle;
  readonly value: ScalarStyle;
  readonly bracePad: string;
}

export const NEW_STYLE: YamlStyle = { eol: '\n', unit: 2, indentless: false, quotes: 'double', key: 'plain', value: 'plain', bracePad: '' };

const styles = new WeakMap<Tree, YamlStyle>();

export function yamlStyleOf(tree: Tree): YamlStyle {
  let style = styles.get(tree);
  if (!style) styles.set(tree, (style = detect(tree)));
  return style;
}

function most<T>(counts: ReadonlyMap<T, number>, otherwise: T): T {
  let best = otherwise;
  let count = 0;
  for (const [vote, votes] of counts) {
    if (votes > count) [best, count] = [vote, votes];
  }
  return best;
}

function detect(tree: Tree): YamlStyle {
  const { text } = tree;
  const { containers, holders, values } = notesOf(tree);
  const [units, lists, pads] = [new Map<number, number>(), new Map<boolean, number>(), new Map<string, number>()];
  const keys = { plain: 0, single: 0, double: 0 };
  const texts = { plain: 0, single: 0, double: 0 };
  const add = <T>(votes: Map<T, number>, vote: T): void => void votes.set(vote, (votes.get(vote) ?? 0) + 1);
  for (const [container, note] of containers) {
    if (container.kind === 'object') for (const { key } of container.members) keys[quoteAt(text, key.offset)] += 1;
    if (note.style === 'flow' && container.kind === 'object' && container.members.length > 0) add(pads, text[container.offset + 1] === ' ' ? ' ' : '');
    const holder = holders.get(container);
    const outer = holder && containers.get(holder.container);
    if (note.style !== 'block' || outer?.style !== 'block' || holder?.container.kind !== 'object' || note.entries.length === 0) continue;
    if (container.kind === 'array') add(lists, note.column === outer.column);
    if (note.column > outer.column) add(units, note.column - outer.column);
  }
  for (const [node, { style }] of values) {
    if (node.kind === 'string' && (style === 'plain' || style === 'single' || style === 'double')) texts[style] += 1;
  }
  const single = texts.single + keys.single;
  const double = texts.double + keys.double;
  const common = (counts: typeof keys): ScalarStyle => (counts.plain >= counts.single + counts.double ? 'plain' : counts.single > counts.double ? 'single' : 'double');
  return {
    eol: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    unit: most(units, 2),
    indentless: most(lists, false),
    quotes: single > double ? 'single' : 'double',
    key: common(keys),
    value: common(texts),
    bracePad: most(pads, ''),
  };
}

const quoteAt = (text: string, offset: number): 'plain' | 'single' | 'double' => (text[offset] === '"' ? 'double' : text[offset] === "'" ? 'single' : 'plain');
