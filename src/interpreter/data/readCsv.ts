/**
 * The records of a CSV text. AWS: fields are strings; quotes protect delimiters and line ends and are doubled to be kept; a backslash
 * escapes itself, quotes and the delimiter, and vanishes before anything else. A line without a character is no record.
 * Source: the developer guide on ItemReader; recorded answers.
 */
export function readCsv(text: string, delimiter: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let record: string[] = [];
  let field = '';
  let quoted = false;
  let touched = false;
  const endRecord = (): void => {
    if (touched) records.push([...record, field]);
    [record, field, touched] = [[], '', false];
  };
  for (let i = 0; i < body.length; i++) {
    const char = body.charAt(i);
    const next = body.charAt(i + 1);
    if (char === '\\') {
      touched = true;
      if (next === '\\' || next === '"' || next === delimiter) field += body.charAt(++i);
    } else if (quoted) {
      if (char !== '"') field += char;
      else if (next === '"') field += body.charAt(++i);
      else quoted = false;
    } else if (char === '"' && field === '') {
      quoted = true;
      touched = true;
    } else if (char === delimiter) {
      record.push(field);
      [field, touched] = ['', true];
    } else if (char === '\n' || (char === '\r' && next === '\n')) {
      if (char === '\r') i++;
      endRecord();
    } else {
      field += char;
      touched = true;
    }
  }
  endRecord();
  return records;
}
