import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { indexStates } from '../asl/states.ts';
import { problemsOf } from '../checks/problems.ts';
import { sidecarFrom } from './sidecarFrom.ts';
import { STARTERS } from './starters.ts';
import { isHttpTask } from './testability.ts';

const read = (file: string): string => readFileSync(join('public/starters', file), 'utf8');

describe.each(STARTERS.map((starter) => [starter.name, starter] as const))('the starter %s', (_, starter) => {
  const tree = parse(read(`${starter.file}.asl.json`), 'json');
  const sidecar = sidecarFrom(JSON.parse(read(`${starter.file}.studio.json`)));

  it('is a definition that AWS would take, but for its made-up connection', () => {
    const codes = problemsOf(tree).filter((problem) => problem.severity !== 'info').map((problem) => problem.code);
    expect(new Set(codes)).toEqual(new Set(['made-up-connection-arn']));
  });

  it('begins its test at an HTTP task that has an input and a connection', () => {
    const first = indexStates(tree).byId.get(starter.firstState);
    expect(first && isHttpTask(first)).toBe(true);
    expect(Object.keys(sidecar.inputs)).toContain(starter.firstState);
    expect(tree.text).toContain(JSON.stringify(starter.connection.arn));
  });

  it('has inputs that are JSON, for states that exist', () => {
    for (const [state, input] of Object.entries(sidecar.inputs)) {
      expect(indexStates(tree).all.map((entry) => String(entry.name))).toContain(state);
      expect(() => void JSON.parse(input)).not.toThrow();
    }
  });

  it('sends its sample key to the sandbox in place of the one host it is bound to', () => {
    expect(sidecar.hostMappings).toEqual([{ from: starter.connection.allowedOrigins[0], to: 'sandbox' }]);
    expect(starter.connection.allowedOrigins).toHaveLength(1);
  });
});
