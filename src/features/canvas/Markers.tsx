import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { useCanvasUi } from './canvasUi.ts';
import { Anchor } from './CardParts.tsx';
import type { CardNode } from './flowTypes.ts';
import css from './Markers.module.css';

/** The machine's start is a pill; in a container the path begins at the header, and an empty one asks for its first state. */
export const StartMarker = memo(function StartMarker({ id, data: { node } }: NodeProps<CardNode>) {
  const dropping = useCanvasUi((ui) => ui.drop?.kind === 'into' && ui.drop.scope === node.pointer);
  if (id === '#start') return <div className={css.start}><i />Start<Anchor type="source" /></div>;
  if (!node.empty) return <Anchor type="source" />;
  return <div className={css.place} data-dropping={dropping || undefined}>Drop a state here<Anchor type="source" /></div>;
});

export const EndMarker = memo(function EndMarker() {
  return <div className={css.end}><Anchor type="target" /></div>;
});
