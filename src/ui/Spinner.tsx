import css from './Spinner.module.css';

export interface SpinnerProps {
  /** Said to screen readers; leave it out where a word stands beside the spinner. */
  readonly label?: string | undefined;
  readonly size?: 14 | 18 | undefined;
}

/** A still ring for those who asked for less motion. */
export function Spinner({ label, size = 18 }: SpinnerProps) {
  return <span className={css.spinner} data-size={size} {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })} />;
}
