import { addState } from '../../asl/commands/addState.ts';
import { freshNames } from '../../asl/commands/names.ts';
import { putField, refuse } from '../../asl/commands/operate.ts';
import { pasteStates } from '../../asl/commands/pasteStates.ts';
import type { Target } from '../../asl/commands/placement.ts';
import type { QueryLanguage } from '../../asl/names.ts';
import type { Command } from '../../asl/operations.ts';
import { parse } from '../../asl/parse.ts';
import { patch } from '../../asl/patch.ts';
import { memberOf } from '../../asl/pointer.ts';
import { indexStates } from '../../asl/states.ts';
import { applyEdits } from '../../asl/textEdits.ts';
import { patternById } from '../../catalog/patterns/patterns.ts';
import { patternText } from '../../catalog/patterns/Pattern.ts';
import { readResource } from '../../catalog/resource.ts';
import { nameForAction, taskFor } from '../../catalog/skeleton.ts';
import type { Fragment } from '../../services/shelfStore.ts';
import type { PaletteWorld } from './paletteWorld.ts';

export interface ItemCommand {
  readonly name: string;
  readonly make: (target: Target) => Command;
}

/** What an item of the palette puts into the workflow. Errors, of the command: `no-such-item`, for one that another tab has deleted. Ids: `action:RESOURCE`, `pattern:ID`, `own:ID`. */
export async function itemCommand(item: string, language: QueryLanguage, { shelf, catalog }: PaletteWorld): Promise<ItemCommand> {
  const id = item.slice(item.indexOf(':') + 1);
  if (item.startsWith('action:')) {
    // Without the catalog the task still comes, with nothing filled in.
    const shape = await catalog.requestShape(id).catch(() => undefined);
    return taskCommand(id, (made) => taskFor(id, shape, made), language);
  }
  if (item.startsWith('pattern:')) {
    const pattern = patternById(id);
    return pattern ? statesCommand(pattern.name, patternText(pattern, language)) : GONE;
  }
  await shelf.read();
  const own = shelf.now().fragments.find((one) => one.id === id);
  return own ? ownCommand(own, language) : GONE;
}

const GONE: ItemCommand = { name: 'Pattern', make: () => () => refuse('no-such-item', 'This pattern is not in the palette any more: it was deleted, perhaps in another tab. Choose another one.') };

function taskCommand(resource: string, task: (language: QueryLanguage) => ReturnType<typeof taskFor>, language: QueryLanguage): ItemCommand {
  const read = readResource(resource);
  const name = 'action' in read ? nameForAction(read.action) : 'Task';
  return { name, make: (target) => (tree) => addState({ ...target, language, fragment: task(language), name: freshNames(tree)(name) })(tree) };
}

const statesCommand = (name: string, text: string, remark?: string): ItemCommand => ({
  name,
  make: (target) => (tree) => {
    const made = pasteStates(text, target)(tree);
    if (!made.ok) return made;
    const remarks = [...(remark === undefined ? [] : [{ message: remark }]), ...(made.value.remarks ?? [])];
    return { ok: true, value: { ...made.value, label: `Add ${name}`, remarks } };
  },
});

/** A workflow in JSONPath may hold states in JSONata that say so; the other way round AWS takes none. */
function ownCommand({ name, text, language: written }: Fragment, language: QueryLanguage): ItemCommand {
  if (written === language) return statesCommand(name, text);
  if (written === 'JSONata') return statesCommand(name, inJsonata(text));
  return statesCommand(name, text, 'This pattern was saved from a JSONPath workflow, and this one is in JSONata. The problems show what to rewrite.');
}

/** Every state says so, nested ones too: what says nothing takes the language of the whole workflow, not that of the state around it. */
function inJsonata(text: string): string {
  const whole = `{"States":${text}\n}`;
  const tree = parse(whole, 'json');
  const ops = indexStates(tree).all.flatMap(({ node }) => (node.kind === 'object' && memberOf(node, 'QueryLanguage') === undefined ? [putField(node, 'QueryLanguage', 'JSONata')] : []));
  const edits = patch(tree, ops);
  return edits.ok ? applyEdits(whole, edits.value) : text;
}
