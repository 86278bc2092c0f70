import { useMemo } from 'react';
import type { StateId } from '../../asl/names.ts';
import { parse } from '../../asl/parse.ts';
import { runCommand } from '../../asl/runCommand.ts';
import { indexStates } from '../../asl/states.ts';
import { applyEdits } from '../../asl/textEdits.ts';
import type { Tree } from '../../asl/tree.ts';
import { proofPairs, type Side } from '../../editor/proofPairs.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { ProofPair } from '../../interpreter/conversionProof.ts';
import { conversionOf, convertToJsonata, type StateReport } from '../../refactor/jsonata/convertToJsonata.ts';

export interface ConvertedState extends StateReport {
  /** As it would be; null where it stays as it is. */
  readonly after: Side | null;
  readonly before: Side;
  /** Tests that show whether both do the same. */
  readonly proof: { readonly own: boolean; readonly pairs: readonly ProofPair[] };
}

export interface ConversionPreview {
  readonly states: readonly ConvertedState[];
  readonly wholeMachine: boolean;
  readonly convertible: number;
  /** Why nothing can be done, as a sentence. */
  readonly refusal: string | null;
}

/** The conversion of the document as it stands, before anything is changed. */
export function useConversion(ids: readonly StateId[] | null): ConversionPreview {
  const tree = useEditor((s) => s.tree);
  const sidecar = useEditor((s) => s.sidecar);
  const made = useMemo(() => convertedTree(tree, ids), [tree, ids]);
  return useMemo(() => {
    const index = made.after && indexStates(made.after);
    const states = made.conversion.states.map((report): ConvertedState => {
      const before = { tree, entry: report.entry };
      const entry = report.problems.length === 0 ? index?.byPointer.get(report.entry.pointer) : undefined;
      const after = entry && made.after ? { tree: made.after, entry } : null;
      return { ...report, before, after, proof: after ? proofPairs(before, after, sidecar) : { own: false, pairs: [] } };
    });
    return { states, wholeMachine: made.conversion.wholeMachine, convertible: states.filter(({ after }) => after).length, refusal: made.refusal };
  }, [made, tree, sidecar]);
}

function convertedTree(tree: Tree, ids: readonly StateId[] | null) {
  const conversion = conversionOf(tree, ids);
  const run = runCommand(tree, convertToJsonata(ids));
  return { conversion, after: run.ok ? parse(applyEdits(tree.text, run.value.edits), tree.format) : null, refusal: run.ok ? null : run.error.message };
}
