import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { Row } from './rowsOf.ts';

/** Rows beyond the edges, so that scrolling shows no gap. */
const SPARE = 6;

interface Placed {
  readonly row: Row;
  readonly top: number;
}

/** The rows that are in view, and the active one, which assistive technology is told of by its id. Keeps the active one in view. */
export function useWindow(box: RefObject<HTMLElement | null>, rows: readonly Row[], active: string | null, height: number): readonly Placed[] {
  const [view, setView] = useState({ top: 0, height: 800 });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const look = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    const sized = new ResizeObserver(look);
    sized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  const at = rows.findIndex((row) => row.item.id === active);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || at < 0) return;
    if (at * height < element.scrollTop) element.scrollTo({ top: at * height });
    else if ((at + 1) * height > element.scrollTop + element.clientHeight) element.scrollTo({ top: (at + 1) * height - element.clientHeight });
    // Only when another row becomes active: a person who scrolls away is not called back.
  }, [box, at, height]);
  const first = Math.max(0, Math.floor(view.top / height) - SPARE);
  const last = Math.min(rows.length - 1, Math.ceil((view.top + view.height) / height) + SPARE);
  return rows.flatMap((row, i): Placed[] => ((i >= first && i <= last) || i === at ? [{ row, top: i * height }] : []));
}
