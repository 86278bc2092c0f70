import { addState } from '../../asl/commands/addState.ts';
import type { Target } from '../../asl/commands/placement.ts';
import type { QueryLanguage } from '../../asl/names.ts';
import type { Command } from '../../asl/operations.ts';
import { itemCommand } from '../../editor/palette/itemCommand.ts';
import type { PaletteWorld } from '../../editor/palette/paletteWorld.ts';
import { isJsonObject, member, type Json } from '../../lib/Json.ts';
import { INSERTABLES, type Incoming } from './insertables.ts';

export const commandOf = (incoming: Incoming, language: QueryLanguage, target: Target): Command => ('make' in incoming ? incoming.make(target) : addState({ ...incoming, language, ...target }));

/** What a drag carries; null for anything that is not ours. */
export async function incomingFrom(data: string, language: QueryLanguage, world: () => PaletteWorld): Promise<Incoming | null> {
  const parsed = parsedOf(data);
  if (!isJsonObject(parsed)) return null;
  const fragment = member(parsed, 'fragment');
  if (isJsonObject(fragment)) return { fragment };
  const item = member(parsed, 'item');
  if (typeof item === 'string') return itemIncoming(item, language, world());
  const kind = member(parsed, 'kind');
  const known = INSERTABLES.find((one) => one.kind === kind);
  return known ? { type: known.kind } : null;
}

/** What the catalog or the shelf knows; it was used once it stands in the workflow. */
export async function itemIncoming(item: string, language: QueryLanguage, world: PaletteWorld): Promise<Incoming> {
  const { make } = await itemCommand(item, language, world);
  return { make, added: () => void world.shelf.used(item) };
}

function parsedOf(data: string): Json | undefined {
  try {
    return JSON.parse(data) as Json;
  } catch {
    return undefined;
  }
}
