import { isAlias, isCollection, isMap, isPair, isScalar, type Alias, type CST, type Document, type Node, type Pair, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { quoted } from '../json/problems.ts';
import type { KeyNode, Member, ParseProblem, Range, ValueNode } from '../tree.ts';
import { aliasesIn, type Target } from './aliases.ts';
import type { Anchor, Container, ContainerNote, DocumentNote, Entry, Holder, Sharing, ValueNote } from './notes.ts';
import { problemOf, type ProblemCode } from './problems.ts';
import { scalarNode, styleOfScalar } from './scalarNode.ts';
import { isOpaque, opaqueName } from './tags.ts';
import { colonOf, propsOf, scalarEnd, type Item } from './tokens.ts';

/** Aliases may repeat aliases: a few lines can stand for more values than a machine has memory. */
const MAX_EXPANDED = 50_000;
const MAX_EXPANDED_DEPTH = 200;

const end = (range: Range): number => range.offset + range.length;

interface Expansion {
  readonly range: Range;
  readonly sharing: Omit<Sharing, 'origin' | 'whole'>;
  readonly depth: number;
}

/** Makes our tree of one of the library's documents, and notes what only YAML knows. */
export class TreeBuilder {
  readonly problems: ParseProblem[] = [];
  private readonly text: string;
  private readonly restore: (value: string, from: number, to: number) => string;
  private readonly containers = new Map<Container, ContainerNote>();
  private readonly values = new Map<ValueNode, ValueNote>();
  private readonly holders = new Map<ValueNode, Holder>();
  private readonly merged = new Map<Member, Sharing>();
  private readonly aliasNodes = new Map<number, ValueNode>();
  /** What each of the library's nodes became. */
  private readonly made = new Map<Node, ValueNode>();
  private targets: ReadonlyMap<Alias, Target> = new Map();
  private anchors: readonly Anchor[] = [];
  private expanded = 0;

  constructor(text: string, restore: (value: string, from: number, to: number) => string) {
    this.text = text;
    this.restore = restore;
  }

  root(document: Document.Parsed): ValueNode | null {
    const { contents } = document;
    if (!contents || (isScalar(contents) && contents.range[0] === contents.range[1] && !contents.tag && !contents.anchor)) return null;
    const found = aliasesIn(contents, this.text);
    this.targets = found.targets;
    this.anchors = found.anchors;
    return this.value(contents, null);
  }

  notes(): DocumentNote {
    const { anchors, holders, containers, values, merged, aliasNodes } = this;
    return { anchors, holders, containers, values, merged, aliasNodes };
  }

  private report(code: ProblemCode, { offset, length }: Range, what = ''): void {
    this.problems.push(problemOf(this.text, code, offset, length, what));
  }

  /** `props`: where an anchor or a tag before the value starts and ends, or -1. */
  private value(node: ParsedNode, inside: Expansion | null, props: { readonly tag: number; readonly end: number } = { tag: -1, end: -1 }): ValueNode {
    const value = this.plainValue(node, inside, props.tag);
    if (inside) {
      const origin = this.made.get(node);
      if (origin) this.values.set(value, { style: 'alias', propsEnd: -1, shared: { ...inside.sharing, origin, whole: false } });
      return value;
    }
    this.made.set(node, value);
    if (!isAlias(node)) this.values.set(value, { style: isCollection(node) ? (node.flow ? 'flow' : 'block') : styleOfScalar(node), propsEnd: props.tag >= 0 && props.tag === value.offset ? -1 : props.end });
    return value;
  }

  private plainValue(node: ParsedNode, inside: Expansion | null, tagAt: number): ValueNode {
    if (inside) this.expanded += 1;
    if (isAlias(node)) return this.alias(node, inside);
    const range = this.rangeOf(node, inside, tagAt);
    if (isOpaque(node.tag, isCollection(node))) {
      const { name, known } = opaqueName(node, (scalar) => this.restore(String(scalar.value), scalar.range?.[0] ?? 0, scalar.range?.[1] ?? 0));
      if (!inside) this.report(known ? 'placeholder' : 'unknown-tag', range, quoted(known ? `${node.tag ?? ''}${isCollection(node) ? '' : ` ${name}`}` : (node.tag ?? '')));
      return { kind: 'placeholder', ...range, name };
    }
    if (isScalar(node)) {
      const value = scalarNode(node, range, this.text, this.restore);
      if (value.kind === 'broken' && !inside) this.report('bad-number', range, quoted(this.text.slice(range.offset, end(range))));
      return value;
    }
    return isMap(node) ? this.map(node, inside, range) : this.list(node, inside, range);
  }

  private rangeOf(node: ParsedNode, inside: Expansion | null, tagAt: number): Range {
    if (inside) return inside.range;
    const [from, to] = node.range;
    const offset = tagAt >= 0 ? tagAt : from;
    const until = isScalar(node) ? scalarEnd(this.text, node) : to;
    return { offset, length: Math.max(0, until - offset) };
  }

  private alias(node: Alias.Parsed, inside: Expansion | null): ValueNode {
    const range = inside?.range ?? { offset: node.range[0], length: node.range[1] - node.range[0] };
    const target = this.targets.get(node);
    const broken = (code: ProblemCode | null, what = `*${node.source}`): ValueNode => {
      if (code && !inside) this.report(code, range, what);
      return { kind: 'broken', ...range };
    };
    // Without a target the library has reported it.
    if (!target) return broken('alias-unknown');
    if (target.cycle) return broken('alias-cycle');
    const depth = (inside?.depth ?? 0) + 1;
    if (this.expanded > MAX_EXPANDED || depth > MAX_EXPANDED_DEPTH) {
      if (this.expanded !== Number.POSITIVE_INFINITY) this.report('alias-bomb', inside ? { offset: range.offset, length: 0 } : range, MAX_EXPANDED.toLocaleString('en'));
      this.expanded = Number.POSITIVE_INFINITY;
      return { kind: 'broken', ...range };
    }
    const sharing = inside?.sharing ?? { kind: 'alias' as const, name: node.source, at: range.offset };
    const value = this.value(target.node, { range, sharing, depth });
    if (!inside) {
      const origin = this.made.get(target.node);
      if (origin) this.values.set(value, { style: 'alias', propsEnd: -1, shared: { ...sharing, origin, whole: true } });
      this.aliasNodes.set(range.offset, value);
    }
    return value;
  }

  private list(node: YAMLSeq.Parsed, inside: Expansion | null, range: Range): ValueNode {
    const items: ValueNode[] = [];
    const entries: Entry[] = [];
    const token = node.srcToken;
    const tokens = itemTokens(token);
    for (const [index, item] of (node.items as readonly (ParsedNode | Pair<ParsedNode, ParsedNode | null>)[]).entries()) {
      if (isPair(item)) continue;
      const source = tokens[index];
      const props = inside || !source ? undefined : propsOf([...(source.start ?? []), ...(source.sep ?? [])]);
      const value = inside || !isEmpty(item) ? this.value(item, inside, props) : this.emptyItem(item, source, props);
      if (!inside) {
        const dash = source?.start.find((part) => part.type === 'seq-item-ind');
        const start = dash?.offset ?? props?.start ?? value.offset;
        const entry: Entry = { start: dash ? start : Math.min(props && props.start >= 0 ? props.start : value.offset, value.offset), keyEnd: -1, head: dash ? dash.offset + 1 : -1, end: this.valueEnd(value), first: items.length, count: 1, odd: false, merge: false };
        entries.push(entry);
      }
      items.push(value);
    }
    const list: ValueNode = { kind: 'array', ...this.blockRange(range, entries, node.flow === true || inside !== null), items };
    if (!inside) this.note(list, node.flow ? 'flow' : 'block', token, entries, items);
    return list;
  }

  private map(node: YAMLMap.Parsed, inside: Expansion | null, range: Range): ValueNode {
    const members: Member[] = [];
    const entries: Entry[] = [];
    const own = new Set<string>();
    const merges: { readonly pair: Pair<ParsedNode, ParsedNode | null>; readonly at: number; readonly entry: number }[] = [];
    for (const pair of node.items) {
      const item = pair.srcToken as Item | undefined;
      const key = this.key(pair.key, inside);
      const first = members.length;
      const isMerge = isScalar(pair.key) && pair.key.source === '<<' && pair.key.type === 'PLAIN';
      const props = item && !inside ? propsOf(item.sep ?? []) : undefined;
      const colon = item ? colonOf(item) : -1;
      let valueEnd = key ? end(key) : (pair.key?.range?.[1] ?? range.offset);
      if (isMerge) {
        merges.push({ pair, at: first, entry: entries.length });
        valueEnd = pair.value ? this.mergeEnd(pair.value) : valueEnd;
      } else {
        const value = this.memberValue(pair, inside, props, colon, valueEnd);
        valueEnd = Math.max(valueEnd, colon, this.valueEnd(value));
        if (key) {
          if (!inside && own.has(key.value)) this.report('duplicate-key', key, quoted(JSON.stringify(key.value)));
          own.add(key.value);
          const offset = inside ? key.offset : Math.min(key.offset, this.entryStart(item, key.offset));
          members.push({ offset, length: inside ? key.length : end(value) - offset, key, value });
        }
      }
      if (inside) continue;
      const start = this.entryStart(item, key?.offset ?? pair.key?.range?.[0] ?? valueEnd);
      const odd = !key || (item?.start.some((part) => part.type === 'explicit-key-ind') ?? false) || colon < 0;
      entries.push({ start, keyEnd: key ? end(key) : -1, head: colon, end: valueEnd, first, count: members.length - first, odd, merge: isMerge });
    }
    this.mergeInto(members, entries, merges, own, inside);
    const pairStyle = node.srcToken !== undefined && node.srcToken.type === 'flow-collection' && this.text[node.range[0]] !== '{';
    const object: ValueNode = { kind: 'object', ...this.blockRange(range, entries, node.flow === true || inside !== null), members };
    if (!inside) this.note(object, node.flow ? (pairStyle ? 'pair' : 'flow') : 'block', node.srcToken, entries, members.map((member) => member.value));
    return object;
  }

  private memberValue(pair: Pair<ParsedNode, ParsedNode | null>, inside: Expansion | null, props: { start: number; tag: number; end: number } | undefined, colon: number, keyEnd: number): ValueNode {
    const { value } = pair;
    if (value && !isEmpty(value)) return this.value(value, inside, props);
    const offset = inside ? inside.range.offset : props && props.end >= 0 ? props.end : colon >= 0 ? colon : keyEnd;
    const node: ValueNode = { kind: 'literal', offset, length: inside ? inside.range.length : 0, value: null };
    if (value && !inside) this.made.set(value, node);
    if (!inside) this.values.set(node, { style: 'empty', propsEnd: props?.end ?? -1 });
    else if (value) this.shareEmpty(value, node, inside);
    return node;
  }

  /** `-` with nothing behind it. */
  private emptyItem(item: ParsedNode, source: Item | undefined, props: { readonly end: number } | undefined): ValueNode {
    const dash = source?.start.find((part) => part.type === 'seq-item-ind');
    const node: ValueNode = { kind: 'literal', offset: props && props.end >= 0 ? props.end : dash ? dash.offset + 1 : item.range[0], length: 0, value: null };
    this.made.set(item, node);
    this.values.set(node, { style: 'empty', propsEnd: props?.end ?? -1 });
    return node;
  }

  private shareEmpty(value: ParsedNode, node: ValueNode, inside: Expansion): void {
    const origin = this.made.get(value);
    if (origin) this.values.set(node, { style: 'alias', propsEnd: -1, shared: { ...inside.sharing, origin, whole: false } });
  }

  private entryStart(item: Item | undefined, keyAt: number): number {
    const part = item?.start.find(({ type }) => type === 'explicit-key-ind' || type === 'anchor' || type === 'tag');
    return part?.offset ?? keyAt;
  }

  private mergeEnd(value: ParsedNode): number {
    return isScalar(value) ? scalarEnd(this.text, value) : value.range[1];
  }

  private valueEnd(value: ValueNode): number {
    return end(value);
  }

  /** A block ends with its last value; the library's range takes in the lines behind it. */
  private blockRange(range: Range, entries: readonly Entry[], asIs: boolean): Range {
    const last = entries.at(-1);
    return asIs || !last ? range : { offset: range.offset, length: Math.max(0, last.end - range.offset) };
  }

  private key(node: ParsedNode | null, inside: Expansion | null): KeyNode | null {
    const target = node && isAlias(node) ? this.targets.get(node)?.node : node;
    if (!node || !target || !isScalar(target) || (target.type === 'PLAIN' && target.source === '' && target.range?.[0] === target.range?.[1])) {
      const at = node?.range ?? [0, 0, 0];
      if (!inside) this.report('bad-key', { offset: at[0], length: Math.max(0, at[1] - at[0]) });
      return null;
    }
    const [from, to] = node.range;
    const [sourceFrom, sourceTo] = target.range;
    const written = target.type === 'PLAIN' ? (target.source ?? '') : String(target.value);
    const value = this.restore(written, sourceFrom, sourceTo);
    return inside ? { ...inside.range, value } : { offset: from, length: to - from, value };
  }

  /** Members of merged objects stand where the `<<` stands; what the object says itself wins, then what is merged first. */
  private mergeInto(members: Member[], entries: Entry[], merges: readonly { readonly pair: Pair<ParsedNode, ParsedNode | null>; readonly at: number; readonly entry: number }[], own: Set<string>, inside: Expansion | null): void {
    let added = 0;
    for (const { pair, at, entry } of merges) {
      const [from] = pair.key.range;
      const until = pair.value ? this.mergeEnd(pair.value) : from + 2;
      const place: Range = inside ? inside.range : { offset: from, length: until - from };
      const name = pair.value && isAlias(pair.value) ? pair.value.source : '<<';
      const sharing = inside?.sharing ?? { kind: 'merge' as const, name, at: from };
      const expansion: Expansion = { range: place, sharing, depth: (inside?.depth ?? 0) + 1 };
      const found: Member[] = [];
      for (const source of this.mergeSources(pair.value, place, inside)) {
        const object = this.expanded > MAX_EXPANDED ? null : this.value(source, expansion);
        for (const member of object?.kind === 'object' ? object.members : []) {
          if (own.has(member.key.value)) continue;
          own.add(member.key.value);
          found.push(member);
          const origin = this.values.get(member.value)?.shared?.origin;
          if (!inside) this.merged.set(member, { ...sharing, origin: origin ?? member.value, whole: false });
        }
      }
      if (this.expanded > MAX_EXPANDED && this.expanded !== Number.POSITIVE_INFINITY) {
        this.report('alias-bomb', place, MAX_EXPANDED.toLocaleString('en'));
        this.expanded = Number.POSITIVE_INFINITY;
      }
      members.splice(at + added, 0, ...found);
      if (!inside) {
        for (let index = 0; index < entries.length; index += 1) {
          const each = entries[index];
          if (!each) continue;
          if (index === entry) entries[index] = { ...each, count: found.length };
          else if (index > entry) entries[index] = { ...each, first: each.first + found.length };
        }
      }
      added += found.length;
    }
  }

  private mergeSources(value: ParsedNode | null, place: Range, inside: Expansion | null): readonly ParsedNode[] {
    const resolved = (node: ParsedNode | null): readonly ParsedNode[] => {
      if (!node) return [];
      if (!isAlias(node)) return isMap(node) ? [node] : [];
      const target = this.targets.get(node);
      return target && !target.cycle && isMap(target.node) ? [target.node] : [];
    };
    const all = value && isCollection(value) && !isMap(value) ? (value.items as readonly ParsedNode[]).flatMap((item) => (isPair(item) ? [] : resolved(item))) : resolved(value);
    if (all.length === 0 && !inside) this.report('bad-merge', place);
    return all;
  }

  private note(container: ValueNode, style: ContainerNote['style'], token: CST.Token | undefined, entries: readonly Entry[], values: readonly ValueNode[]): void {
    if (container.kind !== 'object' && container.kind !== 'array') return;
    const first = entries[0];
    const column = style === 'block' && first ? columnOf(this.text, first.start) : token && 'indent' in token ? token.indent : 0;
    this.containers.set(container, { style, column, entries });
    for (const entry of entries) {
      if (entry.merge) continue;
      for (let index = entry.first; index < entry.first + entry.count; index += 1) {
        const value = values[index];
        if (value) this.holders.set(value, { container, entry });
      }
    }
  }
}

const isEmpty = (node: ParsedNode): boolean => isScalar(node) && node.range[0] === node.range[1] && !node.tag && (node.source ?? '') === '';

/** Column of an offset on its line, from 0. */
export function columnOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  return text[start] === '\ufeff' ? offset - start - 1 : offset - start;
}

/** The items of a list in the source, without what holds comments only. */
function itemTokens(token: CST.BlockSequence | CST.FlowCollection | undefined): readonly Item[] {
  const items = (token?.items ?? []) as readonly Item[];
  if (token?.type !== 'flow-collection') return items;
  return items.filter((item) => item.value !== undefined || item.key !== undefined || item.sep !== undefined || item.start.some((part) => part.type === 'anchor' || part.type === 'tag'));
}
