import { useEffect } from 'react';
import { useCanvasUi, useCanvasUiStore } from './canvasUi.ts';
import css from './Floating.module.css';

const READ_MS = 5000;

/** Why a gesture did nothing, where it ended. The live region has said it already. */
export function RefusalNote() {
  const refusal = useCanvasUi((ui) => ui.refusal);
  const ui = useCanvasUiStore();
  useEffect(() => {
    if (!refusal) return;
    const clear = (): void => ui.setState({ refusal: null });
    const timer = setTimeout(clear, READ_MS);
    document.addEventListener('pointerdown', clear, { once: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', clear);
    };
  }, [refusal, ui]);
  return refusal ? <div className={css.refusal} style={{ left: refusal.at.x + 12, top: refusal.at.y + 12 }}>{refusal.text}</div> : null;
}
