import { useCallback, useEffect, useRef } from 'react';
import { useReactFlow, useStore, type Viewport } from 'reactflow';
import type { Layout } from '../../graph/types.ts';
import type { LaidOut } from './useFlow.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

type Fit = (layout: Layout, view: Size) => Viewport;

/**
 * In a window of another size (or zoomed by the browser), a workflow that was fitted into view and not moved since is fitted again.
 * @returns to be told of each such fit: how it is found, and what was found
 */
export function useFittedView(laid: LaidOut | null): (fit: Fit, viewport: Viewport) => void {
  const flow = useReactFlow();
  const width = useStore((s) => s.width);
  const height = useStore((s) => s.height);
  const page = useRef(pageSize());
  const kept = useRef<{ readonly fit: Fit; readonly viewport: Viewport } | null>(null);
  useEffect(() => {
    // A panel that opens changes the canvas too; there a card must not leave the pointer.
    const before = page.current;
    page.current = pageSize();
    if (before === page.current || !laid || !kept.current) return;
    const { fit, viewport } = kept.current;
    const now = flow.getViewport();
    if (now.x !== viewport.x || now.y !== viewport.y || now.zoom !== viewport.zoom) return;
    const to = fit(laid.layout, { width, height });
    kept.current = { fit, viewport: to };
    void flow.setViewport(to);
  }, [flow, laid, width, height]);
  return useCallback((fit, viewport) => {
    kept.current = { fit, viewport };
  }, []);
}

const pageSize = (): string => `${window.innerWidth} ${window.innerHeight}`;
