import { namesOf, type ConnectionUse } from '../../editor/connectionUses.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './ConnectionDialog.module.css';

interface Props {
  readonly uses: readonly ConnectionUse[];
  /** Its ARN will be another one. */
  readonly renamed: boolean;
  readonly follow: boolean;
  readonly onFollow: (follow: boolean) => void;
}

/** Where the connection is used; and when its ARN changes, whether those states follow. */
export function FollowChoice({ uses, renamed, follow, onFollow }: Props) {
  if (uses.length === 0) return <p className={css.used}>Not used in this workflow.</p>;
  if (!renamed) return <p className={css.used} data-testid="connection.used">{`Used by ${namesOf(uses)}.`}</p>;
  const [literal, inside] = [uses.filter((use) => use.literal), uses.filter((use) => !use.literal)];
  return (
    <Notice tone="warning" title={`${namesOf(uses)} ${uses.length === 1 ? 'names' : 'name'} this connection by its ARN, which changes`} data-testid="connection.follow" text={
      <div className={css.follow}>
        {literal.length > 0 && <Checkbox label={`Write the new ARN into ${namesOf(literal)}`} checked={follow} onChange={onFollow} hint="One step of undo. Without it, their tests say that the connection is missing." />}
        {inside.length > 0 && <p className={css.used}>{`${namesOf(inside)}: the ARN stands inside an expression. Change it there yourself.`}</p>}
      </div>
    } />
  );
}
