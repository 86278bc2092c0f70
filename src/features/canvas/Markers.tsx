import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { START_PILL } from '../../graph/sizes.ts';
import { useCanvasUi } from './canvasUi.ts';
import { Anchor } from './CardParts.tsx';
import type { CardNode } from './flowTypes.ts';
import css from './Markers.module.css';

/** The machine's start is a pill; in a container the path begins at the header, and an empty one asks for its first state. */
export const StartMarker = memo(function StartMarker({ width, data: { node } }: NodeProps<CardNode>) {
  const dropping = useCanvasUi((ui) => ui.drop?.kind === 'into' && ui.drop.scope === node.pointer);
  // Its size tells that it stands in no container: the machine's own, or one of the container that a person has gone into.
  if (width === START_PILL.width) return <div className={css.start}><i />{startName(node.pointer)}<Anchor type="source" /></div>;
  if (!node.empty) return <Anchor type="source" />;
  return <div className={css.place} data-dropping={dropping || undefined}>Drop a state here<Anchor type="source" /></div>;
});

/** The branches of a Parallel stand side by side, so each says which it is. */
function startName(scope: string): string {
  const branch = /\/Branches\/(\d+)$/.exec(scope)?.[1];
  return branch === undefined ? 'Start' : `Branch ${Number(branch) + 1}`;
}

export const EndMarker = memo(function EndMarker() {
  return <div className={css.end}><Anchor type="target" /></div>;
});
