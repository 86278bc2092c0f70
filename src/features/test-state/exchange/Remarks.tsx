import { useState, type ReactNode } from 'react';
import { UNCONFIRMED } from '../../../http/unconfirmed.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import css from './Exchange.module.css';

const UNSETTLED: ReadonlySet<string> = new Set(Object.values(UNCONFIRMED));

export interface RemarksProps {
  readonly notes: readonly string[];
  /** Several take one line until they are asked for. */
  readonly folded?: boolean;
  /** List items that are always shown, before the others. */
  readonly children?: ReactNode;
}

/** What a person should know of one side of an exchange; what nobody has confirmed is marked as such. */
export function Remarks({ notes, folded = false, children }: RemarksProps) {
  const [open, setOpen] = useState(!folded);
  const isFold = folded && notes.length > 1;
  const unsettled = notes.filter((note) => UNSETTLED.has(note)).length;
  return (
    <>
      <ul className={css.notes}>
        {children}
        {(!isFold || open) && notes.map((note) => <Remark key={note} note={note} />)}
      </ul>
      {isFold && (
        <Button size="small" variant="ghost" iconEnd={open ? 'chevron-up' : 'chevron-down'} aria-expanded={open} onClick={() => setOpen(!open)} className={css.fold}>
          {open ? 'Fewer remarks' : `${notes.length} remarks${unsettled === 0 ? '' : `, ${unsettled} on what AWS does not document`}`}
        </Button>
      )}
    </>
  );
}

function Remark({ note }: { readonly note: string }) {
  const isUnsettled = UNSETTLED.has(note);
  return (
    <li>
      <Icon name={isUnsettled ? 'unknown' : 'info'} size={12} />
      <span>{isUnsettled && <><span className={css.unconfirmed}>Unconfirmed.</span>{' '}</>}{note}</span>
    </li>
  );
}
