import css from './Meter.module.css';

interface Props {
  readonly label: string;
  readonly bytes: number;
  readonly limit: number;
}

const FULL = 0.8;

/** How much of a quota something takes, as AWS counts it. */
export function Meter({ label, bytes, limit }: Props) {
  const share = bytes / limit;
  const tone = share > 1 ? 'over' : share > FULL ? 'near' : 'fine';
  const said = `${bytesText(bytes)} of ${bytesText(limit)}${tone === 'over' ? ': too much, States.DataLimitExceeded' : ''}`;
  return (
    <div className={css.meter} data-tone={tone}>
      <span className={css.label}>{label}</span>
      <span className={css.said}>{said}</span>
      <div className={css.track} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={limit} aria-valuenow={Math.min(bytes, limit)} aria-valuetext={said}>
        <div className={css.bar} style={{ width: `${Math.min(100, Math.max(bytes > 0 ? 1 : 0, share * 100))}%` }} />
      </div>
    </div>
  );
}

/** In steps of 1,024, as the quotas are. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KiB'] : [bytes / (1024 * 1024), 'MiB'];
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`;
}
