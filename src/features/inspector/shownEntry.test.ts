import { describe, expect, it } from 'vitest';
import { parseJson } from '../../asl/json/parseJson.ts';
import type { StateId } from '../../asl/names.ts';
import { machine, pass } from '../../asl/testing/edit.ts';
import type { EditorState } from '../../editor/EditorState.ts';
import { treeFor } from './shownEntry.ts';

describe('treeFor', () => {
  const good = machine({ A: pass('B'), B: pass() });
  // Only the two trees matter here.
  const state = (now: string): EditorState => ({ goodTree: parseJson(good), tree: parseJson(now) }) as EditorState;
  const id = 'A' as StateId;

  it('shows the text as it is now where the state itself can be read', () => {
    const now = good.replace('"StartAt"', 'oops "StartAt"').replace('"Next": "B"', '"Next": "C"');
    const s = state(now);
    expect(treeFor(s, id)).toBe(s.tree);
  });

  it('shows the last good text where the mistake is in the state, or hides where it ends', () => {
    for (const now of [good.replace('"Next": "B"', '"Next": '), good.slice(0, -4), '']) {
      const s = state(now);
      expect(treeFor(s, id)).toBe(s.goodTree);
    }
  });
});
