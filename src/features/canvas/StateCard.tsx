import { memo } from 'react';
import { Handle, Position, type NodeProps } from 'reactflow';
import { sameCard, type CardNode } from './flowTypes.ts';
import { Anchor, Badges, FoldButton, Pip, SavedMark, Tile } from './CardParts.tsx';
import { LaterRenameField as RenameField } from './LaterRenameField.tsx';
import { mayBeCut } from './mayBeCut.ts';
import { shownBadges } from './shownBadges.ts';
import { useCard } from './useCard.ts';
import css from './Card.module.css';

/** One state. Renders for its own data, selection and status only. */
export const StateCard = memo(function StateCard({ data: { node } }: NodeProps<CardNode>) {
  const { status, problem, mocked, saved, renaming, frame } = useCard(node);
  const summary = node.folded === undefined ? node.summary : holds(node.folded);
  const whole = [node.summaryLead, summary].join(' ').trim();
  const technical = node.type === 'Http' || node.type === 'Task';
  return (
    <div className={css.card} data-folded={node.folded !== undefined || undefined} {...frame}>
      <Tile data={node} status={status} size="m" />
      <span className={css.text}>
        <span className={css.line}>
          {renaming && node.stateId !== undefined ? <RenameField state={node.stateId} name={node.name} /> : <span className={css.name} data-cut={mayBeCut(node.name, 13, shownBadges(node, mocked).length)} title={node.name}>{node.name}</span>}
          <Badges data={node} mocked={mocked} />
        </span>
        <span className={css.summary} data-technical={technical || undefined} data-cut={mayBeCut(whole, 11.5, node.folded === undefined ? 0 : 1)} title={whole}>
          {node.summaryLead !== undefined && <><b>{node.summaryLead}</b>{' '}</>}
          {summary}
        </span>
      </span>
      {node.folded !== undefined && node.stateId !== undefined && <FoldButton state={node.stateId} name={node.name} folded />}
      <Pip status={status} problem={problem} />
      <SavedMark failed={saved} />
      <Anchor type="target" />
      {node.type === 'Succeed' || node.type === 'Fail' ? <Anchor type="source" /> : <Handle type="source" position={Position.Bottom} className={css.port} />}
    </div>
  );
}, sameCard);

/** What a closed container holds. */
const holds = (count: number): string => (count === 1 ? 'holds 1 state' : `holds ${count} states`);
