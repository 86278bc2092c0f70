import { memo } from 'react';
import { Handle, Position, type NodeProps } from 'reactflow';
import type { CardNode } from './flowTypes.ts';
import { Anchor, Badges, FoldButton, Pip, Tile } from './CardParts.tsx';
import { LaterRenameField as RenameField } from './LaterRenameField.tsx';
import { useCard } from './useCard.ts';
import css from './Card.module.css';

/** One state. Renders for its own data, selection and status only. */
export const StateCard = memo(function StateCard({ data: { node }, selected }: NodeProps<CardNode>) {
  const { status, problem, mocked, renaming, frame } = useCard(node, selected);
  const technical = node.type === 'Http' || node.type === 'Task';
  return (
    <div className={css.card} data-folded={node.folded !== undefined || undefined} {...frame}>
      <Tile data={node} status={status} size="m" />
      <span className={css.text}>
        <span className={css.line}>
          {renaming && node.stateId !== undefined ? <RenameField state={node.stateId} name={node.name} /> : <span className={css.name} title={node.name}>{node.name}</span>}
          <Badges data={node} mocked={mocked} />
        </span>
        <span className={css.summary} data-technical={technical || undefined} title={[node.summaryLead, node.summary].join(' ').trim()}>
          {node.summaryLead !== undefined && <><b>{node.summaryLead}</b>{' '}</>}
          {node.folded === undefined ? node.summary : holds(node.folded)}
        </span>
      </span>
      {node.folded !== undefined && node.stateId !== undefined && <FoldButton state={node.stateId} name={node.name} folded />}
      <Pip status={status} problem={problem} />
      <Anchor type="target" />
      {node.type === 'Succeed' || node.type === 'Fail' ? <Anchor type="source" /> : <Handle type="source" position={Position.Bottom} className={css.port} />}
    </div>
  );
});

/** What a closed container holds. */
const holds = (count: number): string => (count === 1 ? 'holds 1 state' : `holds ${count} states`);
