/**
 * Two tabs on one draft (design.md section 3): one writes, the others follow its texts and can take over.
 * With Web Locks the browser says who writes, also when a tab dies. Without them the tabs agree over the channel; a tab that
 * died silently is then found out by the next take-over.
 */
import type { Format } from '../asl/tree.ts';
import type { Timer } from './timer.ts';

/** The text of the writing tab, as followers need it. */
export interface DraftText {
  readonly text: string;
  readonly format?: Format;
  readonly name: string;
  readonly sidecar: unknown;
}

export interface DraftListener {
  role(role: DraftRole): void;
  /** Only while following. */
  text(update: DraftText): void;
  /** What a tab that joins or takes over should see; asked while writing. */
  current(): DraftText;
}
export type DraftRole = 'writer' | 'follower';

export interface DraftSession {
  /** Tells the followers; does nothing while following. */
  publish(update: DraftText): void;
  takeOver(): void;
  close(): void;
}

export interface DraftLock {
  open(draftId: string, listener: DraftListener): DraftSession;
}

export interface ChannelLike {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  close(): void;
}

/** The part of the browser's LockManager that is used. */
export interface LocksLike {
  request(name: string, options: { readonly ifAvailable?: boolean; readonly steal?: boolean; readonly signal?: AbortSignal }, held: (lock: unknown) => Promise<void>): Promise<unknown>;
}

export interface DraftLockPorts {
  /** Null where the browser has none. */
  readonly locks: LocksLike | null;
  /** Null where the browser has no BroadcastChannel: each tab then writes alone. */
  readonly channel: ((name: string) => ChannelLike) | null;
  /** A name for this tab, unique among tabs. */
  readonly id: string;
  readonly timer: Timer;
}

/** How long a writer has to answer before it counts as gone. */
const ANSWER_MS = 300;

type Message =
  | { readonly type: 'who' | 'here' | 'hand-over' | 'taken' | 'gone'; readonly from: string }
  | { readonly type: 'text'; readonly from: string; readonly update: DraftText };

export const createDraftLock = (ports: DraftLockPorts): DraftLock => ({
  open: (draftId, listener) => new Session(ports, `asl-studio-draft:${draftId}`, listener),
});

class Session implements DraftSession {
  private readonly ports: DraftLockPorts;
  private readonly name: string;
  private readonly listener: DraftListener;
  private readonly channel: ChannelLike | null;
  private role: DraftRole | null = null;
  private closed = false;
  private attempt = 0;
  private release: (() => void) | null = null;
  private waiting: AbortController | null = null;
  private cancelTimer: (() => void) | null = null;

  constructor(ports: DraftLockPorts, name: string, listener: DraftListener) {
    this.ports = ports;
    this.name = name;
    this.listener = listener;
    this.channel = ports.channel?.(name) ?? null;
    if (this.channel) this.channel.onmessage = (event) => this.hear(event.data as Message); // our own tabs, our own channel
    if (ports.locks) this.hold(ports.locks, { ifAvailable: true });
    else this.askAround();
  }

  publish(update: DraftText): void {
    if (this.role === 'writer') this.post({ type: 'text', from: this.ports.id, update });
  }

  takeOver(): void {
    if (this.closed || this.role === 'writer') return;
    // The writer hands over its newest text first; one that does not answer is gone or hangs, and loses the lock anyway.
    this.post({ type: 'hand-over', from: this.ports.id });
    this.after(ANSWER_MS, () => this.seize());
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.cancelTimer?.();
    this.waiting?.abort();
    this.release?.();
    if (this.role === 'writer') this.post({ type: 'gone', from: this.ports.id });
    this.channel?.close();
  }

  private hear(message: Message): void {
    if (this.closed) return;
    switch (message.type) {
      case 'who':
        return this.answer(message.from);
      case 'here':
        if (this.role === null) this.become('follower');
        return;
      case 'text':
        if (this.role !== 'writer') this.listener.text(message.update);
        return;
      case 'hand-over':
        return this.handOver();
      case 'taken':
        if (!this.ports.locks && this.role === 'writer') this.become('follower');
        return;
      case 'gone':
        // With locks the browser passes the lock on; without, whoever asks first and hears nobody writes.
        if (!this.ports.locks && this.role === 'follower') this.askAround();
    }
  }

  private answer(asking: string): void {
    // Without locks two tabs may ask at the same moment: the smaller name writes.
    const first = !this.ports.locks && this.role === null && this.ports.id < asking;
    if (this.role === 'writer' || first) this.post({ type: 'here', from: this.ports.id });
    if (this.role === 'writer') this.publish(this.listener.current());
  }

  private handOver(): void {
    if (this.role !== 'writer') return;
    this.publish(this.listener.current());
    this.become('follower');
    this.post({ type: 'here', from: this.ports.id });
  }

  private seize(): void {
    const { locks } = this.ports;
    this.post({ type: 'taken', from: this.ports.id });
    if (!locks) return this.become('writer');
    this.waiting?.abort();
    this.hold(locks, { steal: true });
  }

  /** Waits in the browser's queue, so that a follower writes as soon as the writer's tab closes. */
  private queue(locks: LocksLike): void {
    if (this.closed) return;
    this.waiting = new AbortController();
    this.hold(locks, { signal: this.waiting.signal });
  }

  private hold(locks: LocksLike, options: { readonly ifAvailable?: boolean; readonly steal?: boolean; readonly signal?: AbortSignal }): void {
    const attempt = ++this.attempt;
    const lost = (): void => {
      // Our own later request may have taken the lock from this one.
      if (attempt === this.attempt) this.lost(locks);
    };
    locks.request(this.name, options, (lock) => (lock === null ? this.join(locks) : this.holding())).catch(lost);
  }

  private holding(): Promise<void> {
    if (this.closed) return Promise.resolve();
    this.become('writer');
    return new Promise((resolve) => (this.release = resolve));
  }

  /** Another tab writes. */
  private join(locks: LocksLike): Promise<void> {
    this.become('follower');
    this.post({ type: 'who', from: this.ports.id });
    this.queue(locks);
    return Promise.resolve();
  }

  /** Another tab took the lock. */
  private lost(locks: LocksLike): void {
    if (this.closed) return;
    this.release = null;
    this.become('follower');
    this.queue(locks);
  }

  private askAround(): void {
    if (!this.channel) return this.become('writer');
    this.role = null;
    this.post({ type: 'who', from: this.ports.id });
    this.after(ANSWER_MS, () => this.role === null && this.become('writer'));
  }

  private become(role: DraftRole): void {
    if (this.closed || this.role === role) return;
    this.role = role;
    this.listener.role(role);
  }

  private post(message: Message): void {
    this.channel?.postMessage(message);
  }

  private after(ms: number, run: () => void): void {
    this.cancelTimer?.();
    this.cancelTimer = this.ports.timer.after(ms, () => !this.closed && run());
  }
}
