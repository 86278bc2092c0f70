import { describe, expect, it } from 'vitest';
import { placeBeside } from './placeBeside.ts';

const view = { width: 400, height: 300 };
const popup = { width: 60, height: 20 };
const anchor = (left: number, top: number) => ({ left, top, width: 20, height: 20 });

describe('placeBeside', () => {
  it.each([
    { what: 'below, centred', at: anchor(100, 100), side: 'bottom', x: 80, y: 126 },
    { what: 'above where below has no room', at: anchor(100, 275), side: 'bottom', x: 80, y: 249 },
    { what: 'inside the right edge', at: anchor(380, 100), side: 'bottom', x: 336, y: 126 },
    { what: 'to the right', at: anchor(100, 100), side: 'right', x: 126, y: 100 },
    { what: 'to the left where the right has no room', at: anchor(370, 100), side: 'right', x: 304, y: 100 },
  ] as const)('stands $what', ({ at, side, x, y }) => {
    expect(placeBeside(at, popup, side, view)).toEqual({ x, y });
  });
});
