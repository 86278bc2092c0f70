import type { Format } from '../asl/tree.ts';

/** A value to fill in: `raw` and `text` may hold tab stops (`$1`, `${1:name}`, `${1|a,b|}`) in the notation that editors share. */
export type Skeleton =
  | { readonly is: 'raw'; readonly text: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'object'; readonly members: readonly (readonly [string, Skeleton])[] }
  | { readonly is: 'list'; readonly items: readonly Skeleton[] };

export const raw = (text: string): Skeleton => ({ is: 'raw', text });
export const text = (value: string): Skeleton => ({ is: 'text', text: value });
export const object = (...members: readonly (readonly [string, Skeleton])[]): Skeleton => ({ is: 'object', members });
export const list = (...items: readonly Skeleton[]): Skeleton => ({ is: 'list', items });
/** An expression in the editor's notation, where `$` and `}` of its own need a backslash. */
export const expression = (inner: string): Skeleton => text(`{% ${inner} %\\}`);

/** Editors read `$`, `}` and `\` of a literal as their own signs. */
export const literal = (value: string): string => value.replaceAll(/[\\$}]/g, '\\$&');

/** As the format spells it; lines are indented by tabs, which the editor turns into the document's own indentation, behind `pad`. */
export function render(skeleton: Skeleton, format: Format, pad = ''): string {
  return format === 'json' ? renderJson(skeleton, 0) : renderYaml(skeleton, pad);
}

function renderJson(skeleton: Skeleton, depth: number): string {
  const line = `\n${'\t'.repeat(depth + 1)}`;
  const end = `\n${'\t'.repeat(depth)}`;
  switch (skeleton.is) {
    case 'raw':
      return skeleton.text;
    case 'text':
      return `"${skeleton.text}"`;
    case 'list':
      if (skeleton.items.every(({ is }) => is === 'raw' || is === 'text')) return `[${skeleton.items.map((item) => renderJson(item, depth)).join(', ')}]`;
      return `[${skeleton.items.map((item) => line + renderJson(item, depth + 1)).join(',')}${end}]`;
    default:
      if (skeleton.members.length === 0) return '{}';
      return `{${skeleton.members.map(([key, value]) => `${line}"${key}": ${renderJson(value, depth + 1)}`).join(',')}${end}}`;
  }
}

/** Behind `key:` or `- `: a scalar on the same line, members and items on lines of their own. */
function renderYaml(skeleton: Skeleton, pad: string): string {
  const line = `\n${pad}\t`;
  switch (skeleton.is) {
    case 'raw':
      return skeleton.text;
    case 'text':
      return /^[\w./$][\w.:/${} -]*$/.test(skeleton.text) && !/: |:$/.test(skeleton.text) ? skeleton.text : `'${skeleton.text.replaceAll("'", "''")}'`;
    case 'list':
      if (skeleton.items.every(({ is }) => is === 'raw' || is === 'text')) return `[${skeleton.items.map((item) => renderYaml(item, pad)).join(', ')}]`;
      // Two blanks, as wide as the dash: the members of an item stand below each other.
      return skeleton.items.map((item) => `${line}- ${renderYaml(item, `${pad}\t  `).replace(/^\s+/, '').replaceAll(`\n${pad}\t  \t`, `\n${pad}\t  `)}`).join('');
    default:
      if (skeleton.members.length === 0) return '{}';
      return skeleton.members.map(([key, value]) => `${line}${key}:${behindColon(renderYaml(value, `${pad}\t`))}`).join('');
  }
}

/** What stands on lines of its own wants no blank before. */
export const behindColon = (value: string): string => (value.startsWith('\n') ? value : ` ${value}`);
