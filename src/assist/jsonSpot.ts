import { segmentsOf, type Segment } from '../asl/pointer.ts';
import { stateAtOffset } from '../asl/states.ts';
import type { Tree } from '../asl/tree.ts';
import type { Spot } from './Spot.ts';

interface Frame {
  readonly list: boolean;
  key: string | null;
  index: number;
  expects: 'key' | 'colon' | 'value' | 'comma';
}

interface Token {
  readonly offset: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly closed: boolean;
}

const WORD = /[^\s"{}[\],:/]+/y;
const BLANKS = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))+/y;

/**
 * The spot at a caret in JSON, or null where nothing can be completed (in a comment, right behind a string). Reads from the start of the
 * state around the caret, so a long document costs no more than a short one.
 */
export function jsonSpot(tree: Tree, caret: number): Spot | null {
  return new Reader(tree, caret).read();
}

class Reader {
  private readonly text: string;
  private readonly caret: number;
  private readonly frames: Frame[] = [];
  private at = 0;
  /** End of the last token: where a missing comma belongs. */
  private last = 0;

  constructor(tree: Tree, caret: number) {
    this.text = tree.text;
    this.caret = caret;
    const state = stateAtOffset(tree, caret);
    if (state?.node.kind === 'object' && caret > state.node.offset) this.startIn(segmentsOf(state.pointer), state.node.offset);
  }

  private startIn(way: readonly Segment[], offset: number): void {
    for (const [nth, key] of way.entries()) {
      const list = nth > 0 && way[nth - 1] === 'Branches' && /^\d+$/.test(String(key));
      this.frames.push({ list, key: list ? null : String(key), index: list ? Number(key) : 0, expects: 'value' });
    }
    this.at = offset;
  }

  read(): Spot | null {
    for (;;) {
      if (!this.skipBlanks()) return null;
      if (this.at >= this.caret) return this.between();
      const c = this.text[this.at] as string;
      if (c === '"') {
        const token = this.string();
        if (token.offset < this.caret && (this.caret < token.end || !token.closed)) return this.inside(token);
        this.take(token);
      } else if ('{[]},:'.includes(c)) this.sign(c);
      else {
        WORD.lastIndex = this.at;
        const end = this.at + Math.max(1, WORD.exec(this.text)?.[0].length ?? 1);
        const token = { offset: this.at, end, quoted: false, closed: true };
        if (this.caret <= end) return this.inside(token);
        this.take(token);
      }
    }
  }

  /** False where the caret is in a comment. */
  private skipBlanks(): boolean {
    BLANKS.lastIndex = this.at;
    const blanks = BLANKS.exec(this.text)?.[0] ?? '';
    if (this.at + blanks.length < this.caret) {
      this.at += blanks.length;
      return true;
    }
    const passed = this.text.slice(this.at, this.caret).replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*\n/g, '');
    this.at = this.caret;
    return passed.trim() === '';
  }

  private string(): Token {
    let end = this.at + 1;
    for (; end < this.text.length; end += 1) {
      const c = this.text[end];
      if (c === '\\') end += 1;
      else if (c === '"') return { offset: this.at, end: end + 1, quoted: true, closed: true };
      else if (c === '\n') break;
    }
    return { offset: this.at, end, quoted: true, closed: false };
  }

  private take(token: Token): void {
    const frame = this.frames.at(-1);
    if (frame && !frame.list && frame.expects !== 'value') {
      frame.key = decoded(this.text.slice(token.quoted ? token.offset + 1 : token.offset, token.quoted && token.closed ? token.end - 1 : token.end));
      frame.expects = 'colon';
    } else if (frame) frame.expects = 'comma';
    this.at = this.last = token.end;
  }

  private sign(c: string): void {
    const frame = this.frames.at(-1);
    this.at += 1;
    if (c === '{' || c === '[') this.frames.push({ list: c === '[', key: null, index: 0, expects: c === '[' ? 'value' : 'key' });
    else if (c === ':' && frame) frame.expects = 'value';
    else if (c === ',' && frame) {
      frame.expects = frame.list ? 'value' : 'key';
      frame.index += 1;
    } else if (c === '}' || c === ']') {
      this.frames.pop();
      const outer = this.frames.at(-1);
      if (outer) outer.expects = 'comma';
    }
    this.last = this.at;
  }

  private between(): Spot | null {
    // Right behind a value nothing is to be completed.
    if (this.frames.at(-1)?.expects === 'comma' && this.last === this.caret) return null;
    return this.spot({ offset: this.caret, end: this.caret, quoted: false, closed: true }, '');
  }

  private inside(token: Token): Spot | null {
    return this.spot(token, decoded(this.text.slice(token.offset + (token.quoted ? 1 : 0), this.caret)));
  }

  private spot(token: Token, before: string): Spot | null {
    const frame = this.frames.at(-1);
    if (!frame || (!frame.list && frame.expects === 'colon' && token.offset === token.end)) return null;
    const slot = frame.list || frame.expects === 'value' ? 'value' : 'key';
    // Without its closing quote a string runs to the end of the line, over whatever stands there.
    const end = token.closed ? token.end : this.caret;
    BLANKS.lastIndex = end;
    const next = this.text[end + (BLANKS.exec(this.text)?.[0].length ?? 0)] ?? '';
    return {
      slot,
      way: this.frames.slice(0, -1).map(({ list, index, key }) => (list ? index : (key ?? ''))),
      key: slot === 'key' ? null : frame.list ? frame.index : frame.key,
      token: { offset: token.offset, length: end - token.offset },
      before,
      after: token.quoted && token.closed ? decoded(this.text.slice(this.caret, token.end - 1)) : '',
      quoted: token.quoted,
      start: token.offset + (token.quoted ? 1 : 0),
      hasValue: slot === 'key' && next === ':',
      commaAt: frame.expects === 'comma' || frame.expects === 'colon' ? this.last : null,
      commaAfter: next !== '' && !'}],:'.includes(next),
    };
  }
}

function decoded(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw;
  }
}
