import { describe, expect, it } from 'vitest';
import { createTypingGestures } from './typingGesture.ts';

const insert = (text: string, at: number) => ({ edits: [{ offset: 0, length: 0, text }], at });
const remove = (at: number) => ({ edits: [{ offset: 0, length: 1, text: '' }], at });

describe('createTypingGestures', () => {
  it('joins what is typed without a pause', () => {
    const gestures = createTypingGestures();
    expect(gestures.next(insert('a', 0))).toBe(gestures.next(insert('b', 799)));
  });

  it('starts over after a pause', () => {
    const gestures = createTypingGestures();
    expect(gestures.next(insert('a', 0))).not.toBe(gestures.next(insert('b', 800)));
  });

  it('starts over after a caret jump or a paste', () => {
    const gestures = createTypingGestures();
    const first = gestures.next(insert('a', 0));
    gestures.breakOff();
    expect(gestures.next(insert('b', 10))).not.toBe(first);
  });

  it('starts over at a new line, and goes on after it', () => {
    const gestures = createTypingGestures();
    const first = gestures.next(insert('a', 0));
    const line = gestures.next(insert('\n  ', 10));
    expect(line).not.toBe(first);
    expect(gestures.next(insert('b', 20))).toBe(line);
  });

  it('keeps typing and deleting apart', () => {
    const gestures = createTypingGestures();
    const typed = gestures.next(insert('a', 0));
    const deleted = gestures.next(remove(10));
    expect(deleted).not.toBe(typed);
    expect(gestures.next(remove(20))).toBe(deleted);
    expect(gestures.next(insert('b', 30))).not.toBe(deleted);
  });

  it('takes a replacement or a format as a step of its own', () => {
    const gestures = createTypingGestures();
    const format = { edits: [{ offset: 0, length: 4, text: '\n  ' }], at: 0 };
    expect(gestures.next(format)).not.toBe(gestures.next({ ...format, at: 10 }));
  });

  it('never repeats a gesture of another editor', () => {
    expect(createTypingGestures().next(insert('a', 0))).not.toBe(createTypingGestures().next(insert('a', 0)));
  });
});
