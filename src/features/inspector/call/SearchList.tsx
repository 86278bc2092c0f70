import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Icon } from '../../../ui/icons.tsx';
import css from './SearchList.module.css';

export interface Found {
  readonly id: string;
  readonly label: string;
  /** At the right end. */
  readonly aside?: string | undefined;
  readonly note?: string | undefined;
}

interface Props {
  readonly label: string;
  readonly placeholder: string;
  /** Best first. The same function as long as it finds the same: it may look through all actions of AWS. */
  readonly find: (text: string) => readonly Found[];
  /** Said where nothing is found. */
  readonly nothing: (text: string) => string;
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
  readonly testId?: string;
}

/** A field to type into and what it finds below it; arrows choose, Enter takes, Escape closes. */
export function SearchList({ label, placeholder, find, nothing, onPick, onClose, testId }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => find(text), [find, text]);
  const active = Math.min(at, found.length - 1);
  useEffect(() => input.current?.focus(), []);
  // Browsers answer a promise, which is no cleanup.
  useEffect(() => { document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' }); }, [id, active]);
  const keyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const picked = event.key === 'Enter' ? found[active] : undefined;
    if (step !== 0 && found.length > 0) setAt((active + step + found.length) % found.length);
    else if (picked) onPick(picked.id);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css.frame} data-testid={testId}>
      <span className={css.box}>
        <Icon name="search" size={14} />
        <input
          ref={input} className={css.input} type="text" role="combobox" aria-label={label} aria-expanded={found.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined} placeholder={placeholder} autoComplete="off" spellCheck={false}
          value={text} onChange={(event) => { setText(event.target.value); setAt(0); }} onKeyDown={keyDown}
        />
      </span>
      <div id={`${id}-list`} role="listbox" tabIndex={-1} aria-label={label} className={css.list} hidden={found.length === 0}>
        {found.map(({ id: key, label: name, aside, note }, index) => (
          // Keys are heard by the field, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div key={key} id={`${id}-${index}`} role="option" tabIndex={-1} aria-selected={index === active} className={css.option} onMouseDown={(event) => event.preventDefault()} onClick={() => onPick(key)}>
            <span className={css.name}>{name}</span>
            {aside !== undefined && <span className={css.aside}>{aside}</span>}
            {note !== undefined && <span className={css.note}>{note}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p role="status" className={css.nothing}>{nothing(text)}</p>}
    </div>
  );
}
