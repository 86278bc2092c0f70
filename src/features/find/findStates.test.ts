import { describe, expect, it } from 'vitest';
import { parse } from '../../asl/parse.ts';
import { indexStates } from '../../asl/states.ts';
import { findStates } from './findStates.ts';

const machine = {
  StartAt: 'Pick',
  States: {
    Pick: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { Note: 'say "hi" to Ship' }, Next: 'Each' },
    Each: { Type: 'Map', Comment: 'ships things', ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Pass', Comment: 'deep secret', End: true } } }, Next: 'Ship' },
    Ship: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', TimeoutSeconds: 30, Retry: [{ ErrorEquals: ['States.ALL'] }], Next: 'Reship' },
    Reship: { Type: 'Succeed' },
  },
};
const index = indexStates(parse(JSON.stringify(machine), 'json'));
const found = (query: string): string[] => findStates(index, query).map(({ state, field }) => (field ? `${state.name} by ${field.where}` : state.name));

describe('findStates', () => {
  it('puts names first: equal, beginning, holding; then fields, in document order', () => {
    expect(found('ship')).toEqual(['Ship', 'Reship', 'Pick by Arguments.Note', 'Each by Comment']);
  });
  it.each([
    ['nothing', '', []],
    ['blanks', '  ', []],
    ['by type', 'succeed', ['Reship by Type']],
    ['by type as people say it', 'http task', ['Ship by Type']],
    ['by resource', 'lambda', ['Pick by Resource']],
    ['by a field that it has', 'timeoutseconds', ['Ship by TimeoutSeconds']],
    ['decoded text, not its spelling', '"hi"', ['Pick by Arguments.Note']],
    ['inside a container only where it stands', 'secret', ['Inner by Comment']],
    ['all words, in any fields', 'retry 30', ['Ship by TimeoutSeconds']],
    ['nobody', 'zebra', []],
  ])('finds %s', (_, query, states) => expect(found(query)).toEqual(states));
});
