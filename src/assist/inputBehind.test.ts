import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { inputBehind } from './inputBehind.ts';

const treeOf = (states: object) => parse(JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Start', States: states }), 'json');
const nothing = () => undefined;

describe('inputBehind', () => {
  it('is the result of the task before, through states that hand it on', () => {
    const tree = treeOf({ Start: { Type: 'Task', Next: 'Rest' }, Rest: { Type: 'Wait', Seconds: 1, Next: 'End' }, End: { Type: 'Succeed' } });
    expect(inputBehind(tree, 'End', (state) => ({ from: state }), nothing)).toEqual({ from: 'Start' });
  });

  it('comes to an end in a workflow with many loops', () => {
    const waits = Array.from({ length: 12 }, (_, i) => `Wait ${i}`);
    const tree = treeOf({
      Start: { Type: 'Pass', Next: 'Pick' },
      Pick: { Type: 'Choice', Choices: waits.map((Next) => ({ Condition: '{% true %}', Next })), Default: 'End' },
      ...Object.fromEntries(waits.map((name) => [name, { Type: 'Wait', Seconds: 1, Next: 'Pick' }])),
      End: { Type: 'Succeed' },
    });
    expect(inputBehind(tree, 'End', nothing, nothing)).toBeUndefined();
    expect(inputBehind(tree, 'End', nothing, (state) => (state === 'Wait 11' ? 'typed there' : undefined))).toBe('typed there');
  });
});
