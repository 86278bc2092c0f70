import { Handle, Position } from 'reactflow';
import type { NodeData } from '../../graph/types.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import type { CardStatus, ProblemTone } from './cardStatus.ts';
import { glyphOf } from './glyphOf.ts';
import css from './Card.module.css';

/** The tile; while a test runs, its place shows the work. */
export function Tile({ data, status, size }: { readonly data: NodeData; readonly status: CardStatus; readonly size: 's' | 'm' }) {
  if (status === 'running') return <span className={css.work} data-size={size}><Spinner size={size === 's' ? 14 : 18} /></span>;
  return data.type === 'Marker' ? null : <StateIcon type={data.type} glyph={glyphOf(data)} size={size} className={css.tile} />;
}

/** Retriers and catchers, as numbers; the card's label says them in words. */
export function Badges({ data }: { readonly data: NodeData }) {
  return (
    <>
      {data.retries > 0 && <span className={css.badge} title={`${data.retries} ${data.retries === 1 ? 'retrier' : 'retriers'}`}><Icon name="retry" size={12} />{data.retries}</span>}
      {data.catches > 1 && <span className={css.badge} data-tone="caught" title={`${data.catches} catchers`}><Icon name="catch" size={12} />{data.catches}</span>}
    </>
  );
}

const PIPS: { readonly [tone: string]: IconName } = { succeeded: 'check', caught: 'catch', failed: 'x', warning: 'warning', error: 'x' };

/** Result of the last test, else the worst problem, on the card's corner. */
export function Pip({ status, problem }: { readonly status: CardStatus; readonly problem: ProblemTone }) {
  if (status === 'running') return null;
  const tone = status === 'idle' ? problem : status;
  const icon = PIPS[tone];
  return icon ? <span className={css.pip} data-tone={tone} aria-hidden="true"><Icon name={icon} size={12} /></span> : null;
}

/**
 * React Flow draws an edge only between handles that it finds in the page, whatever sizes it was given. Lines come ready routed, so
 * all but the port that a person draws from are unseen and cannot be used.
 */
export function Anchor({ type }: { readonly type: 'source' | 'target' }) {
  return <Handle type={type} position={type === 'source' ? Position.Bottom : Position.Top} className={css.anchor} isConnectable={false} />;
}
