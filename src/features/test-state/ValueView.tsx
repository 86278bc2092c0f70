import { useState } from 'react';
import type { Json } from '../../lib/Json.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { JsonTree } from '../../ui/JsonTree.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import css from './ValueView.module.css';

interface Props {
  readonly label: string;
  /** As AWS or the server wrote it. */
  readonly text: string;
  readonly heading?: string;
  readonly testId?: string;
}

type View = 'tree' | 'raw';

/** A value as a tree to look through, or as the very text. Text that is not JSON has one view only. Never rendered as HTML. */
export function ValueView({ label, text, heading, testId }: Props) {
  const [view, setView] = useState<View>('tree');
  const value = parsed(text);
  const isTree = value !== undefined && view === 'tree';
  return (
    <section className={css.value} aria-label={label} data-testid={testId}>
      <header className={css.bar}>
        {heading !== undefined && <h3 className={css.title}>{heading}</h3>}
        <Chip>{value === undefined ? 'Text' : 'JSON'}</Chip>
        <span className={css.grow} />
        {value !== undefined && <Segmented<View> label={`View of ${label}`} size="small" value={view} onChange={setView} options={[{ value: 'tree', label: 'Tree' }, { value: 'raw', label: 'Raw' }]} />}
        <CopyButton text={text} label={`Copy ${label}`} />
      </header>
      {isTree ? <JsonTree value={value} label={label} /> : <pre className={css.raw} tabIndex={0} aria-label={label}>{text === '' ? '(empty)' : text}</pre>}
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
