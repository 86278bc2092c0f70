import { describe, expect, it } from 'vitest';
import { dashedPieces, distanceTo, headPoints, insertPoint, linePath } from './edgePath.ts';

const corner = [{ x: 0, y: 0 }, { x: 0, y: 100 }, { x: 200, y: 100 }, { x: 200, y: 180 }];

describe('linePath', () => {
  it('rounds corners and leaves room for the head', () => {
    expect(linePath(corner, true)).toBe('M0 0L0 92Q0 100 8 100L192 100Q200 100 200 108L200 175');
  });
  it('rounds less where there is less room', () => {
    expect(linePath([{ x: 0, y: 0 }, { x: 0, y: 8 }, { x: 100, y: 8 }], false)).toBe('M0 0L0 4Q0 8 8 8L100 8');
  });
  it('says nothing of no points', () => {
    expect(linePath([], true)).toBe('');
    expect(dashedPieces([])).toEqual([]);
  });
});

describe('dashedPieces', () => {
  it('begins alike for lines that end alike', () => {
    const other = [{ x: 50, y: 100 }, { x: 200, y: 100 }, { x: 200, y: 180 }];
    expect(dashedPieces(corner).slice(0, 2)).toEqual(dashedPieces(other).slice(0, 2));
  });
  it('goes from the head to the start, each piece with the dashes of the one before', () => {
    const pieces = dashedPieces(corner);
    expect(pieces.map((piece) => piece.d)).toEqual(['M200 175L200 108', 'M200 108Q200 100 192 100', 'M192 100L8 100', 'M8 100Q0 100 0 92', 'M0 92L0 0']);
    expect(pieces.map((piece) => Math.round(piece.offset))).toEqual([0, 67, 80, 264, 277]);
  });
});

describe('headPoints', () => {
  it.each([
    ['down', [{ x: 0, y: 0 }, { x: 0, y: 50 }], '0,50 -4,43 4,43'],
    ['left', [{ x: 50, y: 0 }, { x: 0, y: 0 }], '0,0 7,-4 7,4'],
  ])('points %s', (_, points, head) => {
    expect(headPoints(points)).toBe(head);
  });
});

describe('insertPoint', () => {
  it('takes the middle of the longest stretch', () => {
    expect(insertPoint(corner, undefined)).toEqual({ x: 100, y: 100 });
  });
  it('keeps clear of the chip', () => {
    expect(insertPoint([{ x: 0, y: 0 }, { x: 0, y: 100 }], { text: '', x: -20, y: 60, width: 40, height: 20 })).toEqual({ x: 0, y: 30 });
  });
});

describe('distanceTo', () => {
  it.each([
    [{ x: 5, y: 50 }, 5],
    [{ x: 100, y: 90 }, 10],
    [{ x: 203, y: 184 }, 5],
  ])('of %j is %d', (at, distance) => {
    expect(distanceTo(corner, at)).toBe(distance);
  });
});
