import { Handle, Position } from 'reactflow';
import type { StateId } from '../../asl/names.ts';
import { useActions } from '../../editor/useActions.ts';
import type { NodeData } from '../../graph/types.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import type { CardStatus, ProblemTone } from './cardStatus.ts';
import { glyphOf } from './glyphOf.ts';
import { savedWords } from './savedMark.ts';
import { shownBadges } from './shownBadges.ts';
import css from './Card.module.css';

/** The tile; while a test runs, its place shows the work. */
export function Tile({ data, status, size }: { readonly data: NodeData; readonly status: CardStatus; readonly size: 's' | 'm' }) {
  if (status === 'running') return <span className={css.work} data-size={size}><Spinner size={size === 's' ? 14 : 18} /></span>;
  return data.type === 'Marker' ? null : <StateIcon type={data.type} glyph={glyphOf(data)} size={size} className={css.tile} />;
}

/** At most two signs beside a name; what is more is one `+2` that tells the rest. */
export function Badges({ data, mocked }: { readonly data: NodeData; readonly mocked: boolean }) {
  return shownBadges(data, mocked).map((badge) => (
    <span key={badge.kind} className={css.badge} data-kind={badge.kind} role="img" aria-label={badge.label} title={badge.label}>
      {badge.icon && <Icon name={badge.icon} size={12} />}
      {badge.text}
    </span>
  ));
}

/** Closes a container to a card, and opens it again. For the pointer: the keyboard has `.` on the card. */
export function FoldButton({ state, name, folded }: { readonly state: StateId; readonly name: string; readonly folded: boolean }) {
  const actions = useActions();
  const label = folded ? `Open ${name}` : `Collapse ${name}`;
  return <CardButton icon={folded ? 'chevron-right' : 'chevron-down'} label={label} expanded={!folded} onPress={() => actions.fold([state], !folded)} />;
}

/** Shows what is in a container and nothing else. For the pointer: the keyboard has I on the card. */
export function InsideButton({ state, name }: { readonly state: StateId; readonly name: string }) {
  const actions = useActions();
  return <CardButton icon="expand" label={`Show only the inside of ${name}`} onPress={() => actions.goInside(state)} />;
}

interface CardButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly expanded?: boolean;
  readonly onPress: () => void;
}

function CardButton({ icon, label, expanded, onPress }: CardButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${css.button} nodrag nopan`}
      aria-label={label}
      aria-expanded={expanded}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon name={icon} size={14} />
    </button>
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

/** What the saved tests of the state came to, on the lower corner. */
export function SavedMark({ failed }: { readonly failed: number | undefined }) {
  if (failed === undefined) return null;
  return <span className={css.saved} data-failed={failed > 0 || undefined} title={savedWords(failed)} aria-hidden="true">{failed > 0 ? `${failed} failed` : 'tests ok'}</span>;
}

/**
 * React Flow draws an edge only between handles that it finds in the page, whatever sizes it was given. Lines come ready routed, so
 * all but the port that a person draws from are unseen and cannot be used.
 */
export function Anchor({ type }: { readonly type: 'source' | 'target' }) {
  return <Handle type={type} position={type === 'source' ? Position.Bottom : Position.Top} className={css.anchor} isConnectable={false} />;
}
