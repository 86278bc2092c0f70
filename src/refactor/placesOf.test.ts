import { describe, expect, it } from 'vitest';
import { renameState } from '../asl/commands/renameState.ts';
import { parseJson } from '../asl/json/parseJson.ts';
import type { StateId } from '../asl/names.ts';
import { machine } from '../asl/testing/edit.ts';
import { placesOf } from './placesOf.ts';

describe('placesOf', () => {
  it('tells every place of a rename by state and field', () => {
    const tree = parseJson(machine({
      Pick: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'Pack' }], Default: 'Pack' },
      Pack: { Type: 'Parallel', Branches: [{ StartAt: 'In', States: { In: { Type: 'Pass', End: true } } }], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Pack' }], End: true },
    }));
    const edit = renameState('Pack' as StateId, 'Ship')(tree);
    expect(edit.ok && placesOf(tree, edit.value.ops)).toEqual([
      { state: 'Pick', where: 'Choices[0].Next', before: 'Pack', after: 'Ship' },
      { state: 'Pick', where: 'Default', before: 'Pack', after: 'Ship' },
      { state: 'Pack', where: '', before: 'Pack', after: 'Ship' },
      { state: 'Pack', where: 'Catch[0].Next', before: 'Pack', after: 'Ship' },
    ]);
    const inner = renameState('In' as StateId, 'Out')(tree);
    expect(inner.ok && placesOf(tree, inner.value.ops)).toEqual([
      { state: 'Pack', where: 'Branches[0].StartAt', before: 'In', after: 'Out' },
      { state: 'In', where: '', before: 'In', after: 'Out' },
    ]);
  });
});
