import { Suspense } from 'react';
import { useEditor } from '../editor/useEditor.ts';
import { useActions } from '../editor/useActions.ts';
import { CanvasPane } from '../features/canvas/CanvasPane.tsx';
import { SplitGroup, SplitHandle, SplitPanel } from '../ui/SplitPane.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Dock } from './Dock.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { CodePane, FindPanel, InspectorPane, OutlinePane, PalettePane, Pane } from './lazyPanes.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useFileDrop } from './useFileDrop.ts';
import { useNarrow, useShort, useSmall } from './useNarrow.ts';
import { usePaste } from './usePaste.ts';
import { useSelectionInView } from './useSelectionInView.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useTheme } from './useTheme.ts';
import css from './Shell.module.css';

/** The screen: header, palette, canvas and code, inspector, dock, status bar (design.md section 8). */
export function Shell() {
  useTheme();
  useShortcuts();
  usePaste();
  useFileDrop();
  useSelectionInView();
  const toasts = useEditor((s) => s.toasts);
  const dock = useEditor((s) => s.dock);
  const short = useShort();
  // A list of problems leaves the canvas its place; an exchange wants most of the height. Each keeps the height it was given.
  const below = dock === 'problems' ? { id: 'problems', height: '36%' } : { id: 'dock', height: '62%' };
  const shown = dock === null ? ['work'] : short ? [below.id] : ['work', below.id];
  const { dismiss } = useActions();
  return (
    <div className={css.shell}>
      <Header />
      <SplitGroup id="shell" orientation="vertical" className={css.body} panelIds={shown}>
        {shown.includes('work') && (
          <SplitPanel id="work" minSize={160}>
            <Work />
          </SplitPanel>
        )}
        {shown.length === 2 && <SplitHandle label="Resize the bottom panel" />}
        {dock !== null && (
          <SplitPanel key={below.id} id={below.id} defaultSize={short ? '100%' : below.height} minSize={160} fixed>
            <Dock tab={dock} />
          </SplitPanel>
        )}
      </SplitGroup>
      <StatusBar />
      <Dialogs />
      <Toasts toasts={toasts} onDismiss={dismiss} />
      <LiveRegion />
    </div>
  );
}

/** Palette, the document as picture and text, inspector. */
function Work() {
  const inspectorOpen = useEditor((s) => s.inspectorOpen);
  const paletteOpen = useEditor((s) => s.paletteOpen);
  const outlineOpen = useEditor((s) => s.outlineOpen);
  const narrow = useNarrow();
  const small = useSmall();
  const beside = inspectorOpen && !small;
  return (
    <main className={css.work}>
      <ErrorBoundary what={outlineOpen ? 'The outline' : 'The palette'}>
        <Suspense fallback={<div className={css.palette} data-folded={!outlineOpen && (narrow || !paletteOpen)} />}>
          {outlineOpen ? <OutlinePane /> : <PalettePane />}
        </Suspense>
      </ErrorBoundary>
      <SplitGroup id="work" className={css.panes} panelIds={beside ? ['document', 'inspector'] : ['document']}>
        <SplitPanel id="document" minSize={240}>
          <DocumentPanes />
        </SplitPanel>
        {beside && (
          <>
            <SplitHandle label="Resize the inspector" />
            <SplitPanel id="inspector" defaultSize={384} minSize={288} maxSize={640} fixed>
              <ErrorBoundary what="The inspector">
                <Pane><InspectorPane /></Pane>
              </ErrorBoundary>
            </SplitPanel>
          </>
        )}
      </SplitGroup>
      {small && (
        <ErrorBoundary what="The inspector">
          <Pane><InspectorPane sheet /></Pane>
        </ErrorBoundary>
      )}
    </main>
  );
}

function DocumentPanes() {
  const view = useEditor((s) => s.view);
  const findOpen = useEditor((s) => s.findOpen);
  const shown = view === 'split' ? ['canvas', 'code'] : [view];
  return (
    <SplitGroup id="document" className={css.panes} panelIds={shown}>
      {view !== 'code' && (
        <SplitPanel id="canvas" minSize={200}>
          <ErrorBoundary what="The canvas">
            <div className={css.canvas}>
              <CanvasPane />
              {findOpen && <Suspense><FindPanel /></Suspense>}
            </div>
          </ErrorBoundary>
        </SplitPanel>
      )}
      {view === 'split' && <SplitHandle label="Resize canvas and code" />}
      {view !== 'canvas' && (
        <SplitPanel id="code" minSize={240}>
          <ErrorBoundary what="The code editor">
            <Pane><CodePane /></Pane>
          </ErrorBoundary>
        </SplitPanel>
      )}
    </SplitGroup>
  );
}
