import { memo } from 'react';
import { Handle, Position, type NodeProps } from 'reactflow';
import { sameCard, type CardNode } from './flowTypes.ts';
import { useCanvasUi } from './canvasUi.ts';
import { Anchor, Badges, FoldButton, InsideButton, Pip, SavedMark, Tile } from './CardParts.tsx';
import { LaterRenameField as RenameField } from './LaterRenameField.tsx';
import { useCard } from './useCard.ts';
import css from './Card.module.css';

/** Map or Parallel: a header, and room for what it holds. Map has a second lower edge, Parallel has lanes. */
export const ContainerCard = memo(function ContainerCard({ id, data: { node, lanes } }: NodeProps<CardNode>) {
  const { status, problem, mocked, saved, renaming, frame } = useCard(node);
  const dropping = useCanvasUi((ui) => (ui.drop?.kind === 'into' && ui.drop.node === id ? ui.drop.scope : null));
  return (
    <div className={css.container} data-type={node.type} data-dropping={dropping !== null || undefined} {...frame}>
      <div className={css.header} data-container-header="">
        <Tile data={node} status={status} size="s" />
        <span className={css.text}>
          {renaming && node.stateId !== undefined ? <RenameField state={node.stateId} name={node.name} /> : <span className={css.containerName} title={node.name}>{node.name}</span>}
          <span className={css.containerSummary} title={node.summary}>{node.summary}</span>
        </span>
        <Badges data={node} mocked={mocked} />
        {node.stateId !== undefined && (
          <span className={css.buttons}>
            <InsideButton state={node.stateId} name={node.name} />
            <FoldButton state={node.stateId} name={node.name} folded={false} />
          </span>
        )}
      </div>
      {lanes.map((lane, i) => (
        <span key={lane.label} className={css.lane} data-first={i === 0 || undefined} data-dropping={dropping === `${id}/Branches/${i}` || undefined} style={{ left: lane.x, width: lane.width }}>
          {lane.label}
        </span>
      ))}
      <Pip status={status} problem={problem} />
      <SavedMark failed={saved} />
      <Anchor type="target" />
      <Handle type="source" position={Position.Bottom} className={css.port} />
    </div>
  );
}, sameCard);
