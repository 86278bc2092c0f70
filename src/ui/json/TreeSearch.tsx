import { type KeyboardEvent, useState } from 'react';
import type { Json } from '../../lib/Json.ts';
import { IconButton } from '../IconButton.tsx';
import { TextField } from '../TextField.tsx';
import { MOST_MATCHES, searchJson } from './searchJson.ts';
import css from '../JsonTree.module.css';

interface Props {
  readonly value: Json;
  readonly label: string;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

/** Finds names and values; Enter goes to the next, Shift+Enter to the one before, Escape back to the tree. */
export function TreeSearch({ value, label, onShow, onClose }: Props) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly string[]>([]);
  const [at, setAt] = useState(0);
  const look = (next: string) => {
    const matches = searchJson(value, next);
    setText(next);
    setFound(matches);
    setAt(0);
    if (matches[0] !== undefined) onShow(matches[0]);
  };
  const step = (by: number) => {
    if (found.length === 0) return;
    const next = (at + by + found.length) % found.length;
    setAt(next);
    const id = found[next];
    if (id !== undefined) onShow(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const count = text === '' ? '' : found.length === 0 ? 'Nothing found' : `${at + 1} of ${found.length}${found.length === MOST_MATCHES ? ' or more' : ''}`;
  return (
    <div className={css.search} role="search">
      <TextField label={`Search in ${label}`} hideLabel size="small" icon="search" placeholder="Name or value" autoFocus value={text} onChange={look} onKeyDown={onKeyDown} data-testid="json.search" />
      <span role="status" className={css.count} data-testid="json.search.count">{count}</span>
      <IconButton size="small" icon="chevron-up" label="Previous match" keys="Shift+Enter" onClick={() => step(-1)} />
      <IconButton size="small" icon="chevron-down" label="Next match" keys="Enter" onClick={() => step(1)} />
      <IconButton size="small" icon="x" label="Close the search" onClick={onClose} />
    </div>
  );
}
