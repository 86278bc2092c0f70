import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Keys } from './Keys.tsx';
import { placeBeside, type Side } from './placeBeside.ts';
import css from './Tooltip.module.css';

interface Tip {
  readonly anchor: Element;
  readonly text: string;
  readonly keys: string | null;
  readonly side: Side;
}

const DELAY_MS = 500;
/** Neighbours open at once for so long after the last one closed. */
const WARM_MS = 400;

/**
 * One listener and one popup for every tooltip: a screen has a hundred small buttons, and most are never hovered. Opens on hover
 * after a while and on keyboard focus; closes on leaving, pressing, scrolling and Escape.
 */
export function TooltipHost() {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => listen(setTip), []);
  return tip && tip.anchor.isConnected ? createPortal(<Popup tip={tip} />, document.body) : null;
}

function Popup({ tip }: { readonly tip: Tip }) {
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = popup.current;
    if (!element) return;
    const { x, y } = placeBeside(tip.anchor.getBoundingClientRect(), element.getBoundingClientRect(), tip.side, { width: innerWidth, height: innerHeight });
    element.style.transform = `translate(${x}px, ${y}px)`;
  }, [tip]);
  return (
    <div ref={popup} className={css.popup} role="tooltip" data-testid="tooltip">
      {tip.text}
      {tip.keys !== null && <Keys keys={tip.keys} className={css.keys} />}
    </div>
  );
}

function listen(show: (tip: Tip | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Element | null = null;
  let closedAt = -Infinity;

  const close = (): void => {
    clearTimeout(timer);
    if (current) closedAt = performance.now();
    current = null;
    show(null);
  };
  const open = (anchor: Element): void => {
    current = anchor;
    show(tipOf(anchor));
  };
  const over = (event: PointerEvent): void => {
    const anchor = anchorOf(event.target);
    if (anchor === current || event.pointerType === 'touch') return;
    close();
    if (!anchor) return;
    if (performance.now() - closedAt < WARM_MS) open(anchor);
    else timer = setTimeout(() => open(anchor), DELAY_MS);
  };
  const focus = (event: FocusEvent): void => {
    const anchor = anchorOf(event.target);
    if (anchor?.matches(':focus-visible')) open(anchor);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  const options = { capture: true, passive: true } as const;
  document.addEventListener('pointerover', over, options);
  document.addEventListener('focusin', focus, options);
  for (const type of ['pointerdown', 'focusout', 'scroll', 'wheel'] as const) document.addEventListener(type, close, options);
  document.addEventListener('keydown', key, options);
  return () => {
    close();
    document.removeEventListener('pointerover', over, options);
    document.removeEventListener('focusin', focus, options);
    for (const type of ['pointerdown', 'focusout', 'scroll', 'wheel'] as const) document.removeEventListener(type, close, options);
    document.removeEventListener('keydown', key, options);
  };
}

const anchorOf = (target: EventTarget | null): Element | null => (target instanceof Element ? target.closest('[data-tip]') : null);

const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right'];

const tipOf = (anchor: Element): Tip => ({
  anchor,
  text: anchor.getAttribute('data-tip') ?? '',
  keys: anchor.getAttribute('data-tip-keys'),
  side: SIDES.find((side) => side === anchor.getAttribute('data-tip-side')) ?? 'bottom',
});
