import { useEffect, useMemo, useState } from 'react';
import type { StateEntry } from '../asl/states.ts';
import { createTestWorker } from '../services/createTestWorker.ts';
import { createLiveEvaluator, type LiveEvaluator } from '../services/liveEvaluator.ts';
import type { LiveAnswer, LiveOrder } from '../services/liveMessages.ts';
import type { LiveStages } from '../interpreter/live/liveStages.ts';
import { systemTimer } from '../services/timer.ts';
import { samplesOf, type Sample } from './samples.ts';
import { useEditor } from './useEditor.ts';

/** Between keys of somebody who types. */
const PAUSE_MS = 120;

let shared: LiveEvaluator | null = null;
/** One for the page. Tests hand in one without a thread. */
const pageEvaluator = (): LiveEvaluator => (shared ??= createLiveEvaluator({ createWorker: createTestWorker, timer: systemTimer }));
export const setLiveEvaluator = (evaluator: LiveEvaluator | null): void => { shared = evaluator; };

const latest = new Map<string, { readonly key: string; readonly answer: Promise<LiveAnswer | null> }>();

/** Several parts of a form ask the same at the same moment: they share one answer. */
function askFor(channel: string, key: string): Promise<LiveAnswer | null> {
  const known = latest.get(channel);
  if (known?.key === key) return known.answer;
  const order = JSON.parse(key) as Omit<LiveOrder, 'nowMs'>; // written by the hook below
  const answer = pageEvaluator().ask({ ...order, nowMs: Date.now() } as LiveOrder, channel); // the member that was left out
  latest.set(channel, { key, answer });
  void answer.then((found) => { if (found === null && latest.get(channel)?.key === key) latest.delete(channel); }); // overtaken, it was never made
  return answer;
}

type Unstamped = LiveOrder extends infer One ? (One extends LiveOrder ? Omit<One, 'nowMs'> : never) : never;

/** Asked by somebody who waits for each answer before the next question. Null: it was overtaken. */
export const askOnce = (order: Unstamped): Promise<LiveAnswer | null> => pageEvaluator().ask({ ...order, nowMs: Date.now() }, order.kind);

export interface Live {
  readonly answer: LiveAnswer | null;
  /** Something changed since, and the new one is being made. */
  readonly pending: boolean;
}

/** Evaluates in the worker whenever the order changes; null: there is nothing to ask. Sends nothing. */
export function useLiveAnswer(channel: LiveOrder['kind'], order: Unstamped | null): Live {
  const [made, setMade] = useState<{ readonly key: string; readonly answer: LiveAnswer } | null>(null);
  const key = useMemo(() => (order === null ? null : JSON.stringify(order)), [order]);
  useEffect(() => {
    if (key === null) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      void askFor(channel, key).then((answer) => { if (wanted && answer) setMade({ key, answer }); });
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [channel, key]);
  return { answer: key === null ? null : (made?.answer ?? null), pending: key !== null && made?.key !== key };
}

export interface LiveState {
  /** What it can be shown with. */
  readonly samples: readonly Sample[];
  readonly sample: Sample;
  /** Null until the first one is there. */
  readonly stages: LiveStages | null;
  /** A sentence: why there is none. */
  readonly problem: string | null;
  readonly pending: boolean;
}

/** The state with the data of its chosen sample: what it is given, each stage, what it leaves. Made anew at every change, and nothing is sent. */
export function useLiveState(entry: StateEntry, wanted = true): LiveState {
  const goodTree = useEditor((s) => s.goodTree);
  const sidecar = useEditor((s) => s.sidecar);
  const runs = useEditor((s) => s.runs);
  const settings = useEditor((s) => s.settings);
  const chosen = useEditor((s) => (Object.hasOwn(s.sampleOf, entry.id) ? s.sampleOf[entry.id] : undefined));
  const samples = useMemo(() => samplesOf({ goodTree, sidecar, runs, settings }, entry), [goodTree, sidecar, runs, settings, entry]);
  const sample = samples.find(({ source }) => source === chosen) ?? samples[0];
  if (!sample) throw new Error('A state has always a sample.');
  const order = useMemo(() => (wanted && sample.order.ok ? ({ kind: 'stages', order: sample.order.value } as const) : null), [wanted, sample]);
  const { answer, pending } = useLiveAnswer('stages', order);
  const stages = answer?.kind === 'stages' ? answer.stages : null;
  const problem = !sample.order.ok ? sample.order.error : answer?.kind === 'gave-up' ? answer.message : null;
  return { samples, sample, stages, problem, pending };
}
