/** One JSON value a line. A line may come in any number of pieces, and a piece may hold any number of lines. */
export interface LineSplitter {
  /** The lines that this piece completes, without their line ends; empty lines are left out. */
  push(piece: string): readonly string[];
  /** What stands after the last line end: a whole line where the sender closed cleanly, half of one where it broke off. */
  rest(): string;
}

/** `maxLineLength` guards against a sender that never ends its line; passing it throws. */
export function lineSplitter(maxLineLength = 16 * 1024 * 1024): LineSplitter {
  // Pieces, not one growing text: a line of a thousand pieces is joined once.
  let pending: string[] = [];
  let pendingLength = 0;
  const take = (): string => {
    const line = pending.join('');
    pending = [];
    pendingLength = 0;
    return line;
  };
  const keep = (text: string): void => {
    if (text === '') return;
    pendingLength += text.length;
    if (pendingLength > maxLineLength) throw new Error(`A line of more than ${maxLineLength} characters`);
    pending.push(text);
  };
  return {
    push(piece) {
      const lines: string[] = [];
      let from = 0;
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
        keep(piece.slice(from, end));
        const line = take();
        const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
        if (bare !== '') lines.push(bare);
        from = end + 1;
      }
      keep(piece.slice(from));
      return lines;
    },
    rest: take,
  };
}

/** JSON escapes line ends, so a value is always one line. */
export const ndjsonLine = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** Undefined where the line is no JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
