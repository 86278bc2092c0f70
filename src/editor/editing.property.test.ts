import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandFrom } from '../asl/testing/anyCommand.ts';
import { machine, pass } from '../asl/testing/edit.ts';
import { indexStates } from '../asl/states.ts';
import { parseJson } from '../asl/json/parseJson.ts';
import { toJson } from '../asl/toJson.ts';
import { validateSchema } from '../checks/definition/validateSchema.ts';
import { problemsOf } from '../checks/problems.ts';
import { createEditorStore } from './createEditorStore.ts';
import type { EditorServices } from './services.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 100);

// Many runs are for a nightly check; a slow machine must not fail the usual ones.
const TIMEOUT = 3_600_000;

const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
const nested = (more: { readonly [field: string]: string }, request: object, rule: object, output: object) =>
  machine({
    A: { Type: 'Choice', Choices: [{ ...rule, Next: 'P' }, { ...rule, Next: 'M' }], Default: 'Done' },
    P: { Type: 'Parallel', Branches: [{ StartAt: 'X', States: { X: pass('Y'), Y: pass() } }, { StartAt: 'Z', States: { Z: { ...task, ...request, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'W' }], End: true }, W: { Type: 'Wait', Seconds: 1, End: true } } }], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }], Next: 'M' },
    M: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Map', ItemProcessor: { StartAt: 'J', States: { J: { Type: 'Pass', ...output, End: true } } }, End: true } } }, Retry: [{ ErrorEquals: ['States.ALL'] }], Next: 'T' },
    T: { ...task, ...request, Next: 'Done' },
    Failed: { Type: 'Fail' },
    Done: { Type: 'Succeed' },
  }, more);
const texts = [
  nested({}, { Parameters: { FunctionName: 'f' } }, { Variable: '$.x', IsPresent: true }, { ResultPath: '$.y' }),
  nested({ QueryLanguage: 'JSONata' }, { Arguments: { FunctionName: 'f' } }, { Condition: '{% $exists($states.input) %}' }, { Output: '{% 1 %}' }),
];

/** What a command leaves for the person, who sees it: an emptied branch or workflow, and the form of what was added or turned into something. */
const LEFT_OPEN: ReadonlySet<string> = new Set(['no-states', 'missing-start-at', 'missing-states', 'no-choices', 'bad-endpoint', 'bad-connection-arn']);

/** Errors by what they are and where they are written, without the offsets, which every edit shifts. */
function errors(text: string): readonly string[] {
  const tree = parseJson(text);
  return problemsOf(tree).filter(({ severity, code }) => severity === 'error' && !LEFT_OPEN.has(code)).map(({ code, state }) => `${code} at ${state ?? 'the machine'}`);
}

/** States whose type or text came from outside: what their forms lack is not an edit's doing. */
const names = (text: string): ReadonlySet<string> => new Set(indexStates(parseJson(text)).all.map(({ name, type }) => `${name} ${type}`));

describe('any sequence of edits in the store', () => {
  it('C4: leaves a valid definition valid but for what was added, and undo returns to the identical text', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const start = g(fc.constantFrom, ...texts);
        const store = createEditorStore({ now: () => 0, id: () => 'id' } as unknown as EditorServices, { text: start, name: 'flow', draftId: 'draft' });
        const { actions } = store.getState();
        const before = names(start);
        const old = new Set(errors(start));
        const count = 1 + g(fc.nat, { max: 9 });
        for (let step = 0; step < count; step += 1) {
          const text = store.getState().text;
          actions.apply(commandFrom(g, store.getState().tree));
          const now = store.getState();
          if (now.text === text) continue;
          const label = now.history.past.at(-1)?.label ?? '';
          if (/^(Set|Edit|Paste|Point to|Remove [A-Z])/.test(label)) {
            // Typed and pasted text may say anything, and a target may be written where no arrow leaves: what they say wrong is their own.
            actions.undo();
            continue;
          }
          const there = names(now.text);
          const same = new Set([...before].filter((name) => there.has(name)).map((name) => name.slice(0, name.lastIndexOf(' '))));
          const fresh = errors(now.text).filter((error) => !old.has(error) && same.has(error.slice(error.indexOf(' at ') + 4)));
          expect(fresh, `${label}\n${now.text}`).toEqual([]);
          const shape = validateSchema(toJson(now.tree.root!)).filter(({ code }) => code === 'DUPLICATE_STATE_NAME');
          expect(shape, label).toEqual([]);
        }
        // Each undo takes one entry back; one that does not would never end.
        for (let left = store.getState().history.past.length; left > 0; left -= 1) actions.undo();
        expect(store.getState().text).toBe(start);
      }),
      { numRuns, endOnFailure: true },
    );
  }, TIMEOUT);
});
