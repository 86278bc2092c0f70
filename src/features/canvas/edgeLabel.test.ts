import { describe, expect, it } from 'vitest';
import { parse } from '../../asl/parse.ts';
import { project } from '../../graph/project.ts';
import { edgeLabel } from './edgeLabel.ts';
import { edgesOf, endOf } from './edgesOf.ts';
import type { StateId } from '../../asl/names.ts';

const graph = project(
  parse(
    JSON.stringify({
      StartAt: 'Route',
      States: {
        Route: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'Pay' }, { Variable: '$.x', NumericGreaterThan: 5, Next: 'Stop' }], Default: 'Pay' },
        Pay: { Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Stop' }], Next: 'Done' },
        Done: { Type: 'Pass', End: true },
        Stop: { Type: 'Fail' },
      },
    }),
    'json',
  ),
);
const nameOf = (id: string): string => graph.nodes.find((node) => node.id === id)?.data.name ?? '';
const told = (state: string): string[] => edgesOf(graph, state as StateId).map((edge) => edgeLabel(edge, [nameOf(edge.source), nameOf(edge.target)]));

describe('the arrows of a state', () => {
  it('are said by what they are, those that leave it first', () => {
    expect(told('Pay')).toEqual(['Next from Pay to Done', 'Catch States.ALL from Pay to Stop', 'Rule 1 of Route: a is null, to Pay', 'Default of Route, to Pay']);
    expect(told('Route')).toEqual(['Rule 1 of Route: a is null, to Pay', 'Rule 2 of Route: x > 5, to Stop', 'Default of Route, to Pay', 'Start at Route']);
    expect(told('Done')).toEqual(['End after Done', 'Next from Pay to Done']);
  });

  it('have a state at each end, but for the start and an end', () => {
    const [end, next] = edgesOf(graph, 'Done' as StateId);
    expect(end && [endOf(graph, end, 'source'), endOf(graph, end, 'target')]).toEqual(['Done', null]);
    expect(next && [endOf(graph, next, 'source'), endOf(graph, next, 'target')]).toEqual(['Pay', 'Done']);
  });
});
