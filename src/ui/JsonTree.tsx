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

/** A value to look through: the first two levels open, long lists closed. Very large values are shown as text. */
export function JsonTree({ value, label }: JsonTreeProps) {
  const large = useMemo(() => countUpTo(value, TREE_LIMIT) >= TREE_LIMIT, [value]);
  if (large || typeof value !== 'object' || value === null) {
    return <pre className={css.text} aria-label={label} tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>;
  }
  return (
    <div className={css.tree}>
      <JsonView data={value} aria-label={label} style={STYLE} clickToExpandNode shouldExpandNode={(level, inside: unknown) => level < OPEN_LEVELS && sizeOf(inside) <= OPEN_ITEMS} />
    </div>
  );
}

const sizeOf = (value: unknown): number => (typeof value === 'object' && value !== null ? Object.keys(value).length : 0);

/** Iterative: a response may be nested deeper than the stack. */
function countUpTo(value: Json, limit: number): number {
  const open: Json[] = [value];
  let seen = 0;
  while (open.length > 0 && seen < limit) {
    const next = open.pop();
    seen += 1;
    if (typeof next !== 'object' || next === null) continue;
    if (sizeOf(next) + seen > limit) return limit;
    open.push(...Object.values(next));
  }
  return seen;
}

const STYLE = {
  container: css.container ?? '', basicChildStyle: css.child ?? '', childFieldsContainer: css.children ?? '', label: css.label ?? '', clickableLabel: css.clickable ?? '',
  nullValue: css.word ?? '', undefinedValue: css.word ?? '', booleanValue: css.word ?? '', numberValue: css.number ?? '', stringValue: css.string ?? '', otherValue: css.string ?? '',
  punctuation: css.punctuation ?? '', expandIcon: css.expand ?? '', collapseIcon: css.collapse ?? '', collapsedContent: css.collapsed ?? '',
  noQuotesForStringValues: false, quotesForFieldNames: false, stringifyStringValues: true,
  ariaLables: { collapseJson: 'Collapse', expandJson: 'Expand' },
};
