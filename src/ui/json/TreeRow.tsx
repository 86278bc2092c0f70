import { memo } from 'react';
import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';
import { Icon } from '../icons.tsx';
import type { JsonRow } from './jsonRows.ts';
import css from '../JsonTree.module.css';

/** A longer text is cut on its line; the bar below the tree shows all of it. */
const LINE_LETTERS = 300;
const PREVIEW_LETTERS = 60;
/** Deeper rows are indented no further, so that they stay in sight. */
const DEEPEST = 24;

interface Props {
  readonly row: JsonRow;
  readonly domId: string;
  /** Its number in the tree, by which a click finds it. */
  readonly index: number;
  readonly chosen: boolean;
}

export const TreeRow = memo(function TreeRow({ row, domId, index, chosen }: Props) {
  const { depth, size, open } = row;
  return (
    <div
      id={domId} role="treeitem" aria-level={depth + 1} aria-setsize={row.siblings} aria-posinset={row.position} aria-selected={chosen}
      aria-expanded={size ? open : undefined} className={css.row} style={{ paddingLeft: 20 + Math.min(depth, DEEPEST) * 16 }} data-row={index}
    >
      {size ? <span className={css.chevron} data-chevron="" data-open={open || undefined}><Icon name="chevron-right" size={12} /></span> : null}
      <span className={css.key} data-index={typeof row.key === 'number' || undefined}>{row.key === '' ? '""' : row.key}:</span>
      <Value value={row.value} size={size} />
    </div>
  );
});

function Value({ value, size }: { readonly value: Json; readonly size: number | null }) {
  if (size !== null) return <span className={css.inside}>{preview(value, size)}</span>;
  if (typeof value === 'string') return <bdi className={css.string}>{JSON.stringify(value.length > LINE_LETTERS ? `${value.slice(0, LINE_LETTERS)}…` : value)}</bdi>;
  return <span className={typeof value === 'number' ? css.number : css.word}>{JSON.stringify(value)}</span>;
}

/** `{ object, data, … }`, `[ 2 items ]`: what is inside, before it is opened. */
function preview(value: Json, size: number): string {
  if (isJsonArray(value)) return size === 0 ? '[ ]' : `[ ${size.toLocaleString('en')} ${size === 1 ? 'item' : 'items'} ]`;
  if (!isJsonObject(value) || size === 0) return '{ }';
  const names: string[] = [];
  let letters = 0;
  for (const name in value) {
    letters += name.length + 2;
    if (letters > PREVIEW_LETTERS) return `{ ${[...names, '…'].join(', ')} }`;
    names.push(name);
  }
  return `{ ${names.join(', ')} }`;
}
