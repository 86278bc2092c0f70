import { describe, expect, it, vi } from 'vitest';
import type { Problem } from '../checks/problem.ts';
import { createEditorStore } from './createEditorStore.ts';
import { startChecks, type ChecksWorker } from './startChecks.ts';
import { memoryServices } from './testing/memoryServices.ts';
import type { ChecksRequest } from './checksWorker.ts';

/** Holds its answers back until it is told to give them. */
class HeldWorker implements ChecksWorker {
  onmessage: ChecksWorker['onmessage'] = null;
  onerror: ChecksWorker['onerror'] = null;
  readonly asked: ChecksRequest[] = [];
  ended = false;
  postMessage(request: ChecksRequest): void { this.asked.push(request); }
  terminate(): void { this.ended = true; }
  fail(): void {
    this.onmessage?.({ data: { id: this.asked.at(-1)?.id ?? 0, problems: null } } as unknown as Parameters<NonNullable<ChecksWorker['onmessage']>>[0]);
  }
  answer(code: string, id = this.asked.at(-1)?.id ?? 0, more = false): void {
    const problem = { severity: 'info', code, message: code, offset: 0, length: 1, pointer: '' } as Problem;
    // Of an event only the data is read.
    this.onmessage?.({ data: { id, problems: [problem], ...(more && { more }) } } as unknown as Parameters<NonNullable<ChecksWorker['onmessage']>>[0]);
  }
}

const soon = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });
const text = (name: string): string => `{"StartAt":"${name}","States":{"${name}":{"Type":"Succeed"}}}`;

function started() {
  const store = createEditorStore(memoryServices(), { draftId: 'd', name: 'n', text: text('A') });
  const worker = new HeldWorker();
  const stop = startChecks(store, () => worker);
  const type = (name: string) => store.getState().actions.open({ name: 'n', text: text(name) });
  const codes = () => store.getState().problems.map(({ code }) => code);
  return { store, worker, stop, type, codes };
}

describe('startChecks', () => {
  it('asks about the text there is, and keeps the answer', async () => {
    const { worker, codes, stop } = started();
    await soon();
    worker.answer('first');
    expect(codes()).toEqual(['first']);
    stop();
    expect(worker.ended).toBe(true);
  });

  it('drops an answer about an older text: the newer one overtakes it', async () => {
    const { worker, type, codes, stop } = started();
    await soon();
    type('B');
    await soon();
    type('C');
    await soon();
    expect(worker.asked.map((request) => request.text)).toEqual([text('A'), text('B'), text('C')]);
    worker.answer('old', 1);
    expect(codes()).toEqual([]);
    worker.answer('new');
    expect(codes()).toEqual(['new']);
    stop();
  });

  it('shows the beginning of a long answer only where nothing is known yet', async () => {
    const { store, worker, codes, stop } = started();
    await soon();
    worker.answer('first', undefined, true);
    expect(codes()).toEqual(['first']);
    worker.answer('all');
    store.getState().actions.rewrite(text('B'), 'json', 'Typing');
    await soon();
    worker.answer('one', undefined, true);
    expect(codes()).toEqual(['all']);
    stop();
  });

  it('goes on after a text that a rule fails at, in the worker', async () => {
    const { worker, type, codes, stop } = started();
    await soon();
    worker.fail();
    expect(codes()).toEqual([]);
    type('B');
    await soon();
    worker.answer('new');
    expect(codes()).toEqual(['new']);
    stop();
  });

  it('goes on after a text that a rule fails at, here', async () => {
    const store = createEditorStore(memoryServices(), { draftId: 'd', name: 'n', text: text('A') });
    const failed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const checked: string[] = [];
    const stop = startChecks(store, () => null, async (tree) => {
      checked.push(tree.text);
      if (tree.text === text('A')) throw new Error('a rule fails');
      return [];
    });
    await soon();
    store.getState().actions.open({ name: 'n', text: text('B') });
    await soon();
    expect(checked).toEqual([text('A'), text('B')]);
    expect(failed).toHaveBeenCalledOnce();
    failed.mockRestore();
    stop();
  });

  it('checks here when the worker has died', async () => {
    const { store, worker, stop } = started();
    await soon();
    const done = new Promise<void>((resolve) => { const off = store.subscribe((s, before) => { if (s.problems !== before.problems) { off(); resolve(); } }); });
    worker.onerror?.({} as ErrorEvent);
    await done;
    expect(worker.ended).toBe(true);
    expect(store.getState().problems).toEqual([]);
    stop();
  });
});
