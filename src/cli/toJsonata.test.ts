import { describe, expect, it } from 'vitest';
import { machine } from '../asl/testing/edit.ts';
import { CannotRead, type Io } from './io.ts';
import { runCli } from './runCli.ts';

async function cli(text: string, ...args: readonly string[]) {
  const seen = { out: '', err: '' };
  const io: Io = {
    path: (name) => name,
    env: () => undefined,
    read: async (name) => { if (name !== 'flow.asl.json') throw new CannotRead(`${name} cannot be read.`); return new TextEncoder().encode(text); },
    write: async () => undefined,
    out: (piece) => (seen.out += piece),
    err: (piece) => (seen.err += piece),
    now: () => 0,
  };
  return { code: await runCli(['to-jsonata', ...args], io), ...seen };
}

const TEXT = machine({ A: { Type: 'Pass', InputPath: '$.a', Next: 'B' }, B: { Type: 'Pass', Parameters: { 'x.$': "States.Format('{}', $.o)" }, End: true } });

describe('asl-studio to-jsonata', () => {
  it('prints the definition, and what to look at beside it', async () => {
    const { code, out, err } = await cli(TEXT, 'flow.asl.json');
    expect({ code, definition: JSON.parse(out) as unknown }).toEqual({
      code: 0,
      definition: { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Pass', Output: '{% $states.input.a %}', Next: 'B' }, B: { Type: 'Pass', Output: { x: '{% $string($states.input.o) %}' }, End: true } } },
    });
    expect(err).toBe("flow.asl.json:9: \"B\": States.Format('{}', $.o) writes lists and objects as Java does ({a=1}), JSONata as JSON.\nflow.asl.json: 2 of 2 JSONPath states converted. JSONata is the language of the workflow now.\n");
  });

  it('takes some states only, and says which stay', async () => {
    const { code, out, err } = await cli(machine({ A: { Type: 'Pass', InputPath: '$..*', Next: 'B' }, B: { Type: 'Succeed' } }), 'flow.asl.json', '--state', 'A', '--state', 'B');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ States: { A: { InputPath: '$..*' }, B: { QueryLanguage: 'JSONata' } } });
    expect(err).toContain('"A" stays JSONPath: InputPath: $..* looks for more than a name at every depth.');
  });

  it.each([[['flow.asl.json', '--state', 'Z'], 'has no state "Z"'], [['other.json'], 'other.json cannot be read'], [[], "missing required argument 'file'"]])('%j is a bad argument', async (args, words) => {
    const { code, out, err } = await cli(TEXT, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  it('says where a text is broken, and prints nothing', async () => {
    expect(await cli('{"StartAt": \n', 'flow.asl.json')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^flow\.asl\.json:\d: /) as string });
  });
});
