import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TestStateRequest } from '../../../interpreter/testStateApi.ts';
import { awsCommand, sdkCall, shellQuoted } from './apiCalls.ts';

const REQUEST: TestStateRequest = {
  definition: `{\n  "Type": "Pass",\n  "Comment": "it's $HOME \`x\` \\"q\\" \u00e4\u{1f600} !"\n}`, input: "{\"a\":\"it's\"}", variables: '{"n":1}', context: '{}', inspectionLevel: 'TRACE', stateName: 'Pack it',
  mock: { errorOutput: { error: 'E', cause: "can't" } }, stateConfiguration: { retrierRetryCount: 2 },
};
/** What sh hands to a program, each argument on its own. */
const arguments_ = (command: string): readonly string[] => execFileSync('sh', ['-c', `aws() { for a in "$@"; do printf '%s\\0' "$a"; done; }\n${command}`], { encoding: 'utf8' }).split('\0').slice(0, -1);

describe('awsCommand', () => {
  it('gives every field as the API takes it, through a real shell', () => {
    expect(arguments_(awsCommand(REQUEST, 'eu-west-1'))).toEqual([
      'stepfunctions', 'test-state', '--region', 'eu-west-1', '--definition', REQUEST.definition, '--state-name', 'Pack it', '--input', REQUEST.input, '--variables', REQUEST.variables,
      '--context', '{}', '--inspection-level', 'TRACE', '--mock', JSON.stringify(REQUEST.mock), '--state-configuration', '{"retrierRetryCount":2}',
    ]);
  });

  it('quotes whatever text there is', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')), { maxLength: 40 });
    fc.assert(fc.property(texts, (all) => { expect(arguments_(`aws ${all.map(shellQuoted).join(' ')}`)).toEqual(all); }), { numRuns: 20 });
  });
});

describe('sdkCall', () => {
  it('writes the request so that it is read back as it was', () => {
    const code = sdkCall(REQUEST, 'eu-west-1');
    const object = /TestStateCommand\((\{[\s\S]*\})\)\);/.exec(code)?.[1] ?? '';
    const quoted = object.replace(/^ {2}(\w+): /gm, '  "$1": ').replace(/,\n\}$/, '\n}');
    expect(JSON.parse(quoted)).toEqual(REQUEST);
    expect(code).toContain('region: "eu-west-1"');
  });
});
