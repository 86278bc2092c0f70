import fc, { type GeneratorValue } from 'fast-check';

/** A comment of a generated document and what it belongs to: an entry by its place in reading order, or a container. */
export interface OwnedComment {
  readonly text: string;
  readonly entry: number | null;
}

export interface GeneratedDocument {
  readonly text: string;
  readonly comments: readonly OwnedComment[];
}

const KEYS = ['a', 'b', 'Next', 'States', '', '1', '0', '__proto__', 'constructor', 'x/y~z', 'ünï', 'a"b', '\u2028'];
const SCALARS = ['1', '1.0', '-0', '1e3', '12345678901234567890', 'true', 'null', '""', '"x"', '"a // b"', '"/* c */"', '"\\u00e9\\n"', '${X}', '"}, ]"'];

/** A document as no formatter would write it, with everything its writer may have put there. */
export function documentFrom(g: GeneratorValue): GeneratedDocument {
  return new Printer(g).document();
}

class Printer {
  private readonly g: GeneratorValue;
  private readonly eol: string;
  private readonly unit: string;
  private readonly commented: boolean;
  private readonly comments: OwnedComment[] = [];
  private entries = 0;

  constructor(g: GeneratorValue) {
    this.g = g;
    this.eol = g(fc.constantFrom, '\n', '\r\n');
    this.unit = g(fc.constantFrom, '  ', '    ', '\t', '');
    this.commented = g(fc.boolean);
  }

  document(): GeneratedDocument {
    const before = this.g(fc.constantFrom, '', '\ufeff', ' ', '// head\n');
    const text = before + this.container('', 0, null) + this.g(fc.constantFrom, '', this.eol);
    return { text, comments: this.comments };
  }

  private chance(of: number): boolean {
    return this.g(fc.nat, { max: of - 1 }) === 0;
  }

  private blank(): string {
    return this.g(fc.constantFrom, '', '', ' ', '  ', '\t');
  }

  private comment(entry: number | null, line: boolean): string {
    const name = `c${this.comments.length}c`;
    const text = line ? `// ${name}` : this.chance(4) ? `/* ${name}${this.eol}   more */` : `/* ${name} */`;
    this.comments.push({ text: name, entry });
    return text;
  }

  private value(indent: string, depth: number, entry: number): string {
    return depth < 3 && this.chance(2) ? this.container(indent, depth, entry) : this.g(fc.constantFrom, ...SCALARS);
  }

  private container(indent: string, depth: number, owner: number | null): string {
    const [open, close] = this.chance(3) ? '[]' : '{}';
    const count = this.g(fc.nat, { max: depth === 0 ? 5 : 3 });
    if (this.chance(3)) return open + this.flat(count, indent, depth, open === '{') + close;
    const inner = indent + this.unit;
    let text = open + (this.commented && this.chance(6) ? ` ${this.comment(owner, true)}` : '') + this.eol;
    const trailing = this.chance(8);
    for (let index = 0; index < count; index += 1) text += this.line(inner, depth, open === '{', index < count - 1 || trailing, owner);
    if (this.commented && this.chance(8)) text += this.eol + inner + this.comment(owner, true) + this.eol;
    return text + indent + close;
  }

  /** One entry on its own line, with the comments above and behind it. */
  private line(indent: string, depth: number, named: boolean, comma: boolean, owner: number | null): string {
    const entry = this.entries++;
    const { commented } = this;
    let text = '';
    if (commented && this.chance(10)) text += this.eol + indent + this.comment(owner, true) + this.eol + this.eol;
    if (this.chance(10)) text += this.eol;
    if (commented && this.chance(5)) text += indent + this.comment(entry, this.chance(2)) + this.eol;
    if (commented && this.chance(10)) text += indent + this.comment(entry, true) + this.eol;
    text += indent + this.entry(indent, depth, named, entry);
    if (comma) text += (commented && this.chance(8) ? ` ${this.comment(entry, false)}` : this.blank()) + ',';
    if (commented && this.chance(6)) text += ` ${this.comment(entry, this.chance(2))}`;
    return text + this.blank() + this.eol;
  }

  private flat(count: number, indent: string, depth: number, named: boolean): string {
    let text = this.blank();
    for (let index = 0; index < count; index += 1) {
      const entry = this.entries++;
      if (this.commented && this.chance(10)) text += `${this.comment(entry, false)} `;
      text += this.entry(indent, depth, named, entry);
      if (this.commented && this.chance(10)) text += ` ${this.comment(entry, false)}`;
      if (index < count - 1) text += this.blank() + ',' + (this.chance(8) ? this.eol + indent : this.blank());
    }
    return text + this.blank();
  }

  private entry(indent: string, depth: number, named: boolean, entry: number): string {
    const value = this.value(indent, depth + 1, entry);
    if (!named) return value;
    return JSON.stringify(this.g(fc.constantFrom, ...KEYS)) + this.g(fc.constantFrom, '', ' ', '  ') + ':' + this.g(fc.constantFrom, ' ', ' ', '', this.eol + indent) + value;
  }
}
