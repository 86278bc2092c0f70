import { expect, it } from 'vitest';
import type { Pointer } from '../../asl/names.ts';
import type { NodeData } from '../../graph/types.ts';
import { shownBadges } from './shownBadges.ts';

const data = (...labels: string[]): NodeData => ({ kind: 'state', name: 'S', type: 'Task', summary: '', pointer: '/States/S' as Pointer, retries: 0, catches: 0, badges: labels.map((label) => ({ kind: 'retry', label, text: label })) });
const shown = (node: NodeData, mocked: boolean): string[] => shownBadges(node, mocked).map((badge) => `${badge.text ?? ''}: ${badge.label}`);

it('shows two, and folds more into one that tells the rest', () => {
  expect(shown(data('a', 'b'), false)).toEqual(['a: a', 'b: b']);
  expect(shown(data('a', 'b', 'c'), false)).toEqual(['a: a', '+2: b, c']);
  expect(shown(data('a', 'b'), true)).toEqual(['mock: Tests use a mock', '+2: a, b']);
  expect(shown(data(), false)).toEqual([]);
});
