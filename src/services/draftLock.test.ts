import { describe, expect, it } from 'vitest';
import { createDraftLock, type DraftRole, type DraftText } from './draftLock.ts';
import { manualTimer } from './testing/manualTimer.ts';
import { memoryTabs, type MemoryTabs } from './testing/memoryTabs.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

function tab(tabs: MemoryTabs, id: string, withLocks: boolean) {
  const timer = manualTimer();
  const seen = { roles: [] as DraftRole[], texts: [] as string[], now: `${id}'s text` };
  const lock = createDraftLock({ locks: withLocks ? tabs.locks : null, channel: tabs.channel, id, timer });
  const session = lock.open('d1', {
    role: (role) => seen.roles.push(role),
    text: (update) => seen.texts.push(update.text),
    current: () => draft(seen.now),
  });
  return { session, seen, timer, role: () => seen.roles.at(-1) };
}

const draft = (text: string): DraftText => ({ text, name: 'Order', sidecar: {} });

describe.each([{ how: 'with Web Locks', locks: true }, { how: 'without Web Locks', locks: false }])('createDraftLock $how', ({ locks }) => {
  async function two() {
    const tabs = memoryTabs();
    const a = tab(tabs, 'a', locks);
    await settle();
    a.timer.advance(300);
    const b = tab(tabs, 'b', locks);
    await settle();
    b.timer.advance(300);
    await settle();
    return { a, b, tabs };
  }

  it('lets the first tab write and the second follow, from its first moment with the text of the writer', async () => {
    const { a, b } = await two();
    expect([a.role(), b.role()]).toEqual(['writer', 'follower']);
    expect(b.seen.texts).toEqual(["a's text"]);
    a.session.publish(draft('newer'));
    b.session.publish(draft('a follower must not speak'));
    await settle();
    expect(b.seen.texts).toEqual(["a's text", 'newer']);
    expect(a.seen.texts).toEqual([]);
  });

  it('hands the newest text over when the follower takes over', async () => {
    const { a, b } = await two();
    a.seen.now = 'typed just now';
    b.session.takeOver();
    await settle();
    b.timer.advance(300);
    await settle();
    expect([a.role(), b.role()]).toEqual(['follower', 'writer']);
    expect(b.seen.texts.at(-1)).toBe('typed just now');
    b.session.publish(draft("b's turn"));
    await settle();
    expect(a.seen.texts.at(-1)).toBe("b's turn");
  });

  it('can be taken back and forth', async () => {
    const { a, b } = await two();
    for (const [taker, other] of [[b, a], [a, b], [b, a]] as const) {
      taker.session.takeOver();
      await settle();
      taker.timer.advance(300);
      await settle();
      expect([taker.role(), other.role()]).toEqual(['writer', 'follower']);
    }
  });

  it('makes the follower the writer when the writing tab closes', async () => {
    const { a, b } = await two();
    a.session.close();
    await settle();
    b.timer.advance(300);
    await settle();
    expect(b.role()).toBe('writer');
  });

  it('never has two writers, however many tabs come and go', async () => {
    const tabs = memoryTabs();
    const open = ['c', 'a', 'b'].map((id) => tab(tabs, id, locks));
    const writers = () => open.filter((one) => one.role() === 'writer').length;
    await settle();
    for (const one of open) one.timer.advance(300);
    await settle();
    expect(writers()).toBe(1);
    const writer = open.find((one) => one.role() === 'writer');
    writer?.session.close();
    open.splice(open.findIndex((one) => one === writer), 1);
    await settle();
    for (const one of open) one.timer.advance(300);
    await settle();
    expect(writers()).toBe(1);
  });
});

it('lets a tab write alone where the browser has neither locks nor channels', () => {
  const roles: DraftRole[] = [];
  const lock = createDraftLock({ locks: null, channel: null, id: 'a', timer: manualTimer() });
  lock.open('d1', { role: (role) => roles.push(role), text: () => undefined, current: () => draft('') });
  expect(roles).toEqual(['writer']);
});

it('takes over from a writer that hangs and answers nothing', async () => {
  const tabs = memoryTabs();
  const hung = tabs.locks.request('asl-studio-draft:d1', {}, () => new Promise(() => undefined));
  hung.catch(() => undefined);
  await settle();
  const b = tab(tabs, 'b', true);
  await settle();
  expect(b.role()).toBe('follower');
  b.session.takeOver();
  b.timer.advance(300);
  await settle();
  expect(b.role()).toBe('writer');
});
