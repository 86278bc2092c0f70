import { createScanner, type JSONScanner } from 'jsonc-parser';

/** jsonc-parser's `SyntaxKind` and `ScanError` are ambient const enums, which `verbatimModuleSyntax` cannot read. */
export const Token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  trivia: 15,
  unknown: 16,
  end: 17,
} as const;

export const Flaw = { none: 0, openComment: 1, openString: 2, openNumber: 3, badUnicode: 4, badEscape: 5, badCharacter: 6 } as const;

/** The current token, comments and blanks skipped. Comments are handed to `onComment` as they pass. */
export class TokenReader {
  kind = 0;
  offset = 0;
  end = 0;
  /** End of the token before the current one: where something missing should have stood. */
  previousEnd = 0;
  readonly text: string;
  private readonly scanner: JSONScanner;
  private readonly onComment: (offset: number, end: number, closed: boolean) => void;

  constructor(text: string, from: number, onComment: (offset: number, end: number, closed: boolean) => void) {
    this.text = text;
    this.scanner = createScanner(text, false);
    this.scanner.setPosition(from);
    this.onComment = onComment;
    this.end = from;
    this.next();
  }

  next(): void {
    this.previousEnd = this.end;
    for (;;) {
      const kind: number = this.scanner.scan();
      if (kind === Token.lineBreak || kind === Token.trivia) continue;
      this.offset = this.scanner.getTokenOffset();
      this.end = Math.min(this.scanner.getPosition(), this.text.length);
      if (kind === Token.lineComment || kind === Token.blockComment) {
        this.onComment(this.offset, this.end, this.flaw === Flaw.none);
        continue;
      }
      this.kind = kind;
      return;
    }
  }

  /** Goes on reading at `offset`, as if the current token ended there. */
  resumeAt(offset: number): void {
    this.end = offset;
    this.scanner.setPosition(offset);
    this.next();
  }

  get flaw(): number {
    return this.scanner.getTokenError();
  }
  /** Decoded text of a string token. */
  get value(): string {
    return this.scanner.getTokenValue();
  }
}
