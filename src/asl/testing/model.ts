import type { Content, Operation, Part } from '../operations.ts';
import type { ArrayNode, Member, ObjectNode, ValueNode } from '../tree.ts';

/** A document as plain slots, on which operations are done the obvious way: what the patcher is measured against. */
export interface ModelEntry {
  key: string | null;
  value: ModelValue;
  /** The entry of the original document that this is; absent for what was inserted. */
  readonly origin?: Member | ValueNode;
}
export interface ModelContainer {
  readonly kind: 'object' | 'array';
  /** Arrivals before each original entry, and behind the last. */
  readonly arrivals: ModelEntry[][];
  readonly entries: { readonly entry: ModelEntry; left: boolean }[];
}
export type ModelValue = ModelContainer | { readonly kind: 'scalar'; readonly spelling: string };

type Container = ObjectNode | ArrayNode;

export class Model {
  readonly root: ModelEntry;
  private readonly containers = new Map<Container, ModelContainer>();
  private readonly holders = new Map<ValueNode, ModelEntry>();
  private readonly text: string;

  constructor(text: string, root: ValueNode) {
    this.text = text;
    this.root = this.entry(null, root, root);
  }

  private entry(key: string | null, value: ValueNode, origin: Member | ValueNode): ModelEntry {
    const entry: ModelEntry = { key, value: this.value(value), origin };
    this.holders.set(value, entry);
    return entry;
  }

  private value(node: ValueNode): ModelValue {
    if (node.kind !== 'object' && node.kind !== 'array') return { kind: 'scalar', spelling: this.text.slice(node.offset, node.offset + node.length) };
    const entries = node.kind === 'object' ? node.members.map((member) => this.entry(member.key.value, member.value, member)) : node.items.map((item) => this.entry(null, item, item));
    const container: ModelContainer = { kind: node.kind, arrivals: Array.from({ length: entries.length + 1 }, () => []), entries: entries.map((entry) => ({ entry, left: false })) };
    this.containers.set(node, container);
    return container;
  }

  /** False, and nothing done, when the operation would move a part into itself. */
  apply(operation: Operation): boolean {
    switch (operation.op) {
      case 'set':
        this.holders.get(operation.node)!.value = contentValue(operation.content);
        return true;
      case 'renameKey':
        this.holders.get(operation.member.value)!.key = operation.to;
        return true;
      case 'insert':
        this.arrive(operation, { key: operation.key ?? null, value: contentValue(operation.content) });
        return true;
      case 'detach':
        return true;
      case 'remove':
        this.slot(operation.part).left = true;
        return true;
      default:
        return this.move(operation);
    }
  }

  private slot(part: Part): { readonly entry: ModelEntry; left: boolean } {
    const index = part.kind === 'member' ? part.of.members.indexOf(part.member) : part.index;
    return this.containers.get(part.of)!.entries[index]!;
  }

  private move(operation: Extract<Operation, { op: 'move' }>): boolean {
    const slot = this.slot(operation.part);
    const target = this.containers.get(operation.place.into)!;
    if (holds(slot.entry.value, target)) return false;
    slot.left = true;
    const { entry } = slot;
    const key = target.kind === 'array' ? null : (operation.key ?? entry.key);
    // A move that names a key wins over a rename of the same member.
    entry.key = key;
    this.arrive(operation, entry);
    return true;
  }

  private arrive({ place }: { place: { into: Container; at: number | 'end' } }, entry: ModelEntry): void {
    const target = this.containers.get(place.into)!;
    target.arrivals[place.at === 'end' ? target.entries.length : place.at]!.push(entry);
  }
}

/** What stands in a container in the end, in order. */
export function finalEntries(container: ModelContainer): ModelEntry[] {
  return container.arrivals.flatMap((arrivals, index) => {
    const slot = container.entries[index];
    return slot && !slot.left ? [...arrivals, slot.entry] : arrivals;
  });
}

const holds = (value: ModelValue, target: ModelContainer): boolean =>
  value === target || (value.kind !== 'scalar' && finalEntries(value).some((entry) => holds(entry.value, target)));

function contentValue(content: Content): ModelValue {
  switch (content.kind) {
    case 'verbatim':
      return jsonValue(JSON.parse(content.text));
    case 'json':
      return jsonValue(content.value);
    case 'array':
      return fresh('array', content.items.map((item) => ({ key: null, value: contentValue(item) })));
    default:
      return fresh('object', content.members.map(([key, value]) => ({ key, value: contentValue(value) })));
  }
}

function jsonValue(value: unknown): ModelValue {
  if (Array.isArray(value)) return fresh('array', value.map((item) => ({ key: null, value: jsonValue(item) })));
  if (typeof value === 'object' && value !== null) return fresh('object', Object.entries(value).map(([key, child]) => ({ key, value: jsonValue(child) })));
  return { kind: 'scalar', spelling: JSON.stringify(value) };
}

const fresh = (kind: 'object' | 'array', entries: ModelEntry[]): ModelContainer => ({ kind, arrivals: [entries], entries: [] });
