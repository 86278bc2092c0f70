import fc, { type GeneratorValue } from 'fast-check';
import type { GeneratedDocument, OwnedComment } from './documents.ts';

const KEYS = ['a', 'b', 'Next', 'States', '""', '1', '0', '__proto__', 'constructor', 'x/y~z', 'ünï', "'a: b'", '"a\\tb"', 'yes', 'a b', '~'];
const PLAIN = ['1', '1.0', '-0', '1e3', '12345678901234567890', '0x1F', 'true', 'null', '~', 'x', 'a b', '${X}', 'arn:aws:${AWS::Region}:x', '{% $x ? 1 : 2 %}'];
const QUOTED = ['""', '"x"', "''", "'it''s # no'", '"a\\n\\u00e9"', '"# x"', "'{% $a & \"b\" %}'"];
const TAGGED = ['!Ref X', '!GetAtt X.Arn', '!Sub "${X}"', '!!str 5'];

/** YAML as people write it, with everything that a formatter would take away. */
export function yamlDocumentFrom(g: GeneratorValue): GeneratedDocument {
  return new Printer(g).document();
}

class Printer {
  private readonly g: GeneratorValue;
  private readonly eol: string;
  private readonly unit: number;
  private readonly indentless: boolean;
  private readonly commented: boolean;
  private readonly comments: OwnedComment[] = [];
  private entries = 0;
  private anchors = 0;

  constructor(g: GeneratorValue) {
    this.g = g;
    this.eol = g(fc.constantFrom, '\n', '\r\n');
    this.unit = g(fc.constantFrom, 2, 4, 1);
    this.indentless = g(fc.boolean);
    this.commented = g(fc.boolean);
  }

  document(): GeneratedDocument {
    const { eol } = this;
    const head = this.g(fc.constantFrom, '', '', '\ufeff', `---${eol}`, `%YAML 1.2${eol}---${eol}`, `# head${eol}${eol}`);
    const foot = this.g(fc.constantFrom, '', '', eol, `${eol}...${eol}`, `${eol}${eol}# foot${eol}`);
    const body = this.chance(8) ? this.flow(0, true) : this.block(0, 0, null, false);
    return { text: head + body + foot, comments: this.comments };
  }

  private chance(of: number): boolean {
    return this.g(fc.nat, { max: of - 1 }) === 0;
  }

  private comment(entry: number | null): string {
    const name = `c${this.comments.length}c`;
    this.comments.push({ text: name, entry });
    return `# ${name}`;
  }

  /** A block whose first line carries no indentation when it shares the line of a `-`. */
  private block(column: number, depth: number, owner: number | null, onDash: boolean): string {
    const named = !this.chance(3);
    return this.entriesOf(named, column, depth, owner, onDash).join(this.eol);
  }

  private entriesOf(named: boolean, column: number, depth: number, owner: number | null, onDash: boolean): string[] {
    const lines: string[] = [];
    const margin = ' '.repeat(column);
    const count = 1 + this.g(fc.nat, { max: depth === 0 ? 5 : 2 });
    for (let index = 0; index < count; index += 1) {
      const entry = this.entries++;
      const inline = onDash && index === 0;
      if (!inline) {
        if (index > 0 && this.chance(8)) lines.push('');
        if (this.commented && index > 0 && this.chance(10)) lines.push(margin + this.comment(owner), '');
        if (this.commented && (index > 0 || depth > 0) && this.chance(5)) lines.push(margin + this.comment(entry));
        if (this.commented && (index > 0 || depth > 0) && lines.length > 0 && this.chance(10)) lines.push(margin + this.comment(entry));
      }
      lines.push((inline ? '' : margin) + this.entry(named, column, depth, entry));
    }
    return lines;
  }

  private tail(entry: number): string {
    return this.commented && this.chance(6) ? ` ${this.comment(entry)}` : '';
  }

  private entry(named: boolean, column: number, depth: number, entry: number): string {
    const head = named ? `${this.g(fc.constantFrom, ...KEYS)}:` : '-';
    const kind = this.g(fc.nat, { max: 11 });
    if (depth < 3 && kind < 3) {
      const anchor = this.chance(10) ? ` &a${this.anchors++}` : '';
      if (!named && anchor === '' && this.chance(2)) return `${head} ${this.block(column + 2, depth + 1, entry, true)}`;
      return `${head}${anchor}${this.tail(entry)}${this.eol}${this.below(named, column, depth, entry)}`;
    }
    if (kind === 3) return `${head} ${this.flow(depth, false)}${this.tail(entry)}`;
    if (kind === 4) return head + this.tail(entry);
    if (kind === 5) return `${head} ${this.blockText(column, entry)}`;
    if (kind === 6) return `${head} one${this.eol}${' '.repeat(column + 3)}two${this.tail(entry)}`;
    if (kind === 7) return `${head} "one${this.eol}${this.eol}${' '.repeat(column + 2)}two"${this.tail(entry)}`;
    if (kind === 8) return `${head} ${this.g(fc.constantFrom, ...TAGGED)}${this.tail(entry)}`;
    if (kind === 9) return `${head} ${this.g(fc.constantFrom, '{}', '[]')}${this.tail(entry)}`;
    const plain = this.g(fc.constantFrom, ...PLAIN);
    return `${head} ${this.g(fc.boolean) && !plain.startsWith('{%') ? plain : this.g(fc.constantFrom, ...QUOTED)}${this.tail(entry)}`;
  }

  private below(named: boolean, column: number, depth: number, entry: number): string {
    const isMap = !this.chance(3);
    const inner = !isMap && named && this.indentless ? column : column + Math.max(this.unit, named ? 1 : 2);
    return this.entriesOf(isMap, inner, depth + 1, entry, false).join(this.eol);
  }

  private blockText(column: number, entry: number): string {
    const head = this.g(fc.constantFrom, '|', '|-', '>', '>-', '|2', '|2-');
    const margin = ' '.repeat(column + 2);
    const lines = head.includes('2') ? ['  x', 'y # no', '', '   z'] : ['x: 1', '', '- y # no', '  z'];
    return `${head}${this.commented && this.chance(6) ? ` ${this.comment(entry)}` : ''}${this.eol}${lines.map((line) => (line === '' ? '' : margin + line)).join(this.eol)}`;
  }

  private flow(depth: number, root: boolean): string {
    const named = this.chance(2);
    const count = this.g(fc.nat, { max: 3 });
    const items: string[] = [];
    const scalars = [...QUOTED, '1', '1.0', 'x', 'a b', '${X}', '0x1F', '12345678901234567890'];
    for (let index = 0; index < count; index += 1) {
      this.entries += 1;
      const value = depth < 3 && this.chance(4) ? this.flow(depth + 1, false) : this.g(fc.constantFrom, ...scalars);
      items.push(named ? `${this.g(fc.constantFrom, 'a', 'b', '"x"', "'y'")}: ${value}` : value);
    }
    const [open, close] = named ? '{}' : '[]';
    if (root && count > 0 && this.chance(2)) return `${open}${this.eol}  ${items.join(`,${this.eol}  `)}${this.eol}${close}`;
    const pad = this.g(fc.constantFrom, '', ' ');
    return count === 0 ? `${open}${close}` : open + pad + items.join(', ') + pad + close;
  }
}
