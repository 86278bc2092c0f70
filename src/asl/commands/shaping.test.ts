import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/Json.ts';
import { copyStates } from '../copyStates.ts';
import { parseJson } from '../json/parseJson.ts';
import type { Pointer, StateId } from '../names.ts';
import type { Command } from '../operations.ts';
import { edit, edited, machine, pass } from '../testing/edit.ts';
import { addState } from './addState.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { moveSource } from './moveSource.ts';
import { moveState } from './moveState.ts';
import { pasteStates } from './pasteStates.ts';
import { removeState } from './removeState.ts';
import { renameState } from './renameState.ts';
import { turnInto } from './turnInto.ts';
import { unwrapState } from './unwrapState.ts';
import { wrapStates } from './wrapStates.ts';

const id = (name: string): StateId => name as StateId;
const at = (pointer: string): Pointer => pointer as Pointer;
const after = (text: string, command: Command) => JSON.parse(edited(text, command));
const refused = (text: string, command: Command): string => {
  const result = edit(text, command);
  return result.ok ? 'done' : result.error.kind;
};

const line = machine({ A: pass('B'), B: pass('C'), C: pass('D'), D: pass() });
const task = (more: { readonly [field: string]: Json } = { End: true }): Json => ({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, ...more });
const rule = (next: string): Json => ({ Variable: '$.x', IsNull: true, Next: next });
const forked = machine({ C: { Type: 'Choice', Choices: [rule('X'), rule('Y')], Default: 'Z' }, X: pass('Z'), Y: pass('Z'), Z: pass() });

describe('wrapStates', () => {
  it('puts a region inside, and stands in its place', () => {
    expect(after(line, wrapStates([id('B'), id('C')], 'Parallel'))).toEqual({
      StartAt: 'A',
      States: { A: pass('Parallel'), Parallel: { Type: 'Parallel', Branches: [{ StartAt: 'B', States: { B: pass('C'), C: pass() } }], Next: 'D' }, D: pass() },
    });
    expect(after(line, wrapStates([id('A')], 'Map'))).toMatchObject({ StartAt: 'Map', States: { Map: { ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'A', States: { A: pass() } }, Next: 'B' } } });
    expect(after(line, wrapStates([id('C'), id('D')], 'Map')).States.Map).toMatchObject({ End: true });
  });

  it('moves comments along with the states', () => {
    const text = line.replace('    "B"', '    // about B\n    "B"');
    expect(edited(text, wrapStates([id('B')], 'Parallel')).match(/about B\n\s*"B"/g)).toHaveLength(1);
  });

  it.each([
    { what: 'two entries', ids: ['X', 'Y'], kind: 'several-entries' },
    { what: 'a Default that leads out', ids: ['C', 'X', 'Y'], kind: 'leaves-by-rule' },
    { what: 'nothing', ids: ['Q'], kind: 'no-such-state' },
  ])('refuses $what', ({ ids, kind }) => {
    expect(refused(forked, wrapStates(ids.map(id), 'Map'))).toBe(kind);
  });

  it('refuses two ways out, a catcher that leads out, and states of two parts', () => {
    const text = machine({ A: task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'H' }], Next: 'B' }), B: pass(), H: pass(), M: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: pass() } }, End: true } });
    expect(refused(text, wrapStates([id('A')], 'Map'))).toBe('leaves-by-catch');
    expect(refused(text, wrapStates([id('A'), id('I')], 'Map'))).toBe('several-places');
    expect(refused(forked, wrapStates([id('X'), id('Z')], 'Map'))).toBe('several-entries');
    expect(refused(machine({ A: { Type: 'Choice', Choices: [rule('B')], Default: 'C' }, B: pass('D'), C: pass(), D: pass() }), wrapStates([id('A'), id('B'), id('C')], 'Map'))).toBe('several-exits');
    expect(after(text, wrapStates([id('A'), id('B'), id('H')], 'Parallel')).States.Parallel).toMatchObject({ End: true });
  });
});

describe('unwrapState', () => {
  it('is the way back from wrapping', () => {
    for (const type of ['Parallel', 'Map'] as const) {
      expect(JSON.parse(edited(edited(line, wrapStates([id('B'), id('C')], type)), unwrapState(id(type))))).toEqual(JSON.parse(line));
    }
  });

  it('turns a Succeed inside into a step, and says what went', () => {
    const text = machine({ M: { Type: 'Map', ItemsPath: '$.items', ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Succeed' } } }, Next: 'Z' }, Z: pass() });
    const result = edit(text, unwrapState(id('M')));
    expect(result.ok && JSON.parse(result.value.text)).toEqual({ StartAt: 'I', States: { I: pass('Z'), Z: pass() } });
    expect(result.ok && result.value.edit.remarks).toEqual([{ message: 'ItemsPath of "M" went with it.' }]);
  });

  it('refuses several branches and what holds nothing', () => {
    const branch = { StartAt: 'X', States: { X: pass() } };
    expect(refused(machine({ P: { Type: 'Parallel', Branches: [branch, { StartAt: 'Y', States: { Y: pass() } }], End: true } }), unwrapState(id('P')))).toBe('several-branches');
    expect(refused(line, unwrapState(id('A')))).toBe('not-a-container');
    expect(refused(machine({ P: { Type: 'Parallel', Branches: [{ StartAt: '', States: {} }], End: true } }), unwrapState(id('P')))).toBe('empty-container');
  });
});

describe('turnInto', () => {
  it('keeps what carries over, fills in what is needed, names what goes', () => {
    const text = machine({ A: { Type: 'Task', Comment: 'why', Resource: 'arn:aws:states:::sns:publish', InputPath: '$.a', Parameters: { x: 1 }, TimeoutSeconds: 5, Retry: [], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }], Next: 'B' }, B: pass() });
    const result = edit(text, turnInto(id('A'), 'Pass'));
    expect(result.ok && JSON.parse(result.value.text).States.A).toEqual({ Type: 'Pass', Comment: 'why', InputPath: '$.a', Parameters: { x: 1 }, Next: 'B' });
    expect(result.ok && result.value.edit.remarks?.[0]?.message).toBe('Resource, TimeoutSeconds, Retry, Catch went, as the new type has none.');
    expect(after(text, turnInto(id('A'), 'Http')).States.A).toMatchObject({ Resource: 'arn:aws:states:::http:invoke', Parameters: { Method: 'GET' }, TimeoutSeconds: 5, Catch: [{ Next: 'B' }], Next: 'B' });
    expect(after(text, turnInto(id('A'), 'Fail')).States.A).toEqual({ Type: 'Fail', Comment: 'why' });
    expect(after(text, turnInto(id('A'), 'Wait')).States.A).toEqual({ Type: 'Wait', Comment: 'why', InputPath: '$.a', Seconds: 5, Next: 'B' });
  });

  it('works in JSONata', () => {
    const text = machine({ A: { Type: 'Pass', Output: '{% 1 %}', Assign: { a: 1 }, End: true } }, { QueryLanguage: 'JSONata' });
    expect(after(text, turnInto(id('A'), 'Wait')).States.A).toEqual({ Type: 'Wait', Seconds: 5, Output: '{% 1 %}', Assign: { a: 1 }, End: true });
    expect(after(text, turnInto(id('A'), 'Task')).States.A).toMatchObject({ Type: 'Task', Output: '{% 1 %}', Arguments: { FunctionName: '${FunctionName}' }, End: true });
  });

  it('leads a Choice where the state led, and a state where the Choice led otherwise', () => {
    expect(after(line, turnInto(id('A'), 'Choice')).States.A).toEqual({ Type: 'Choice', Choices: [{ Variable: '$.value', IsPresent: true, Next: 'B' }], Default: 'B' });
    expect(refused(line, turnInto(id('D'), 'Choice'))).toBe('needs-target');
    expect(after(forked, turnInto(id('C'), 'Pass')).States.C).toEqual(pass('Z'));
    expect(after(machine({ A: { Type: 'Succeed' } }), turnInto(id('A'), 'Pass')).States.A).toEqual(pass());
  });

  it('turns a branch into a processor and back; what holds states turns into nothing that cannot', () => {
    const text = machine({ P: { Type: 'Parallel', Branches: [{ StartAt: 'X', States: { X: pass() } }], Next: 'B' }, B: pass() });
    const map = edited(text, turnInto(id('P'), 'Map'));
    expect(JSON.parse(map).States.P).toEqual({ Type: 'Map', ItemProcessor: { StartAt: 'X', States: { X: pass() } }, Next: 'B' });
    expect(JSON.parse(edited(map.replace('"StartAt": "X"', '"ProcessorConfig": { "Mode": "INLINE" }, "StartAt": "X"'), turnInto(id('P'), 'Parallel')))).toEqual(JSON.parse(text));
    expect(refused(text, turnInto(id('P'), 'Wait'))).toBe('holds-states');
    expect(after(line, turnInto(id('A'), 'Parallel')).States.A).toMatchObject({ Type: 'Parallel', Branches: [{ States: { Pass: pass() } }], Next: 'B' });
  });
});

describe('moveState of several', () => {
  it('carries them as one chain in the order of a run, past what stays', () => {
    expect(after(line, moveState([id('C'), id('A')], { after: id('D') }))).toEqual({ StartAt: 'B', States: { A: pass('C'), B: pass('D'), C: pass(), D: pass('A') } });
    expect(after(line, moveState([id('B'), id('C')], { before: id('A') }))).toEqual({ StartAt: 'B', States: { A: pass('D'), B: pass('C'), C: pass('A'), D: pass() } });
  });

  it('takes them into a branch and out again', () => {
    const text = machine({ A: pass('B'), B: pass('P'), P: { Type: 'Parallel', Branches: [{ StartAt: 'X', States: { X: pass() } }], End: true } });
    const inside = edited(text, moveState([id('A'), id('B')], { into: at('/States/P/Branches/0'), atEnd: true }));
    expect(JSON.parse(inside)).toEqual({ StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [{ StartAt: 'X', States: { X: pass('A'), A: pass('B'), B: pass() } }], End: true } } });
    expect(JSON.parse(edited(inside, moveState([id('A'), id('B')], { before: id('P') })))).toEqual(JSON.parse(text));
  });

  it('refuses states of two parts, and places that are their own', () => {
    expect(refused(line, moveState([id('A'), id('B')], { after: id('A') }))).toBe('already-there');
    expect(refused(line, moveState([id('A')], { before: id('B') }))).toBe('already-there');
  });
});

describe('arrows', () => {
  it('connect as a rule, as the Default, as a catcher before the one for all errors', () => {
    expect(after(forked, connect(id('C'), id('Y'), 'default')).States.C.Default).toBe('Y');
    expect(after(forked, connect(id('C'), id('Z'), 'rule')).States.C.Choices[2].Next).toBe('Z');
    const text = machine({ T: task(), H: pass() });
    const once = edited(text, connect(id('T'), id('H'), 'catch'));
    expect(JSON.parse(edited(once, connect(id('T'), id('T'), 'catch'))).States.T.Catch).toEqual([{ ErrorEquals: ['States.TaskFailed'], Next: 'T' }, { ErrorEquals: ['States.ALL'], Next: 'H' }]);
    expect([refused(line, connect(id('A'), id('B'), 'catch')), refused(line, connect(id('A'), id('B'), 'rule')), refused(forked, connect(id('C'), id('X'), 'next'))]).toEqual(['cannot-catch', 'no-choice', 'is-choice']);
  });

  it('start elsewhere: a rule and a catcher with what they say', () => {
    const text = machine({ C: { Type: 'Choice', Choices: [rule('X'), rule('E')], Default: 'E' }, X: pass('E'), E: { Type: 'Choice', Choices: [rule('T')], Default: 'T' }, T: task({ Catch: [{ ErrorEquals: ['a'], Next: 'X' }], Next: 'U' }), U: task() });
    expect(after(text, moveSource(at('/States/C/Choices/0/Next'), id('E'))).States).toMatchObject({ C: { Choices: [rule('E')] }, E: { Choices: [rule('T'), rule('X')] } });
    const { T, U } = after(text, moveSource(at('/States/T/Catch/0/Next'), id('U'))).States;
    expect([T.Catch, U.Catch]).toEqual([undefined, [{ ErrorEquals: ['a'], Next: 'X' }]]);
    expect(after(text, moveSource(at('/States/X/Next'), id('U'))).States).toMatchObject({ X: pass(), U: { Next: 'E' } });
    expect([refused(text, moveSource(at('/States/C/Choices/0/Next'), id('X'))), refused(text, moveSource(at('/States/E/Choices/0/Next'), id('C'))), refused(text, moveSource(at('/StartAt'), id('X')))]).toEqual(['no-choice', 'done', 'needs-start']);
  });

  it('a Choice keeps a rule: led to its Default, or the edit is refused', () => {
    const one = machine({ C: { Type: 'Choice', Choices: [rule('X')], Default: 'Z' }, X: pass(), Z: pass() });
    expect(after(one, removeState([id('X')])).States.C.Choices).toEqual([rule('Z')]);
    expect(refused(machine({ C: { Type: 'Choice', Choices: [rule('X')] }, X: pass() }), removeState([id('X')]))).toBe('needs-rule');
    expect(refused(machine({ C: { Type: 'Choice', Choices: [rule('X')] }, X: pass() }), disconnect(at('/States/C/Choices/0/Next')))).toBe('needs-rule');
  });

  it('a new state at a new arrow, at the end of an old one, and before a state', () => {
    expect(after(forked, addState({ type: 'Pass', from: { state: id('C'), as: 'rule' } })).States).toMatchObject({ C: { Choices: [rule('X'), rule('Y'), { Next: 'Pass' }] }, Pass: pass() });
    expect(after(line, addState({ type: 'Pass', instead: at('/States/A/Next') })).States).toMatchObject({ A: pass('Pass'), Pass: pass() });
    expect(after(forked, addState({ type: 'Pass', before: id('Z') })).States).toMatchObject({ X: pass('Pass'), Y: pass('Pass'), C: { Default: 'Pass' }, Pass: pass('Z') });
    expect(Object.keys(after(line, addState({ type: 'Pass', before: id('A') })).States)[0]).toBe('Pass');
  });
});

describe('copy and paste', () => {
  it('is a States object that any definition takes, its spelling kept', () => {
    const text = copyStates(parseJson(line), [id('C'), id('B')]) ?? '';
    expect(text).toBe('{\n  "B": {\n    "Type": "Pass",\n    "Next": "C"\n  },\n  "C": {\n    "Type": "Pass",\n    "Next": "D"\n  }\n}\n');
    expect(after(line, pasteStates(text, { after: id('D') })).States).toMatchObject({ D: pass('B 2'), 'B 2': pass('C 2'), 'C 2': pass() });
    expect(copyStates(parseJson(line), [id('Q')])).toBeNull();
  });

  it('says which arrows were left out and which names were made', () => {
    const result = edit(line, pasteStates('{"A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsNull": true, "Next": "Far"}], "Default": "B"}}'));
    expect(result.ok && result.value.edit.remarks?.map(({ message }) => message)).toEqual(['Left out, as nothing of that name stands there: "A 2" to "Far".', 'Renamed, as the name was taken: "A" is "A 2".']);
  });
});

describe('renameState', () => {
  it('says which conditions and expressions still name the state, and where', () => {
    const text = machine({ A: { Type: 'Choice', Choices: [{ Variable: '$$.State.Name', StringEquals: 'B', Next: 'B' }], Default: 'B' }, B: pass() });
    const result = edit(text, renameState(id('B'), 'Z'));
    expect(result.ok && result.value.edit.remarks).toEqual([{ message: 'One text still says "B" (in "A"). Arrows follow a rename, conditions and expressions do not: look whether they mean the state.', at: { pointer: '/States/A/Choices/0/StringEquals' } }]);
    const quiet = edit(line, renameState(id('B'), 'Z'));
    expect(quiet.ok && quiet.value.edit.remarks).toEqual([]);
  });
});
