import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useCanvasUiStore } from './canvasUi.ts';
import css from './Floating.module.css';

export function EmptyCanvas() {
  const ui = useCanvasUiStore();
  return (
    <div className={css.empty}>
      <EmptyState
        icon="flow"
        title="No states yet"
        text="Drag a state here, or press A."
        action={
          <Button icon="plus" variant="secondary" onClick={(event) => ui.setState({ quickAdd: { at: { x: event.clientX, y: event.clientY }, place: { kind: 'canvas' } } })}>
            Add a state
          </Button>
        }
      />
    </div>
  );
}
