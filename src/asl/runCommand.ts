import { ok, type Result } from '../lib/Result.ts';
import type { Command, Edit, Refusal, TextEdit } from './operations.ts';
import { parse } from './parse.ts';
import { patch } from './patch.ts';
import { applyEdits, composeEdits } from './textEdits.ts';
import type { Tree } from './tree.ts';

export interface CommandRun {
  /** Splices of the text of the given tree: all steps as one. */
  readonly edits: readonly TextEdit[];
  /** Label of the first step, selection of the last that says one, sidecar changes of all. */
  readonly edit: Edit;
}

/** Runs a command with the steps that follow it. One that is refused on the way leaves nothing behind. */
export function runCommand(tree: Tree, command: Command): Result<CommandRun, Refusal> {
  const made = command(tree);
  if (!made.ok) return made;
  const edits = patch(tree, made.value.ops);
  if (!edits.ok) return edits;
  const { then, ...edit } = made.value;
  if (!then) return ok({ edits: edits.value, edit });
  const rest = runCommand(parse(applyEdits(tree.text, edits.value), tree.format), then);
  if (!rest.ok) return rest;
  const { select, sidecar = [], remarks = [] } = rest.value.edit;
  return ok({
    edits: composeEdits(edits.value, rest.value.edits),
    edit: { ...edit, ...(select && { select }), sidecar: [...(edit.sidecar ?? []), ...sidecar], remarks: [...(edit.remarks ?? []), ...remarks] },
  });
}
