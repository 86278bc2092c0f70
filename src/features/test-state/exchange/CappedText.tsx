import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { bytesText } from '../figures.ts';
import css from './Exchange.module.css';

/** Laid out in one go, more of it would hold up the page. */
const FIRST_LETTERS = 40_000;

/** A text as it is; of a very long one the beginning, until more is asked for. */
export function CappedText({ text, label, testId }: { readonly text: string; readonly label: string; readonly testId?: string }) {
  const [all, setAll] = useState(false);
  const shown = all || text.length <= FIRST_LETTERS ? text : text.slice(0, FIRST_LETTERS);
  return (
    <>
      <pre className={css.raw} tabIndex={0} dir="auto" aria-label={label} data-testid={testId}>{shown === '' ? '(empty)' : shown}</pre>
      {shown.length < text.length && (
        <p className={css.more}>
          {`The first ${bytesText(shown.length)} of ${bytesText(text.length)}. `}
          <Button size="small" variant="ghost" onClick={() => setAll(true)}>Show all of it</Button>
        </p>
      )}
    </>
  );
}
