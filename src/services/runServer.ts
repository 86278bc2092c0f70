import type { Environment, Ports } from '../interpreter/environment.ts';
import { startRun } from '../interpreter/run.ts';
import type { HistoryEvent } from '../interpreter/run/History.ts';
import type { RunHandle } from '../interpreter/run/RunHandle.ts';
import type { RunOutcome } from '../interpreter/run/runTypes.ts';
import type { FromRun, RunEnd, RunOrder, ToRun } from './runMessages.ts';

/** So many states go by before the run looks up: what was asked meanwhile is done, what happened is told. */
const STATES_AT_ONCE = 200;
/** The page reads one message in a few milliseconds, whatever it holds. */
const EVENTS_IN_MESSAGE = 500;
const CHARACTERS_IN_MESSAGE = 500_000;
/** So many messages may be unread; then the run waits for the page. */
const UNREAD = 8;
/** Longer payloads are cut: 25,000 events of 256 KiB are no message for a page. */
const LONGEST_TEXT = 4096;

/** The worker's half of a run: it goes in slices, tells its events in batches, and hears the page between them. */
export function serveRun(post: (message: FromRun) => void, ports: Ports): (message: ToRun) => void {
  let handle: RunHandle | null = null;
  /** How many states may be entered. */
  let allowed = 0;
  let told = 0;
  let unread = 0;
  let going = false;
  let wake = (): void => undefined;
  const woken = (): Promise<void> => new Promise((resolve) => (wake = resolve));

  const { pause } = ports;
  const watched: Ports = pause === undefined ? ports : { ...ports, pause: (ms) => paused(ms, pause) };
  async function paused(ms: number, wait: NonNullable<Ports['pause']>): Promise<void> {
    if (ms > 0) post({ type: 'waiting', for: 'clock' });
    await wait.call(ports, ms);
    if (ms > 0) post({ type: 'running' });
  }

  const tell = async (run: RunHandle): Promise<void> => {
    const { events } = run;
    while (told < events.length) {
      const batch = nextBatch(events, told);
      told += batch.length;
      unread++;
      post({ type: 'events', events: batch });
      while (unread >= UNREAD) await woken();
    }
  };

  const word = async (run: RunHandle): Promise<void> => {
    post({ type: 'waiting', for: 'word' });
    while (allowed === 0 && !run.outcome) await woken();
    post({ type: 'running' });
  };

  /** One at a time: what arrives while it goes only changes how far it may go. */
  const goOn = async (run: RunHandle): Promise<void> => {
    if (going) return wake();
    going = true;
    while (!run.outcome) {
      if (allowed === 0) {
        await tell(run);
        if (allowed === 0 && !run.outcome) await word(run); // it may have come while the page read
        continue;
      }
      const states = Math.min(allowed, STATES_AT_ONCE);
      await run.step(states);
      allowed -= Math.min(allowed, states);
      await tell(run);
    }
    await tell(run);
    going = false;
    post({ type: 'run-ended', end: endOf(run.outcome) });
  };

  const begin = (order: RunOrder): void => {
    const environment: Environment = { ports: watched, dialect: order.dialect, ...(order.region === undefined ? {} : { region: order.region }) };
    const started = startRun(order.definition, order.input, environment, order.options);
    if (!started.ok) return post({ type: 'run-ended', end: { kind: 'refused', message: started.error } });
    handle = started.value;
    [told, unread, allowed] = [0, 0, order.held === true ? 0 : Number.POSITIVE_INFINITY];
    void goOn(handle);
  };

  return (message) => {
    if (message.type === 'run') return begin(message.order);
    if (handle === null) return;
    switch (message.type) {
      case 'go':
        allowed = Number.POSITIVE_INFINITY;
        return wake();
      case 'hold':
        allowed = 0;
        return;
      case 'step':
        allowed = (Number.isFinite(allowed) ? allowed : 0) + message.states;
        return wake();
      case 'stop-run':
        handle.stop(message.error, message.cause);
        return wake();
      case 'redrive':
        if (handle.redrive()) {
          allowed = Number.POSITIVE_INFINITY;
          return void goOn(handle);
        }
        return handle.outcome && post({ type: 'run-ended', end: endOf(handle.outcome) });
      case 'read':
        unread--;
        return wake();
      case 'event':
        return post({ type: 'event', event: handle.events[message.id - 1] ?? null });
    }
  };
}

function nextBatch(events: readonly HistoryEvent[], from: number): HistoryEvent[] {
  const batch: HistoryEvent[] = [];
  let characters = 0;
  for (let i = from; i < events.length && batch.length < EVENTS_IN_MESSAGE && characters < CHARACTERS_IN_MESSAGE; i++) {
    const event = events[i] as HistoryEvent;
    const [short, length] = shortened(event);
    batch.push(short);
    characters += length;
  }
  return batch;
}

type Details = { readonly [member: string]: unknown };

/** The event with long texts cut and marked, as AWS marks them, and the characters that are left of its texts. */
function shortened(event: HistoryEvent): readonly [HistoryEvent, number] {
  let characters = 0;
  let changed: { [member: string]: unknown } | null = null;
  for (const [name, details] of Object.entries(event) as [string, unknown][]) {
    if (typeof details !== 'object' || details === null) continue;
    for (const [member, text] of Object.entries(details as Details)) {
      if (typeof text !== 'string') continue;
      characters += Math.min(text.length, LONGEST_TEXT);
      if (text.length <= LONGEST_TEXT) continue;
      const before: Details = (changed?.[name] as Details | undefined) ?? (details as Details);
      changed = { ...(changed ?? event), [name]: { ...before, [member]: text.slice(0, LONGEST_TEXT), [`${member}Details`]: { truncated: true } } };
    }
  }
  return [(changed ?? event) as HistoryEvent, characters];
}

/** Without the history, which would be written out, and has been told. */
function endOf(outcome: RunOutcome): RunEnd {
  switch (outcome.kind) {
    case 'ended': {
      const { kind, status, output, error, cause } = outcome;
      return { kind, status, ...(output === undefined ? {} : { output }), ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    }
    case 'not-performed':
      return { kind: outcome.kind, reason: outcome.reason };
    default:
      return outcome;
  }
}
