export type Side = 'top' | 'bottom' | 'left' | 'right';

interface Size {
  readonly width: number;
  readonly height: number;
}
interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

const GAP = 6;
const MARGIN = 4;
const OPPOSITE: { readonly [S in Side]: Side } = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

/** Where a small popup stands beside its anchor, in client pixels: on the side asked for, on the other one where that has no room. */
export function placeBeside(anchor: Box, popup: Size, side: Side, view: Size): { readonly x: number; readonly y: number } {
  const wanted = at(anchor, popup, side);
  const placed = fits(wanted, popup, side, view) ? wanted : at(anchor, popup, OPPOSITE[side]);
  return { x: clamp(placed.x, view.width - popup.width), y: clamp(placed.y, view.height - popup.height) };
}

function at(anchor: Box, popup: Size, side: Side): { x: number; y: number } {
  const centreX = anchor.left + anchor.width / 2 - popup.width / 2;
  const centreY = anchor.top + anchor.height / 2 - popup.height / 2;
  switch (side) {
    case 'top':
      return { x: centreX, y: anchor.top - popup.height - GAP };
    case 'bottom':
      return { x: centreX, y: anchor.top + anchor.height + GAP };
    case 'left':
      return { x: anchor.left - popup.width - GAP, y: centreY };
    case 'right':
      return { x: anchor.left + anchor.width + GAP, y: centreY };
  }
}

function fits({ x, y }: { x: number; y: number }, popup: Size, side: Side, view: Size): boolean {
  return side === 'top' || side === 'bottom' ? y >= MARGIN && y + popup.height <= view.height - MARGIN : x >= MARGIN && x + popup.width <= view.width - MARGIN;
}

const clamp = (value: number, most: number): number => Math.round(Math.max(MARGIN, Math.min(value, most - MARGIN)));
