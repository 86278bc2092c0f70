import { PointMenu } from '../../ui/Menu.tsx';
import { useCanvasUi, useCanvasUiStore } from './canvasUi.ts';

/** Asks what a drop meant, where it fell. */
export function AskMenu({ onClosed }: { readonly onClosed: () => void }) {
  const ask = useCanvasUi((ui) => ui.ask);
  const ui = useCanvasUiStore();
  const close = (): void => {
    ui.setState({ ask: null });
    onClosed();
  };
  return <PointMenu label={ask?.label ?? ''} at={ask?.at ?? null} onClose={close} entries={ask?.entries ?? []} />;
}
