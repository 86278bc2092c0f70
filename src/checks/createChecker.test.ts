import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { convert } from '../asl/convert.ts';
import { parse } from '../asl/parse.ts';
import { reparse } from '../asl/reparse.ts';
import { commandFrom } from '../asl/testing/anyCommand.ts';
import { runCommand } from '../asl/runCommand.ts';
import { applyEdits } from '../asl/textEdits.ts';
import type { Format } from '../asl/tree.ts';
import { loadYaml } from '../asl/yaml/loadYaml.ts';
import { createChecker } from './createChecker.ts';
import { machineOf } from './CheckRule.ts';
import { CATALOGUE } from './catalogue.ts';

const MACHINES = CATALOGUE.flatMap(({ example }) => [machineOf(example.bad), machineOf(example.good)]).map((machine) => JSON.stringify(machine, null, 2));
const typed = fc.constantFrom('', 'x', '1', ' ', '"', ',', '"Comment": "c",', '"QueryLanguage": "JSONata",', '$', 'Next', '${Name}', '\n', 'Map', 'Choice', 'States.ALL');

function inFormat(text: string, format: Format): string {
  if (format === 'json') return text;
  const made = convert(parse(text, 'json'), 'yaml');
  if (!made.ok) throw new Error(made.error.message);
  return made.value.text;
}

describe('createChecker', () => {
  beforeAll(async () => { await loadYaml(); });

  it.each(['json', 'yaml'] as const)('finds in %s after any edits what a run from nothing finds', (format) => {
    const checker = createChecker();
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(...MACHINES), fc.array(fc.record({ at: fc.nat({ max: 999 }), drop: fc.nat({ max: 4 }), added: typed, command: fc.boolean() }), { maxLength: 6 }), (g, machine, edits) => {
        let tree = reparse(null, inFormat(machine, format), format);
        for (const { at, drop, added, command } of edits) {
          const run = command ? runCommand(tree, commandFrom(g, tree)) : null;
          const offset = Math.floor((at / 1_000) * (tree.text.length + 1));
          const text = run?.ok ? applyEdits(tree.text, run.value.edits) : tree.text.slice(0, offset) + added + tree.text.slice(offset + drop);
          tree = reparse(tree, text, format);
          expect(checker.check(tree)).toEqual(createChecker().check(parse(text, format)));
        }
      }),
      { numRuns: format === 'json' ? 100 : 40 },
    );
  });

  it('goes on where a run was given up', () => {
    const tree = parse(JSON.stringify(machineOf({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'C' }, C: { Type: 'Pass', Next: 'Gone' } })), 'json');
    const checker = createChecker();
    const run = checker.steps(tree);
    run.next();
    run.next();
    expect(checker.check(tree)).toEqual(createChecker().check(tree));
    expect(checker.lookedInto()).toBe(1);
  });

  it('looks into the edited state alone, in YAML too, but not where an anchor may reach elsewhere', () => {
    const text = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: B\n  B:\n    Type: Wait\n    Seconds: 1\n    End: true\n';
    const checker = createChecker();
    checker.check(parse(text, 'yaml'));
    checker.check(parse(text.replace('Seconds: 1', 'Seconds: 2'), 'yaml'));
    expect(checker.lookedInto()).toBe(1);
    checker.check(parse(text.replace('Seconds: 1', 'Seconds: &s 2'), 'yaml'));
    expect(checker.lookedInto()).toBe(2);
  });
});
