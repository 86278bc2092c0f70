import { memo } from 'react';
import { Handle, Position, type NodeProps } from 'reactflow';
import type { CardNode } from './flowTypes.ts';
import { Anchor, Badges, Pip, Tile } from './CardParts.tsx';
import { RenameField } from './RenameField.tsx';
import { useCard } from './useCard.ts';
import css from './Card.module.css';

/** One state. Renders for its own data, selection and status only. */
export const StateCard = memo(function StateCard({ data: { node }, selected }: NodeProps<CardNode>) {
  const { status, problem, renaming, frame } = useCard(node, selected);
  const technical = node.type === 'Http' || node.type === 'Task';
  return (
    <div className={css.card} {...frame}>
      <Tile data={node} status={status} size="m" />
      <span className={css.text}>
        <span className={css.line}>
          {renaming && node.stateId !== undefined ? <RenameField state={node.stateId} name={node.name} /> : <span className={css.name} title={node.name}>{node.name}</span>}
          <Badges data={node} />
        </span>
        <span className={css.summary} data-technical={technical || undefined} title={[node.summaryLead, node.summary].join(' ').trim()}>
          {node.summaryLead !== undefined && <><b>{node.summaryLead}</b>{' '}</>}
          {node.summary}
        </span>
      </span>
      <Pip status={status} problem={problem} />
      <Anchor type="target" />
      {node.type === 'Succeed' || node.type === 'Fail' ? <Anchor type="source" /> : <Handle type="source" position={Position.Bottom} className={css.port} />}
    </div>
  );
});
