import { childPointer, ROOT } from '../asl/pointer.ts';
import type { Pointer } from '../asl/names.ts';
import { lineColumn } from '../asl/lines.ts';
import { toJson } from '../asl/toJson.ts';
import type { Member, ObjectNode, ValueNode } from '../asl/tree.ts';
import { isJsonObject, type Json, type JsonObject } from '../lib/Json.ts';
import { nearest } from '../lib/nearest.ts';

export interface SuiteProblem {
  readonly message: string;
  readonly pointer: Pointer;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A value and where it stands. */
export interface Place {
  readonly node: ValueNode;
  readonly pointer: Pointer;
}

/** Reads members of the right kind and says of each other one where it stands and what to write. */
export class SuiteReader {
  readonly problems: SuiteProblem[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  say(place: { readonly node: { readonly offset: number }; readonly pointer: Pointer }, message: string): undefined {
    const { offset } = place.node;
    this.problems.push({ message, pointer: place.pointer, offset, ...lineColumn(this.#text, offset) });
    return undefined;
  }

  root(node: ValueNode): Place {
    return { node, pointer: ROOT };
  }

  member(place: Place, key: string): Place | undefined {
    const found = place.node.kind === 'object' ? place.node.members.findLast((member) => member.key.value === key) : undefined;
    return found && this.at(place, found);
  }

  at(place: Place, found: Member): Place {
    return { node: found.value, pointer: childPointer(place.pointer, found.key.value) };
  }

  items(place: Place): readonly Place[] {
    return place.node.kind === 'array' ? place.node.items.map((node, index) => ({ node, pointer: childPointer(place.pointer, index) })) : [];
  }

  members(place: Place): readonly { readonly key: string; readonly offset: number; readonly value: Place }[] {
    return place.node.kind === 'object' ? place.node.members.map((member) => ({ key: member.key.value, offset: member.offset, value: this.at(place, member) })) : [];
  }

  /** Says so where it is no object, or has a member that means nothing here or stands twice. */
  object(place: Place, what: string, known: readonly string[]): place is Place & { readonly node: ObjectNode } {
    if (place.node.kind !== 'object') {
      this.say(place, `${what} must be an object with ${known.slice(0, 3).map((name) => `"${name}"`).join(', ')} …`);
      return false;
    }
    const seen = new Set<string>();
    for (const { key, value } of place.node.members) {
      const here = { node: { offset: key.offset }, pointer: childPointer(place.pointer, key.value) };
      if (seen.has(key.value)) this.say(here, `"${key.value}" stands twice here. Keep one of them.`);
      else if (!known.includes(key.value)) this.say(here, unknownMember(what, key.value, known));
      seen.add(key.value);
      if (value.kind === 'broken') this.say({ node: value, pointer: here.pointer }, `The value of "${key.value}" cannot be read as JSON.`);
    }
    return true;
  }

  text(place: Place, key: string): string | undefined {
    const found = this.member(place, key);
    if (found === undefined) return undefined;
    return found.node.kind === 'string' ? found.node.value : this.say(found, `"${key}" must be a text in quotes.`);
  }

  json(place: Place, key: string): Json | undefined {
    const found = this.member(place, key);
    return found && toJson(found.node);
  }

  /** An object of the API that is JSON inside a text there. */
  jsonObject(place: Place, key: string): JsonObject | undefined {
    const found = this.member(place, key);
    if (found === undefined) return undefined;
    const value = toJson(found.node);
    return isJsonObject(value) ? value : this.say(found, `"${key}" must be an object.`);
  }

  oneOf<T extends string>(place: Place, key: string, allowed: readonly T[]): T | undefined {
    const value = this.text(place, key);
    if (value === undefined) return undefined;
    const known = allowed.find((one) => one === value);
    const found = this.member(place, key);
    return known ?? (found && this.say(found, `"${key}" must be ${listed(allowed)}; it is "${value}".`));
  }

  texts(place: Place, key: string): readonly string[] | undefined {
    const found = this.member(place, key);
    if (found === undefined) return undefined;
    const items = this.items(found);
    const texts = items.flatMap(({ node }) => (node.kind === 'string' ? [node.value] : []));
    return found.node.kind === 'array' && texts.length === items.length ? texts : this.say(found, `"${key}" must be a list of texts.`);
  }
}

function unknownMember(what: string, key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return `${what} has no "${key}". ${meant === null ? `It may have ${listed(known.map((name) => `"${name}"`), 'and')}.` : `Did you mean "${meant}"?`}`;
}

export const listed = (names: readonly string[], joint = 'or'): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1) ?? ''}`;
