import type { EditorStore } from '../editor/createEditorStore.ts';
import { EditorContext } from '../editor/useEditor.ts';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { Shell } from './Shell.tsx';

/** Providers around the shell. */
export function App({ store }: { readonly store: EditorStore }) {
  return (
    <EditorContext value={store}>
      <TooltipProvider>
        <Shell />
      </TooltipProvider>
    </EditorContext>
  );
}
