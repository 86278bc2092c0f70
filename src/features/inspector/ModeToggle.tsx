import type { MouseEvent } from 'react';
import type { QueryLanguage } from '../../asl/names.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import css from './ModeToggle.module.css';

interface Props {
  readonly label: string;
  readonly language: QueryLanguage;
  readonly pressed: boolean;
  readonly onToggle: () => void;
  readonly testId?: string | undefined;
}

/** One press between a value that is written out and one that is computed when the state runs. */
export function ModeToggle({ label, language, pressed, onToggle, testId }: Props) {
  const sign = language === 'JSONata' ? '{% %}' : '$.';
  const what = language === 'JSONata' ? 'an expression' : 'a path';
  const press = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    onToggle();
    // The other form is often another field, with a toggle of its own in the same place.
    requestAnimationFrame(() => {
      if (!currentTarget.isConnected && testId !== undefined && document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-testid=${JSON.stringify(testId)}]`)?.focus();
    });
  };
  return (
    <Tooltip text={pressed ? 'Write the value out instead' : `Take it from ${what} instead`}>
      <button type="button" className={css.toggle} aria-label={`${label} as ${what}`} aria-pressed={pressed} onClick={press} data-button="toggle" data-testid={testId}>{sign}</button>
    </Tooltip>
  );
}
