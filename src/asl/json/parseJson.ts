import type { ArrayNode, BrokenNode, KeyNode, Member, ObjectNode, ParseProblem, Tree, ValueNode } from '../tree.ts';
import { EXTRA_CLOSER, problemOf, quoted, type ProblemCode } from './problems.ts';
import { Flaw, Token, TokenReader } from './tokens.ts';

/** Deeper values become one broken node. AWS's own reader gives up at 1,000; real machines stay under 60. */
export const MAX_DEPTH = 500;
/** After so many fatal problems the rest is one more: a binary file is not worth a million sentences. */
const MAX_FATAL = 1_000;

const PLACEHOLDER = /\$\{([^{}\r\n]*)\}/y;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Reads JSON as people have it: with comments, trailing commas, bare `${X}`, duplicate keys, and while it is half typed.
 * Never throws and never overflows the stack; what cannot be read becomes `BrokenNode`s and fatal problems.
 */
export function parseJson(text: string): Tree {
  const reader = new Reader(text);
  const root = reader.document();
  return { format: 'json', text, root, problems: reader.problems.toSorted((a, b) => a.offset - b.offset) };
}

/**
 * Reads the one value that begins at `from`, as the whole text would have it within such containers. Its problems may be joined by some
 * of what follows it.
 */
export function parseJsonValue(text: string, from: number, within: readonly ('object' | 'array')[]): { readonly value: ValueNode; readonly problems: readonly ParseProblem[] } {
  const reader = new Reader(text, from, within.map((kind) => (kind === 'object' ? Token.closeBrace : Token.closeBracket)));
  const value = reader.one();
  return { value, problems: reader.problems.toSorted((a, b) => a.offset - b.offset) };
}

class Reader {
  readonly problems: ParseProblem[] = [];
  private readonly text: string;
  private readonly tokens: TokenReader;
  /** Closing brackets that are awaited, innermost last. */
  private readonly awaited: number[];
  private fatals = 0;
  private readonly hasLoneSurrogates: boolean;

  constructor(text: string, start = 0, awaited: number[] = []) {
    this.text = text;
    this.awaited = awaited;
    // Of a part, each of its few strings is asked.
    this.hasLoneSurrogates = start > 0 || LONE_SURROGATE.test(text);
    const mark = start === 0 && text.charCodeAt(0) === 0xfeff;
    if (mark) this.report('byte-order-mark', 0, 1);
    const from = mark ? 1 : start;
    this.tokens = new TokenReader(text, from, (offset, end, closed) => {
      this.report(closed ? 'comment' : 'unclosed-comment', offset, end - offset);
    });
  }

  one(): ValueNode {
    return this.value(null);
  }

  document(): ValueNode | null {
    const { tokens } = this;
    if (tokens.kind === Token.end) {
      this.report('empty', 0, 0);
      return null;
    }
    while (this.atCloser()) this.extraCloser();
    const root = tokens.kind === Token.end ? null : this.value(null);
    while (this.atCloser()) this.extraCloser();
    if (tokens.kind !== Token.end) this.report('extra-content', tokens.offset, Math.max(1, this.text.trimEnd().length - tokens.offset));
    return root;
  }

  private report(code: ProblemCode, offset: number, length: number, what?: string): void {
    const problem = problemOf(this.text, code, offset, length, what);
    this.problems.push(problem);
    if (!problem.fatal) return;
    this.fatals += 1;
    if (this.fatals !== MAX_FATAL) return;
    this.problems.push(problemOf(this.text, 'too-many', offset, this.text.length - offset));
    this.tokens.resumeAt(this.text.length);
  }

  private atCloser(): boolean {
    return this.tokens.kind === Token.closeBrace || this.tokens.kind === Token.closeBracket;
  }

  private extraCloser(): void {
    const { offset, kind } = this.tokens;
    this.tokens.next();
    this.report(EXTRA_CLOSER, offset, 1, kind === Token.closeBrace ? '}' : ']');
  }

  /** `owner` is the key that the value belongs to, for the sentence when there is none. */
  private value(owner: KeyNode | null): ValueNode {
    const { tokens } = this;
    const { offset } = tokens;
    switch (tokens.kind) {
      case Token.openBrace:
      case Token.openBracket:
        if (this.awaited.length >= MAX_DEPTH) return this.tooDeep();
        return tokens.kind === Token.openBrace ? this.object() : this.array();
      case Token.string:
        return this.string();
      case Token.number:
        return this.number();
      case Token.true:
      case Token.false:
      case Token.null: {
        const value = tokens.kind === Token.null ? null : tokens.kind === Token.true;
        tokens.next();
        return { kind: 'literal', offset, length: tokens.previousEnd - offset, value };
      }
      case Token.unknown:
        return this.placeholder() ?? this.word();
      default:
        this.report('missing-value', tokens.previousEnd, 0, owner ? nameOf(owner) : 'The entry');
        return { kind: 'broken', offset: tokens.previousEnd, length: 0 };
    }
  }

  private string(): ValueNode {
    const { tokens } = this;
    const { offset, value } = tokens;
    const whole = this.stringIsWhole();
    tokens.next();
    const length = tokens.previousEnd - offset;
    return whole ? { kind: 'string', offset, length, value } : { kind: 'broken', offset, length };
  }

  /** Reports what is wrong with the string token; false when even its end is unknown. */
  private stringIsWhole(): boolean {
    const { flaw, offset, end } = this.tokens;
    const length = end - offset;
    if (flaw === Flaw.openString) this.report('unclosed-string', offset, length);
    else if (flaw === Flaw.badEscape || flaw === Flaw.badUnicode) this.report('bad-escape', offset, length);
    else if (flaw === Flaw.badCharacter) this.report('control-character', offset, length);
    if (this.hasLoneSurrogates && LONE_SURROGATE.test(this.text.slice(offset, end))) this.report('lone-surrogate', offset, length);
    return flaw !== Flaw.openString;
  }

  private number(): ValueNode {
    const { tokens } = this;
    const { offset, flaw } = tokens;
    tokens.next();
    const length = tokens.previousEnd - offset;
    const spelling = this.text.slice(offset, offset + length);
    if (flaw === Flaw.none) return { kind: 'number', offset, length, value: Number(spelling), spelling };
    this.report('bad-number', offset, length, spelling);
    return { kind: 'broken', offset, length };
  }

  private placeholder(): ValueNode | null {
    const { offset } = this.tokens;
    PLACEHOLDER.lastIndex = offset;
    const match = PLACEHOLDER.exec(this.text);
    if (!match) return null;
    const [whole, name = ''] = match;
    this.tokens.resumeAt(offset + whole.length);
    this.report('placeholder', offset, whole.length, quoted(whole));
    return { kind: 'placeholder', offset, length: whole.length, name };
  }

  private word(): BrokenNode {
    const { tokens } = this;
    const { offset } = tokens;
    do tokens.next();
    while (tokens.kind === Token.unknown);
    const length = tokens.previousEnd - offset;
    this.report('bad-value', offset, length, quoted(this.text.slice(offset, offset + length)));
    return { kind: 'broken', offset, length };
  }

  /** Skips to the matching bracket by counting, so that depth costs no stack. */
  private tooDeep(): BrokenNode {
    const { tokens } = this;
    const { offset } = tokens;
    let depth = 0;
    do {
      if (tokens.kind === Token.openBrace || tokens.kind === Token.openBracket) depth += 1;
      else if (this.atCloser()) depth -= 1;
      tokens.next();
    } while (depth > 0 && tokens.kind !== Token.end);
    this.report('too-deep', offset, 1, String(MAX_DEPTH));
    return { kind: 'broken', offset, length: tokens.previousEnd - offset };
  }

  private object(): ObjectNode {
    const members: Member[] = [];
    const seen = new Set<string>();
    const range = this.container(Token.closeBrace, () => {
      const member = this.member();
      if (!member) return;
      const { key } = member;
      if (seen.has(key.value)) this.report('duplicate-key', key.offset, key.length, nameOf(key));
      seen.add(key.value);
      members.push(member);
    });
    return { kind: 'object', ...range, members };
  }

  private array(): ArrayNode {
    const items: ValueNode[] = [];
    const range = this.container(Token.closeBracket, () => {
      if (this.tokens.kind === Token.colon) this.strayColon();
      else items.push(this.value(null));
    });
    return { kind: 'array', ...range, items };
  }

  private strayColon(): void {
    const { offset } = this.tokens;
    this.tokens.next();
    this.report('bad-value', offset, 1, ':');
  }

  /** From the opening bracket over all entries to the closing one, or to where it should have stood. */
  private container(closer: number, entry: () => void): { offset: number; length: number } {
    const { tokens } = this;
    const { offset } = tokens;
    this.awaited.push(closer);
    tokens.next();
    let comma = -1;
    for (let first = true; !this.ends(closer); first = false) {
      if (tokens.kind === Token.comma) {
        this.report('extra-comma', tokens.offset, 1);
        tokens.next();
        comma = -1;
        continue;
      }
      if (this.atCloser()) {
        this.extraCloser();
        continue;
      }
      if (!first && comma < 0) this.report('missing-comma', tokens.previousEnd, 0);
      entry();
      comma = tokens.kind === Token.comma ? tokens.offset : -1;
      if (comma >= 0) tokens.next();
    }
    this.awaited.pop();
    if (tokens.kind === closer) {
      if (comma >= 0) this.report('trailing-comma', comma, 1);
      tokens.next();
    } else {
      this.report(closer === Token.closeBrace ? 'unclosed-object' : 'unclosed-array', offset, 1);
    }
    return { offset, length: tokens.previousEnd - offset };
  }

  /** At our closing bracket, at one that an outer container awaits, or at the end of the text. */
  private ends(closer: number): boolean {
    const { kind } = this.tokens;
    return kind === closer || kind === Token.end || (this.atCloser() && this.awaited.includes(kind));
  }

  private member(): Member | null {
    const { tokens } = this;
    const key = this.key();
    if (tokens.kind === Token.colon) tokens.next();
    else if (key) this.report('missing-colon', tokens.previousEnd, 0, nameOf(key));
    else return null;
    const value = this.value(key);
    return key && { offset: key.offset, length: value.offset + value.length - key.offset, key, value };
  }

  private key(): KeyNode | null {
    const { tokens } = this;
    const { offset, kind } = tokens;
    if (kind === Token.string) {
      const key = { offset, length: tokens.end - offset, value: tokens.value };
      this.stringIsWhole();
      tokens.next();
      return key;
    }
    if (kind === Token.openBrace || kind === Token.openBracket) this.value(null);
    else if (kind !== Token.colon) tokens.next();
    const length = Math.max(1, tokens.previousEnd - offset);
    this.report('bad-key', offset, length, quoted(this.text.slice(offset, offset + length)));
    return null;
  }
}

const nameOf = (key: KeyNode): string => quoted(JSON.stringify(key.value));
