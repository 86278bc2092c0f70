import { useReactFlow, useStore } from 'reactflow';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useCanvasUi, useCanvasUiStore } from './canvasUi.ts';
import { motionMs } from './motion.ts';
import css from './Floating.module.css';

/** Zoom, fit, minimap: bottom left. */
export function CanvasTools() {
  const flow = useReactFlow();
  const percent = useStore((s) => Math.round(s.transform[2] * 100));
  const minimap = useCanvasUi((ui) => ui.minimap);
  const ui = useCanvasUiStore();
  const actions = useActions();
  const outline = useEditor((s) => s.outlineOpen);
  const duration = motionMs();
  return (
    <div className={css.tools} role="toolbar" aria-label="View of the canvas">
      <IconButton icon="minus" label="Zoom out" tooltipSide="top" onClick={() => void flow.zoomOut({ duration })} />
      <Tooltip text="Zoom to 100 %" side="top">
        <button type="button" className={css.percent} aria-label={`Zoom ${percent} %. Zoom to 100 %`} onClick={() => void flow.zoomTo(1, { duration })}>{percent}%</button>
      </Tooltip>
      <IconButton icon="plus" label="Zoom in" tooltipSide="top" onClick={() => void flow.zoomIn({ duration })} />
      <span className={css.rule} />
      <IconButton icon="fit" label="Fit the workflow into view" keys="F" tooltipSide="top" onClick={() => actions.requestViewport({ kind: 'fit' })} />
      <IconButton icon="search" label="Find a state" keys="Mod+F" tooltipSide="top" onClick={() => actions.showFind(true)} />
      <IconButton icon="format" label="Outline" keys="Shift+Mod+O" tooltipSide="top" pressed={outline} onClick={() => actions.showOutline(!outline)} />
      <IconButton className={css.minimapSwitch} icon="map-pin" label="Minimap" tooltipSide="top" pressed={minimap} onClick={() => ui.setState({ minimap: !minimap })} />
    </div>
  );
}
