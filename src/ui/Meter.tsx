import css from './Meter.module.css';

export interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** Shown below: `Running 312 of 500 saved tests`. */
  readonly text?: string | undefined;
  readonly tone?: 'accent' | 'caught' | 'failed' | undefined;
}

export function Meter({ label, value, max, text, tone = 'accent' }: MeterProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={css.meter}>
      <div className={css.track} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value} aria-valuetext={text}>
        <div className={css.fill} data-tone={tone} style={{ width: `${share * 100}%` }} />
      </div>
      {text && <span className={css.text}>{text}</span>}
    </div>
  );
}
