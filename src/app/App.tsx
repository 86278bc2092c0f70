import type { EditorStore } from '../editor/createEditorStore.ts';
import { EditorContext } from '../editor/useEditor.ts';
import { ServicesContext, type PageServices } from '../editor/useServices.ts';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { Shell } from './Shell.tsx';

/** Providers around the shell. */
export function App({ store, page }: { readonly store: EditorStore; readonly page: PageServices }) {
  return (
    <EditorContext value={store}>
      <ServicesContext value={page}>
        <TooltipProvider>
          <Shell />
        </TooltipProvider>
      </ServicesContext>
    </EditorContext>
  );
}
