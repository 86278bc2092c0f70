import { type RefObject, useLayoutEffect, useState } from 'react';
import { scrollerOf } from './scrollerOf.ts';

/** So few are all drawn: the page's own search then finds them. */
const FEW = 200;
const MARGIN = 20;

export interface RowWindow {
  readonly first: number;
  /** One behind the last. */
  readonly end: number;
}

/** Which of many rows of one height are in sight of the nearest thing that scrolls; with few rows, all. */
export function useRowWindow(list: RefObject<HTMLElement | null>, count: number, rowHeightPx: number): RowWindow {
  const [seen, setSeen] = useState<RowWindow>({ first: 0, end: FEW });
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || count <= FEW) return undefined;
    const scroller = scrollerOf(element);
    const read = (): void => {
      const [box, own] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()];
      const first = Math.max(0, Math.floor((box.top - own.top) / rowHeightPx) - MARGIN);
      const end = Math.min(count, Math.max(first + 1, Math.ceil((box.bottom - own.top) / rowHeightPx) + MARGIN));
      setSeen((before) => (before.first === first && before.end === end ? before : { first, end }));
    };
    const observer = new ResizeObserver(read);
    observer.observe(scroller);
    // Captured, because what scrolls may be further out than the nearest.
    document.addEventListener('scroll', read, { capture: true, passive: true });
    read();
    return () => {
      observer.disconnect();
      document.removeEventListener('scroll', read, { capture: true });
    };
  }, [list, count, rowHeightPx]);
  return count <= FEW ? { first: 0, end: count } : { first: Math.min(seen.first, count), end: Math.min(seen.end, count) };
}
