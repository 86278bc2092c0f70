import { useMemo } from 'react';
import { selectShownGraph } from '../../editor/selectors/reading.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { layoutRoots } from '../../graph/layoutRoots.ts';
import { partOfGraph } from '../../graph/partOfGraph.ts';
import type { PictureTheme } from '../../graph/pictureLook.ts';
import { toMermaid } from '../../graph/toMermaid.ts';
import { toSvg, type Picture } from '../../graph/toSvg.ts';

export type PictureScope = 'all' | 'selection';

export interface Drawn {
  readonly picture: Picture;
  readonly mermaid: string;
}

/** The workflow as the canvas shows it (closed containers closed), drawn for a file. */
export function useDrawn(theme: PictureTheme, scope: PictureScope, fonts: string): Drawn {
  const graph = useEditor(selectShownGraph);
  const selected = useEditor((s) => s.selected);
  const title = useEditor((s) => s.name);
  const whole = useMemo(() => ({ graph, layout: layoutRoots(graph) }), [graph]);
  const part = useMemo(() => (scope === 'all' ? whole : partOfGraph(whole.graph, whole.layout, new Set(selected))), [whole, scope, selected]);
  return useMemo(() => ({ picture: toSvg(part.graph, part.layout, { theme, title, fontFaces: fonts }), mermaid: toMermaid(part.graph, title) }), [part, theme, title, fonts]);
}
