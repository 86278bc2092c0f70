import { err, ok, type Result } from '../../lib/Result.ts';
import { refusalOf as brokenRefusal } from '../json/jsonWriter.ts';
import type { Operation, Refusal, TextEdit } from '../operations.ts';
import { applyEdits } from '../textEdits.ts';
import type { ArrayNode, Member, ObjectNode, Tree, ValueNode } from '../tree.ts';
import type { Writer } from '../writer.ts';
import { Expected, says } from './expected.ts';
import { notesOf, type Sharing } from './notes.ts';
import { parseYaml } from './parseYaml.ts';
import { NotWritable, notWritten, throughSharing } from './refusals.ts';
import { shapeOfContent } from './shape.ts';
import { YamlSplicer } from './YamlSplicer.ts';

/**
 * Our own, since yaml's `toString` writes the whole file anew. What it wrote is read again and compared with what was meant, so an edit
 * either says exactly that or is refused; the store reads the same text next, so the second reading costs nothing.
 */
export const yamlWriter: Writer = {
  write(tree, ops) {
    const own = ownOperations(tree, ops);
    if (!own.ok) return own;
    for (const operation of own.value) {
      const refusal = brokenRefusal(tree, operation);
      if (refusal) return err(refusal);
    }
    try {
      return checked(tree, ops, new YamlSplicer(tree, own.value).edits());
    } catch (thrown) {
      if (thrown instanceof NotWritable) return err(thrown.refusal);
      throw thrown;
    }
  },
};

function checked(tree: Tree, ops: readonly Operation[], edits: readonly TextEdit[]): Result<readonly TextEdit[], Refusal> {
  if (edits.length === 0 || !tree.root) return ok(edits);
  const text = applyEdits(tree.text, edits);
  const now = parseYaml(text);
  const fatals = (of: Tree): number => of.problems.filter(({ fatal }) => fatal).length;
  if (fatals(now) <= fatals(tree) && says(now.root, new Expected(tree, ops).of(tree.root), text)) return ok(edits);
  return err(notWritten(tree, ops));
}

/**
 * Operations on the text itself. What an alias repeats cannot be changed where the alias stands; if the same is done to what it
 * repeats, as a rename does, it is done there once.
 */
function ownOperations(tree: Tree, ops: readonly Operation[]): Result<readonly Operation[], Refusal> {
  const { values, merged } = notesOf(tree);
  const own: Operation[] = [];
  const sharingOf = (node: ValueNode): Sharing | undefined => {
    const shared = values.get(node)?.shared;
    return shared && !shared.whole ? shared : undefined;
  };
  const inside = (container: ObjectNode | ArrayNode): Sharing | undefined => values.get(container)?.shared;
  for (const operation of ops) {
    const sharing = sharingIn(operation, sharingOf, inside, (member) => merged.get(member));
    if (!sharing) own.push(operation);
    else if (!ops.some((other) => sameAtOrigin(operation, other, values.get(valueIn(operation) ?? sharing.origin)?.shared?.origin))) return err(throughSharing(tree, sharing));
  }
  return ok(own);
}

function valueIn(operation: Operation): ValueNode | undefined {
  if (operation.op === 'set') return operation.node;
  return operation.op === 'renameKey' ? operation.member.value : undefined;
}

function sharingIn(operation: Operation, of: (node: ValueNode) => Sharing | undefined, inside: (container: ObjectNode | ArrayNode) => Sharing | undefined, merged: (member: Member) => Sharing | undefined): Sharing | undefined {
  switch (operation.op) {
    case 'set':
      return of(operation.node);
    case 'renameKey':
      return merged(operation.member) ?? of(operation.member.value);
    case 'insert':
      return inside(operation.place.into);
    case 'remove':
    case 'move': {
      const { part } = operation;
      return inside(part.of) ?? (part.kind === 'member' ? merged(part.member) : undefined) ?? (operation.op === 'move' ? inside(operation.place.into) : undefined);
    }
    default:
      return undefined;
  }
}

/** Whether another operation does the same to what is repeated. */
function sameAtOrigin(operation: Operation, other: Operation, origin: ValueNode | undefined): boolean {
  if (!origin || other === operation) return false;
  if (operation.op === 'set' && other.op === 'set') return other.node === origin && JSON.stringify(shapeOfContent(other.content)) === JSON.stringify(shapeOfContent(operation.content));
  return operation.op === 'renameKey' && other.op === 'renameKey' && other.member.value === origin && other.to === operation.to;
}
