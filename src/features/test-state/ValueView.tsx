import { type ReactNode, useMemo, useState } from 'react';
import type { Json } from '../../lib/Json.ts';
import { Chip, Count } from '../../ui/Chip.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { formatJson } from '../../ui/formatJson.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { PathRoots } from '../../ui/json/PathBar.tsx';
import { JsonTree } from '../../ui/JsonTree.tsx';
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx';
import { CappedText } from './exchange/CappedText.tsx';
import { PrettyJson } from './exchange/PrettyJson.tsx';
import css from './ValueView.module.css';

interface Props {
  readonly label: string;
  /** As AWS or the server wrote it. */
  readonly text: string;
  readonly heading?: string;
  /** What the sender called it, where it is no JSON: `HTML`. */
  readonly kind?: string;
  readonly size?: string;
  /** What the copied paths begin with. */
  readonly roots?: PathRoots;
  readonly end?: ReactNode;
  readonly testId?: string | undefined;
}

type View = 'tree' | 'pretty' | 'raw';

const VIEWS: readonly SegmentedOption<View>[] = [{ value: 'tree', label: 'Tree' }, { value: 'pretty', label: 'Pretty' }, { value: 'raw', label: 'Raw' }];

/** A value as a tree to look through, indented, or as the very text. Text that is not JSON has one view only. Never rendered as HTML. */
export function ValueView({ label, text, heading, kind = 'Text', size, roots, end, testId }: Props) {
  const [view, setView] = useState<View>('tree');
  const [searching, setSearching] = useState(false);
  const value = useMemo(() => parsed(text), [text]);
  const isTree = value !== undefined && view === 'tree';
  return (
    <section className={css.value} aria-label={label} data-testid={testId}>
      <header className={css.bar}>
        {heading !== undefined && <h3 className={css.title}>{heading}</h3>}
        {size !== undefined && <Count>{size}</Count>}
        <Chip>{value === undefined ? kind : 'JSON'}</Chip>
        <span className={css.grow} />
        {value !== undefined && <Segmented<View> label={`View of ${label}`} size="small" value={view} onChange={setView} options={VIEWS} />}
        {isTree && typeof value === 'object' && value !== null && <IconButton size="small" icon="search" label={`Search in ${label}`} keys="/" pressed={searching} onClick={() => setSearching(!searching)} />}
        <CopyButton text={text} label={`Copy ${label}`} />
        {end}
      </header>
      {isTree && <JsonTree value={value} label={label} roots={roots} searching={searching} onSearching={setSearching} />}
      {view === 'pretty' && value !== undefined && <PrettyJson text={formatJson(text)} label={label} />}
      {!isTree && (view === 'raw' || value === undefined) && <CappedText text={text} label={label} />}
    </section>
  );
}

/** `undefined`: the text is not JSON. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse answers Json.
  } catch {
    return undefined;
  }
}
