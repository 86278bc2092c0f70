import type { TextEdit } from './operations.ts';

export const editEnd = (edit: TextEdit): number => edit.offset + edit.length;

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits) {
    pieces.push(text.slice(at, edit.offset), edit.text);
    at = editEnd(edit);
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** The edits that lead back: `applyEdits(applyEdits(text, edits), invertEdits(text, edits)) === text`. */
export function invertEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map((edit) => {
    const inverse = { offset: edit.offset + shift, length: edit.text.length, text: text.slice(edit.offset, editEnd(edit)) };
    shift += edit.text.length - edit.length;
    return inverse;
  });
}

/**
 * Where an offset goes: with what follows it, so an insertion right there pushes it on. Inside replaced text it goes behind the
 * replacement. With `stay: 'before'` it goes with what precedes it instead.
 */
export function mapOffset(edits: readonly TextEdit[], offset: number, stay: 'before' | 'after' = 'after'): number {
  let shift = 0;
  for (const edit of edits) {
    const insertion = edit.length === 0;
    if (edit.offset > offset || (edit.offset === offset && (!insertion || stay === 'before'))) break;
    if (editEnd(edit) > offset) return edit.offset + shift + (stay === 'before' ? 0 : edit.text.length);
    shift += edit.text.length - edit.length;
  }
  return offset + shift;
}

/** A text transformed from front to back: so much kept, so much dropped, this added. */
interface Step {
  readonly keep: number;
  readonly drop: number;
  readonly add: string;
}

/** One list of edits, on the text before `first`, that does what `first` and then `second` do. For history entries that are joined. */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const source = new Walker(first);
  const steps: Step[] = [];
  let at = 0;
  for (const edit of second) {
    steps.push(...source.take(edit.offset - at));
    steps.push(...source.take(edit.length).map((step) => ({ keep: 0, drop: step.keep + step.drop, add: '' })));
    steps.push({ keep: 0, drop: 0, add: edit.text });
    at = editEnd(edit);
  }
  return editsFrom([...steps, ...source.rest()]);
}

/** Reads the text behind some edits, step by step. */
class Walker {
  private readonly steps: Step[] = [];

  constructor(edits: readonly TextEdit[]) {
    let at = 0;
    for (const edit of edits) {
      this.steps.push({ keep: edit.offset - at, drop: 0, add: '' }, { keep: 0, drop: edit.length, add: '' }, { keep: 0, drop: 0, add: edit.text });
      at = editEnd(edit);
    }
    this.steps.push({ keep: Number.POSITIVE_INFINITY, drop: 0, add: '' });
    this.steps.reverse();
  }

  /** The steps that make the next `length` characters of the edited text. */
  take(length: number): Step[] {
    const taken: Step[] = [];
    let left = length;
    while (left > 0) {
      const step = this.steps.pop();
      if (!step) break;
      const made = step.keep + step.add.length;
      if (made > left) {
        const isKept = step.keep > 0;
        taken.push({ keep: isKept ? left : 0, drop: 0, add: step.add.slice(0, left) });
        this.steps.push({ keep: isKept ? step.keep - left : 0, drop: 0, add: step.add.slice(left) });
        return taken;
      }
      taken.push(step);
      left -= made;
    }
    return taken;
  }

  rest(): Step[] {
    return this.steps.toReversed();
  }
}

function editsFrom(steps: readonly Step[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let offset = 0;
  let length = 0;
  let text = '';
  for (const step of steps) {
    if (step.keep > 0) {
      if (length > 0 || text !== '') edits.push({ offset, length, text });
      offset += length + step.keep;
      length = 0;
      text = '';
    }
    length += step.drop;
    text += step.add;
  }
  if (length > 0 || text !== '') edits.push({ offset, length, text });
  return edits;
}
