import { useMemo } from 'react';
import { lineDiff, type DiffLine } from '../lib/lineDiff.ts';
import css from './DiffBlock.module.css';

const SIGN: { readonly [K in DiffLine['kind']]: string } = { same: ' ', gone: '−', new: '+' };
const SAID: { readonly [K in DiffLine['kind']]: string | null } = { same: null, gone: 'Removed: ', new: 'Added: ' };

interface DiffBlockProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly 'data-testid'?: string;
}

/** Two texts as one, line by line: told apart by sign and colour, and by a word for who hears it. */
export function DiffBlock({ label, before, after, ...rest }: DiffBlockProps) {
  const lines = useMemo(() => lineDiff(before, after), [before, after]);
  return (
    <pre {...rest} className={css.block} tabIndex={0} aria-label={label}>
      {lines.map(({ kind, text }, at) => (
        <span key={at} className={css.line} data-kind={kind}>
          <span className={css.sign} aria-hidden="true">{SIGN[kind]}</span>
          <span>{SAID[kind] && <span className="visually-hidden">{SAID[kind]}</span>}{text}{'\n'}</span>
        </span>
      ))}
    </pre>
  );
}
