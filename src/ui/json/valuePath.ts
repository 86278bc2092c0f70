export type PathSegment = string | number;

/** Words that JSONata reads as operators. */
const JSONATA_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `$.lines[0]['unit price']`: the path under `root` as a reference path of JSONPath. */
export const jsonPathOf = (segments: readonly PathSegment[], root = '$'): string =>
  segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') return `${path}[${segment}]`;
    return PLAIN_NAME.test(segment) ? `${path}.${segment}` : `${path}['${segment.replaceAll('\\', '\\\\').replaceAll('\'', '\\\'')}']`;
  }, root);

/**
 * The same place as a JSONata expression. Every index but the first behind a name needs parentheses: `a[0][1]` filters the same list
 * twice. A name with a backtick in it can be written no other way than with `$lookup`.
 */
export function jsonataPathOf(segments: readonly PathSegment[], root = '$'): string {
  let path = root;
  let indexed = false;
  for (const segment of segments) {
    if (typeof segment === 'number') {
      path = indexed ? `(${path})[${segment}]` : `${path}[${segment}]`;
      indexed = true;
    } else {
      path = segment.includes('`') ? `$lookup(${path}, ${JSON.stringify(segment)})` : `${path}.${PLAIN_NAME.test(segment) && !JSONATA_WORDS.has(segment) ? segment : `\`${segment}\``}`;
      indexed = false;
    }
  }
  return path;
}
