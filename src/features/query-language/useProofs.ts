import { useEffect, useState } from 'react';
import type { StateId } from '../../asl/names.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { askOnce } from '../../editor/useLive.ts';
import type { Verdict } from '../../interpreter/conversionProof.ts';
import type { ConvertedState } from './useConversion.ts';

/** What the tests of a state come to, the worst first. */
export interface Proof {
  readonly verdict: Verdict;
  /** With the person's own data. */
  readonly own: boolean;
  readonly tests: number;
}

/** The list is drawn anew so often, and not for each of a thousand states. */
const REDRAW_MS = 100;

type Proofs = ReadonlyMap<StateId, Proof>;

/** Tests each state before and after, one after the other, in the worker. Nothing is sent. */
export function useProofs(states: readonly ConvertedState[]): { readonly proofs: Proofs; readonly running: boolean } {
  const region = useEditor((s) => s.settings.region);
  const [made, setMade] = useState<{ readonly of: readonly ConvertedState[]; readonly proofs: Proofs; readonly done: boolean }>({ of: states, proofs: new Map(), done: false });
  useEffect(() => {
    let wanted = true;
    void (async () => {
      const proofs = new Map<StateId, Proof>();
      let shown = 0;
      for (const { entry, proof } of states) {
        if (proof.pairs.length === 0) continue;
        const answer = await askOnce({ kind: 'proof', pairs: proof.pairs, region });
        if (!wanted) return;
        const verdicts = answer?.kind === 'proof' ? answer.verdicts : [{ kind: 'open', why: answer?.kind === 'gave-up' ? answer.message : 'It was not tested.' } as const];
        proofs.set(entry.id, { verdict: worst(verdicts), own: proof.own, tests: verdicts.filter(({ kind }) => kind !== 'open').length });
        if (performance.now() - shown < REDRAW_MS) continue;
        shown = performance.now();
        setMade({ of: states, proofs: new Map(proofs), done: false });
      }
      setMade({ of: states, proofs, done: true });
    })();
    return () => { wanted = false; };
  }, [states, region]);
  return made.of === states ? { proofs: made.proofs, running: !made.done } : { proofs: new Map(), running: true };
}

/** A difference counts for more than what could not be tested, and that only where nothing could. */
const worst = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.find(({ kind }) => kind === 'different') ?? verdicts.find(({ kind }) => kind === 'same') ?? verdicts[0] ?? { kind: 'open', why: 'There is nothing to test.' };
