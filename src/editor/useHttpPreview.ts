import type { Tree } from '../asl/tree.ts';
import { useEffect, useMemo, useState } from 'react';
import type { StateEntry } from '../asl/states.ts';
import type { HttpPreview } from '../interpreter/previewHttpTask.ts';
import { isJsonObject, type Json } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { createPreviewer, type Previewer } from '../services/previewer.ts';
import { createTestWorker } from '../services/createTestWorker.ts';
import type { PreviewOrder } from '../services/testerMessages.ts';
import { systemTimer } from '../services/timer.ts';
import type { EditorState } from './EditorState.ts';
import { testRequestFor } from './testRequest.ts';
import { testedState } from './testedState.ts';
import { useEditor } from './useEditor.ts';

export interface LivePreview {
  /** Null until the first one is there. */
  readonly preview: HttpPreview | null;
  /** Something changed since, and the new one is being made. */
  readonly pending: boolean;
  /** Values in it are samples: a test has its own clock, ids and execution. */
  readonly samples: boolean;
}

/** Between keys of somebody who types. */
const PAUSE_MS = 120;
/** Values that differ at each run. */
const SAMPLED = /\$(?:now|millis|random|uuid)\(|\$states\.context|\$\$\.|States\.(?:UUID|MathRandom)\(/;

let shared: Previewer | null = null;
/** One for the page: a second worker would compute the same. */
const pagePreviewer = (): Previewer => (shared ??= createPreviewer({ createWorker: createTestWorker, timer: systemTimer }));

let latest: { readonly key: string; readonly preview: Promise<HttpPreview | null> } | null = null;

/** The form and the test panel ask for the same state at the same moment: they share one answer. */
function previewFor(key: string): Promise<HttpPreview | null> {
  if (latest?.key !== key) {
    const order: Result<Omit<PreviewOrder, 'nowMs'>, string> = JSON.parse(key) as ReturnType<typeof orderFor>; // written by the hook below
    const preview = order.ok ? pagePreviewer().preview({ ...order.value, nowMs: Date.now() }) : Promise.resolve<HttpPreview>({ kind: 'unusable', message: order.error });
    latest = { key, preview };
    // Overtaken by another, it was never made.
    void preview.then((found) => { if (found === null && latest?.key === key) latest = null; });
  }
  return latest.preview;
}

/** The exact request of an HTTP task for the input that its test has, made anew whenever one of them changes. Sends nothing. */
export function useHttpPreview(entry: StateEntry): LivePreview {
  const tree = useEditor((s) => s.goodTree);
  const sidecar = useEditor((s) => s.sidecar);
  const connections = useEditor((s) => s.connections);
  const region = useEditor((s) => s.settings.region);
  const [made, setMade] = useState<{ readonly key: string; readonly preview: HttpPreview } | null>(null);
  // As text, so that only what counts makes a new one: the document changes elsewhere too.
  const order = useMemo(() => orderFor(tree, entry, sidecar, connections, region), [tree, entry, sidecar, connections, region]);
  const key = useMemo(() => JSON.stringify(order), [order]);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void previewFor(key).then((found) => { if (wanted && found) setMade({ key, preview: found }); });
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key]);
  return { preview: made?.preview ?? null, pending: made?.key !== key, samples: order.ok && SAMPLED.test(JSON.stringify(order.value.request.state)) };
}

function orderFor(tree: Tree, entry: StateEntry, sidecar: EditorState['sidecar'], connections: EditorState['connections'], region: string): Result<Omit<PreviewOrder, 'nowMs'>, string> {
  const tested = testedState(tree, entry, sidecar);
  if (!tested.ok) return tested;
  const test = testRequestFor(tested.value.document, tested.value.entry, sidecar);
  if (!test.ok) return test;
  const input = readJson(test.value.input ?? '{}');
  if (input === undefined) return err('The input is not valid JSON. Correct it to see the request.');
  const variables = readJson(test.value.variables ?? '{}');
  if (!isJsonObject(variables)) return err('The variables are not one JSON object. Correct them to see the request.');
  const context = readJson(test.value.context ?? '');
  return ok({ request: { state: test.value.definition, queryLanguage: tested.value.entry.language, input, variables, ...(isJsonObject(context) ? { context } : {}) }, connections, region });
}

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse answers Json.
  } catch {
    return undefined;
  }
}
