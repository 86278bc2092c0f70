import { describe, expect, it } from 'vitest';
import type { CardNode } from './flowTypes.ts';
import { drawn, mapOf, viewOnMap } from './mapOf.ts';

const card = (id: string, x: number, y: number, more: Partial<CardNode> = {}): CardNode =>
  ({ id, type: 'state', position: { x, y }, width: 224, height: 56, data: { node: { kind: 'state', name: id, type: 'Pass', retries: 0, catches: 0, summary: '' } as unknown as CardNode['data']['node'], lanes: [] }, ...more });

const boxesIn = (path: string) => [...path.matchAll(/M(\S+) (\S+)h(\S+)v(\S+)h/g)].map(([, ...numbers]) => numbers.map(Number));

describe('the minimap', () => {
  it('is nothing where there are no cards', () => {
    expect(mapOf([])).toBeNull();
  });

  it('fits everything in, however big, and keeps to its size', () => {
    const map = mapOf([card('a', -5000, 0), card('b', 9000, 40_000)])!;
    const drawn = boxesIn(map.cards);
    expect(drawn).toHaveLength(2);
    for (const [x, y, width, height] of drawn as [number, number, number, number][]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(map.width);
      expect(y + height).toBeLessThanOrEqual(map.height);
      // A card of one workflow among thousands is still to be seen.
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(1.5);
    }
  });

  it('draws cards and containers apart, and selected ones again at the same places', () => {
    const cards = [card('a', 20, 60), card('b', 20, 160)];
    const map = mapOf([card('m', 0, 0, { type: 'container', width: 400, height: 300 }), ...cards, card('s', 0, -80, { type: 'start' })])!;
    expect([boxesIn(map.containers), boxesIn(map.cards)].map((all) => all.length)).toEqual([1, 2]);
    expect(boxesIn(drawn(cards.slice(1), map))).toEqual(boxesIn(map.cards).slice(1));
  });

  it('frames what is in view, and keeps the frame on the map when the view has left it', () => {
    const map = mapOf([card('a', 0, 0), card('b', 0, 1000)])!;
    const size = { width: 800, height: 400 };
    const inside = viewOnMap(map, { x: 0, y: 0, zoom: 1 }, size);
    expect(inside.height / map.scale).toBeCloseTo(400, 5);
    expect(inside.y).toBeCloseTo(-map.top * map.scale, 5);
    const away = viewOnMap(map, { x: 1e6, y: -1e6, zoom: 1 }, size);
    expect(away.x).toBeGreaterThanOrEqual(0);
    expect(away.y + away.height).toBeLessThanOrEqual(map.height);
  });
});
