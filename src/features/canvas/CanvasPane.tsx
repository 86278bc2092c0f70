import { useState } from 'react';
import { ReactFlowProvider } from 'reactflow';
import { Canvas } from './Canvas.tsx';
import { CanvasUiContext, createCanvasUi } from './canvasUi.ts';

/** The workflow as a picture to work in. */
export function CanvasPane() {
  const [ui] = useState(createCanvasUi);
  return (
    <CanvasUiContext value={ui}>
      <ReactFlowProvider>
        <Canvas />
      </ReactFlowProvider>
    </CanvasUiContext>
  );
}
