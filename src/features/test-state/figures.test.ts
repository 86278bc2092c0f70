import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../http/exchange.ts';
import { wireMs } from './figures.ts';

const exchange = (phases: Exchange['phases']): Exchange => ({ request: { method: 'GET', url: 'https://api.example/', sentTo: 'https://api.example/', headers: [], body: '' }, phases, durationMs: 120, route: 'bridge' }) as unknown as Exchange; // Only what is looked at.

describe('wireMs', () => {
  it('is what the sender measured', () => {
    expect(wireMs(exchange({ connect: 1, sent: 2, firstByte: 30, end: 31 }))).toBe(31);
  });

  it('is the whole wait when the sender tells no phases', () => {
    expect(wireMs(exchange({}))).toBe(120);
  });
});
