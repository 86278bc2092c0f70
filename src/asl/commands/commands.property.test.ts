import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../json/parseJson.ts';
import { STATE_NAME_MAX, type StateId } from '../names.ts';
import type { Command, TextEdit } from '../operations.ts';
import { referencesIn } from '../references.ts';
import { runCommand } from '../runCommand.ts';
import { indexStates } from '../states.ts';
import { commandFrom } from '../testing/anyCommand.ts';
import { edited, machine, pass } from '../testing/edit.ts';
import { applyEdits, invertEdits } from '../textEdits.ts';
import type { Tree } from '../tree.ts';
import { renameState } from './renameState.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 100);

// Many runs are for a nightly check; a slow machine must not fail the usual ones.
const TIMEOUT = 600_000;

/** Arrows that point nowhere, by scope and name. */
function dangling(tree: Tree): readonly string[] {
  return indexStates(tree).scopes.flatMap((scope) => {
    const names = new Set<string>(scope.children.map((state) => state.name));
    return referencesIn(scope).map((reference) => reference.node.value).filter((name) => !names.has(name));
  });
}

const nested = machine({
  A: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'P' }, { Variable: '$.y', IsNull: true, Next: 'M' }], Default: 'Done' },
  P: { Type: 'Parallel', Branches: [{ StartAt: 'X', States: { X: pass('Y'), Y: pass() } }, { StartAt: 'Z', States: { Z: pass() } }], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }], Next: 'M' },
  M: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: pass() } }, Next: 'P' },
  Done: { Type: 'Succeed' },
});
const corpus = '../shared/corpus';
const real = existsSync(corpus) ? readdirSync(corpus).filter((file) => file.endsWith('.asl.json')).map((file) => readFileSync(`${corpus}/${file}`, 'utf8')).filter((text) => text.length < 4_000) : [];
const texts = [nested, JSON.stringify(JSON.parse(nested)), nested.replaceAll('\n', '\r\n').replaceAll('  ', '\t'), '{}', machine({}), ...real];

describe('any sequence of commands', () => {
  it('C1 to C3: gives text that parses, no new dangling arrow, made-up names that are unique, and can be undone', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const start = g(fc.constantFrom, ...texts);
        let text = start;
        const undo: (readonly TextEdit[])[] = [];
        const count = 1 + g(fc.nat, { max: 7 });
        for (let step = 0; step < count; step += 1) {
          const tree = parseJson(text);
          const run = runCommand(tree, commandFrom(g, tree));
          if (!run.ok) {
            expect(run.error.message).toMatch(/\.$/);
            continue;
          }
          const { edit, edits } = run.value;
          undo.push(invertEdits(text, edits));
          text = applyEdits(text, edits);
          const now = parseJson(text);
          expect(now.problems.filter((problem) => problem.fatal)).toEqual([]);
          const before = dangling(tree);
          expect(dangling(now).filter((name) => !before.includes(name))).toEqual([]);
          for (const selected of edit.select ?? []) expect(indexStates(now).byId.has(selected), `${edit.label}: ${selected}`).toBe(true);
          expect(doubles(now).filter((name) => !doubles(tree).includes(name))).toEqual([]);
          expect(indexStates(now).all.filter((state) => state.name.length > STATE_NAME_MAX)).toEqual([]);
        }
        expect(undo.toReversed().reduce((after, edits) => applyEdits(after, edits), text)).toBe(start);
      }),
      { numRuns },
    );
  }, TIMEOUT);

  it('P5: on broken text is refused or breaks nothing more, and never throws', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const whole = g(fc.constantFrom, ...texts);
        const at = g(fc.nat, { max: whole.length });
        const text = whole.slice(0, at) + g(fc.constantFrom, '', '}', '{', '"', ',', ':', '/*', 'x', '[') + whole.slice(at + g(fc.nat, { max: 3 }));
        const tree = parseJson(text);
        const run = runCommand(tree, commandFrom(g, tree));
        if (!run.ok) {
          expect(run.error.message).toMatch(/\.$/);
          return;
        }
        const { edits } = run.value;
        const after = applyEdits(text, edits);
        const count = (of: Tree) => of.problems.filter((problem) => problem.fatal).length;
        expect(count(parseJson(after))).toBeLessThanOrEqual(count(tree));
        expect(applyEdits(after, invertEdits(text, edits))).toBe(text);
      }),
      { numRuns: numRuns * 3 },
    );
  }, TIMEOUT);

  it('keeps a text that a rename gave and took', () => {
    for (const text of texts) {
      const first = indexStates(parseJson(text)).all[0];
      const renamed = first && edited(text, (tree) => renameWay(first.id)(tree));
      if (renamed !== undefined && first) expect(edited(renamed, renameState('Renamed for a while' as StateId, first.name))).toBe(text);
    }
  }, TIMEOUT);
});

const renameWay = (id: StateId): Command => renameState(id, 'Renamed for a while');

function doubles(tree: Tree): readonly string[] {
  const names = indexStates(tree).all.map((state) => state.name as string);
  return names.filter((name, index) => names.indexOf(name) !== index);
}
