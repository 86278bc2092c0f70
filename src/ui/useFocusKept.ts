import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

interface Held {
  readonly control: HTMLElement;
  readonly row: Element;
  readonly at: number;
}

interface FocusKept<E> {
  readonly ref: RefObject<E | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

const CONTROLS = 'button, input, textarea, [role="combobox"]';
const children = (area: HTMLElement): readonly Element[] => [...area.children];

/**
 * For a list whose rows and buttons may go away under the focus, which a browser then drops: it goes to what stands in the row now, else to the
 * row behind it, else to the one before. There it takes the button of the same `data-button`, or the first control. Put the answer on the element of the list.
 */
export function useFocusKept<E extends HTMLElement>(rowsOf: (area: E) => readonly Element[] = children): FocusKept<E> {
  const ref = useRef<E>(null);
  const held = useRef<Held | null>(null);
  useEffect(() => {
    const lost = held.current;
    const area = ref.current;
    if (!lost || !area || lost.control.isConnected) return;
    held.current = null;
    if (document.activeElement !== document.body) return;
    const rows = rowsOf(area);
    const near = [lost.row.isConnected ? lost.row : undefined, rows[lost.at], ...rows.slice(0, lost.at).toReversed()];
    nearest(near, lost.control.dataset['button'])?.focus();
  });
  return {
    ref,
    onFocus({ target }) {
      const rows = ref.current ? rowsOf(ref.current) : [];
      const at = rows.findIndex((row) => row.contains(target));
      const row = rows[at];
      // What is open above the page (a list of choices) is in no row, and its field still is.
      if (row && target instanceof HTMLElement) held.current = { control: target, row, at };
    },
    // Leaving for nowhere is the person's own doing; an element that is taken away sends no such event.
    onBlur({ relatedTarget }) {
      if (relatedTarget === null) held.current = null;
    },
  };
}

function nearest(rows: readonly (Element | undefined)[], button: string | undefined): HTMLElement | undefined {
  const all = rows.filter((row) => row !== undefined);
  const same = button === undefined ? undefined : all.slice(0, 2).map((row) => row.querySelector<HTMLElement>(`[data-button="${button}"]`)).find((one) => one !== null);
  return same ?? all.map((row) => (row.matches(CONTROLS) ? (row as HTMLElement) : row.querySelector<HTMLElement>(CONTROLS))).find((one) => one !== null); // Only elements of HTML are controls.
}
