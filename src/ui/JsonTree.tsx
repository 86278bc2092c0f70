import { useMemo } from 'react';
import { JsonView } from 'react-json-view-lite';
import type { Json } from '../lib/Json.ts';
import css from './JsonTree.module.css';

export interface JsonTreeProps {
  readonly value: Json;
  /** Name of the tree. */
  readonly label: string;
}

/** Beyond this many values a tree of DOM nodes is slower than it is useful. */
const TREE_LIMIT = 5_000;
const OPEN_LEVELS = 2;
const OPEN_ITEMS = 100;
/** What has no more values than this is read at a glance, all of it open. */
const SMALL = 60;

/** Beyond it even text indented by two spaces a level is mostly spaces. */
const DEPTH_LIMIT = 200;

/** A value to look through: a small one all open, else the first two levels, long lists closed. Very large values are shown as text. */
export function JsonTree({ value, label }: JsonTreeProps) {
  const extent = useMemo(() => extentOf(value), [value]);
  if (extent === 'deep') return <p className={css.note}>This is nested more than {DEPTH_LIMIT} levels deep, too deep to draw. The raw text shows all of it.</p>;
  if (extent === 'large' || typeof value !== 'object' || value === null) {
    return <pre className={css.text} aria-label={label} tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>;
  }
  return (
    <div className={css.tree}>
      <JsonView data={value} aria-label={label} style={STYLE} clickToExpandNode shouldExpandNode={(level, inside: unknown) => extent === 'small' || (level < OPEN_LEVELS && sizeOf(inside) <= OPEN_ITEMS)} />
    </div>
  );
}

const sizeOf = (value: unknown): number => (typeof value === 'object' && value !== null ? Object.keys(value).length : 0);

/** Iterative: a response may be nested deeper than the stack. */
function extentOf(value: Json): 'small' | 'tree' | 'large' | 'deep' {
  const open: (readonly [value: Json, depth: number])[] = [[value, 0]];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [inside, depth] = next;
    if (depth > DEPTH_LIMIT) return 'deep';
    seen += 1;
    if (typeof inside === 'object' && inside !== null) for (const part of Object.values(inside)) open.push([part, depth + 1]);
  }
  return seen > TREE_LIMIT ? 'large' : seen > SMALL ? 'tree' : 'small';
}

const STYLE = {
  container: css.container ?? '', basicChildStyle: css.child ?? '', childFieldsContainer: css.children ?? '', label: css.label ?? '', clickableLabel: css.clickable ?? '',
  nullValue: css.word ?? '', undefinedValue: css.word ?? '', booleanValue: css.word ?? '', numberValue: css.number ?? '', stringValue: css.string ?? '', otherValue: css.string ?? '',
  punctuation: css.punctuation ?? '', expandIcon: css.expand ?? '', collapseIcon: css.collapse ?? '', collapsedContent: css.collapsed ?? '',
  noQuotesForStringValues: false, quotesForFieldNames: false, stringifyStringValues: true,
  ariaLables: { collapseJson: 'Collapse', expandJson: 'Expand' },
};
