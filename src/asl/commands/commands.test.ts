import { describe, expect, it } from 'vitest';
import type { Pointer, StateId, StateName } from '../names.ts';
import type { Command } from '../operations.ts';
import { edit, edited, machine, pass } from '../testing/edit.ts';
import { addBranch } from './addBranch.ts';
import { addState } from './addState.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { duplicateState } from './duplicateState.ts';
import { moveState } from './moveState.ts';
import { pasteStates } from './pasteStates.ts';
import { removeBranch } from './removeBranch.ts';
import { removeState } from './removeState.ts';
import { renameState } from './renameState.ts';
import { replaceState } from './replaceState.ts';
import { setField, setMachineField } from './setField.ts';
import { setTarget } from './setTarget.ts';

const id = (name: string): StateId => name as StateId;
const at = (pointer: string): Pointer => pointer as Pointer;
const name = (text: string): StateName => text as StateName;

const after = (text: string, command: Command) => JSON.parse(edited(text, command));
const refused = (text: string, command: Command) => {
  const result = edit(text, command);
  return result.ok ? null : result.error.kind;
};

const line = machine({ A: pass('B'), B: pass('C'), C: pass() });
const choice = { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'B' }, { Variable: '$.y', IsNull: true, Next: 'C' }], Default: 'B' };
const forked = machine({ A: choice, B: pass('C'), C: { ...(pass() as object), Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] } });
const nested = machine({
  P: { Type: 'Parallel', Branches: [{ StartAt: 'X', States: { X: pass('Y'), Y: pass() } }, { StartAt: 'Z', States: { Z: pass() } }], Next: 'M' },
  M: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: pass() } }, Next: 'Done' },
  Done: { Type: 'Succeed' },
});

describe('addState', () => {
  it('takes over the arrow it is dropped on, and changes only those lines', () => {
    const text = edited(line, addState({ type: 'Wait', onEdge: at('/States/A/Next') }));
    expect(text).toBe(line.replace('"Next": "B"\n    },', '"Next": "Wait"\n    },\n    "Wait": {\n      "Type": "Wait",\n      "Seconds": 5,\n      "Next": "B"\n    },'));
  });

  it('takes over the start', () => {
    expect(after(line, addState({ type: 'Pass', name: 'First', onEdge: at('/StartAt') }))).toMatchObject({ StartAt: 'First', States: { First: pass('A') } });
  });

  it('ends where the state before it ended', () => {
    expect(after(line, addState({ type: 'Pass', after: id('C') })).States).toMatchObject({ C: { Next: 'Pass' }, Pass: { End: true } });
    expect(after(line, addState({ type: 'Pass', after: id('C') })).States.C).not.toHaveProperty('End');
    expect(after(line, addState({ type: 'Fail', onEdge: at('/States/C/End') })).States.Fail).toEqual({ Type: 'Fail' });
  });

  it('gives a Choice the old target as Default, and follows the Default of a Choice', () => {
    expect(after(line, addState({ type: 'Choice', after: id('A') })).States.Choice).toEqual({ Type: 'Choice', Choices: [], Default: 'B' });
    expect(after(forked, addState({ type: 'Pass', after: id('A') })).States).toMatchObject({ A: { Default: 'Pass' }, Pass: { Next: 'B' } });
  });

  it('takes over the arrow of a rule and of a catcher', () => {
    const text = edited(forked, addState({ type: 'Pass', onEdge: at('/States/A/Choices/1/Next') }));
    expect(after(text, addState({ type: 'Pass', onEdge: at('/States/C/Catch/0/Next') })).States).toMatchObject({
      A: { Choices: [{ Next: 'B' }, { Next: 'Pass' }] }, Pass: pass('C'), C: { Catch: [{ Next: 'Pass 2' }] }, 'Pass 2': pass('B'),
    });
  });

  it('starts an empty scope and stands unconnected in one that is not', () => {
    expect(after('{}', addState({ type: 'Pass' }))).toEqual({ StartAt: 'Pass', States: { Pass: pass() } });
    expect(after(machine({}), addState({ type: 'Pass' }))).toMatchObject({ StartAt: 'Pass' });
    expect(after(line, addState({ type: 'Pass' }))).toMatchObject({ StartAt: 'A', States: { Pass: pass() } });
    expect(after(nested, addState({ type: 'Pass', into: at('/States/P/Branches/1') })).States.P.Branches[1].States).toEqual({ Z: pass(), Pass: pass() });
  });

  it('C3: makes up names that are unique in the whole machine', () => {
    const once = edited(nested, addState({ type: 'Parallel' }));
    const states = after(once, addState({ type: 'Map' })).States;
    expect(states.Parallel.Branches.map((branch: object) => Object.keys((branch as { States: object }).States))).toEqual([['Pass'], ['Pass 2']]);
    expect(states.Map.ItemProcessor).toEqual({ ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'Pass 3', States: { 'Pass 3': pass() } });
  });

  it('writes an HTTP task in the language of the machine', () => {
    const body = { Method: 'GET', ApiEndpoint: '', InvocationConfig: { ConnectionArn: '' } };
    expect(after(line, addState({ type: 'Http' })).States['Call API']).toEqual({ Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Parameters: body, End: true });
    const jsonata = machine({ A: pass() }, { QueryLanguage: 'JSONata' });
    expect(after(jsonata, addState({ type: 'Http', after: id('A') })).States['Call API']).toMatchObject({ Arguments: body });
  });

  it('takes a fragment, names inside it made unique', () => {
    const fragment = { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: pass('B'), B: pass() } } };
    expect(after(line, addState({ fragment, name: 'Each' })).States.Each).toEqual({ Type: 'Map', ItemProcessor: { StartAt: 'A 2', States: { 'A 2': pass('B 2'), 'B 2': pass() } }, End: true });
  });

  it.each([
    { what: 'behind a state that ends the workflow', text: nested, args: { after: id('Done') }, kind: 'ends-here' },
    { what: 'behind a state that is gone', text: line, args: { after: id('Q') }, kind: 'no-such-state' },
    { what: 'on an arrow that is gone', text: line, args: { onEdge: at('/States/Q/Next') }, kind: 'no-such-edge' },
    { what: 'into what is no scope', text: line, args: { into: at('/States/A') }, kind: 'no-such-scope' },
    { what: 'with a name in use', text: nested, args: { name: 'I' }, kind: 'name-taken' },
    { what: 'with an empty name', text: line, args: { name: '' }, kind: 'name-empty' },
    { what: 'with a name of 81 characters', text: line, args: { name: 'x'.repeat(81) }, kind: 'name-too-long' },
    { what: 'into an empty text', text: '', args: {}, kind: 'empty-document' },
  ])('refuses $what', ({ text, args, kind }) => {
    expect(refused(text, addState({ type: 'Pass', ...args }))).toBe(kind);
  });
});

describe('removeState', () => {
  it('closes the gap, the start included', () => {
    expect(after(line, removeState([id('B')])).States).toEqual({ A: pass('C'), C: pass() });
    expect(after(line, removeState([id('A')]))).toMatchObject({ StartAt: 'B' });
    expect(after(line, removeState([id('A'), id('B')]))).toMatchObject({ StartAt: 'C', States: { C: pass() } });
  });

  it('ends the predecessor of an end, in place', () => {
    expect(edited(line, removeState([id('C')]))).toBe(machine({ A: pass('B'), B: pass() }));
  });

  it('takes away rules, Default and catchers that would lead nowhere', () => {
    const states = after(machine({ A: choice, B: pass(), C: { Type: 'Task', Catch: [{ Next: 'B' }], End: true } }), removeState([id('B')])).States;
    expect(states).toEqual({ A: { Type: 'Choice', Choices: [{ Variable: '$.y', IsNull: true, Next: 'C' }] }, C: { Type: 'Task', End: true } });
  });

  it('leaves an empty scope without a start', () => {
    expect(after(line, removeState([id('A'), id('B'), id('C')]))).toEqual({ States: {} });
  });

  it('does not lead a state back to itself', () => {
    expect(after(machine({ A: pass('B'), B: pass('A') }), removeState([id('B')])).States).toEqual({ A: pass() });
  });

  it('tells the sidecar of the states inside too', () => {
    const result = edit(nested, removeState([id('M'), id('I')]));
    expect(result).toMatchObject({ ok: true, value: { edit: { label: 'Delete M', sidecar: [{ state: 'M' }, { state: 'I' }] } } });
  });
});

describe('renameState', () => {
  it('retargets StartAt and every Next, rule, Default and catcher', () => {
    expect(edited(forked, renameState(id('B'), 'b/~"'))).toBe(forked.replaceAll('"B"', '"b/~\\""'));
    expect(edited(line, renameState(id('A'), 'Z'))).toBe(line.replaceAll('"A"', '"Z"'));
  });

  it.each([
    { what: 'an unknown state', from: 'Q', to: 'Z', kind: 'no-such-state' },
    { what: 'a name in use elsewhere in the machine', from: 'M', to: 'X', kind: 'name-taken' },
    { what: 'an empty name', from: 'M', to: '', kind: 'name-empty' },
  ])('refuses $what', ({ from, to, kind }) => {
    expect(refused(nested, renameState(id(from), to))).toBe(kind);
  });
});

describe('setTarget, connect and disconnect', () => {
  it('turn End into Next and back, in place', () => {
    expect(edited(line, connect(id('C'), id('A')))).toBe(line.replace('"End": true', '"Next": "A"'));
    expect(edited(line, disconnect(at('/States/A/Next')))).toBe(line.replace('"Next": "B"', '"End": true'));
    expect(edited(line, setTarget(at('/States/C/Next'), name('A')))).toBe(line.replace('"End": true', '"Next": "A"'));
    expect(edited(line, setTarget(at('/States/C/End'), name('A')))).toBe(line.replace('"End": true', '"Next": "A"'));
    expect(refused(line, disconnect(at('/States/C/End')))).toBe('is-end');
    expect(after(line, setTarget(at('/StartAt'), name('C')))).toMatchObject({ StartAt: 'C' });
    expect(after(forked, setTarget(at('/States/A/Choices/1/Next'), name('B'))).States.A.Choices[1].Next).toBe('B');
  });

  it('give a Choice its Default, then rules', () => {
    const bare = edited(forked, disconnect(at('/States/A/Default')));
    expect(JSON.parse(bare).States.A).not.toHaveProperty('Default');
    expect(after(bare, connect(id('A'), id('C'))).States.A.Default).toBe('C');
    expect(after(forked, connect(id('A'), id('A'))).States.A.Choices[2]).toEqual({ Variable: '$.value', IsPresent: true, Next: 'A' });
  });

  it('take a rule or a catcher away with its arrow', () => {
    expect(after(forked, disconnect(at('/States/A/Choices/0/Next'))).States.A.Choices).toHaveLength(1);
    expect(after(forked, disconnect(at('/States/C/Catch/0/Next'))).States.C).toEqual(pass());
  });

  it.each([
    { what: 'an arrow out of Succeed', command: connect(id('Done'), id('M')), kind: 'ends-here' },
    { what: 'an arrow into a branch', command: connect(id('P'), id('X')), kind: 'other-scope' },
    { what: 'an arrow between branches', command: setTarget(at('/States/P/Branches/0/States/X/Next'), name('Z')), kind: 'other-scope' },
    { what: 'an arrow to nothing', command: setTarget(at('/States/P/Next'), name('Q')), kind: 'no-such-target' },
    { what: 'a field that is no arrow', command: setTarget(at('/States/P/Type'), name('M')), kind: 'no-such-edge' },
    { what: 'a workflow without a start', command: disconnect(at('/StartAt')), kind: 'needs-start' },
  ])('refuse $what', ({ command, kind }) => {
    expect(refused(nested, command)).toBe(kind);
  });
});

describe('setField', () => {
  const task = machine({ A: { Type: 'Task', Resource: 'x', Parameters: { a: { b: 1.5 }, list: [1, 2] }, End: true } });
  it('makes missing parents and puts a field where people write it', () => {
    expect(Object.keys(after(task, setField(id('A'), ['Retry', 0, 'ErrorEquals'], ['States.ALL'])).States.A)).toEqual(['Type', 'Resource', 'Parameters', 'Retry', 'End']);
    expect(after(task, setField(id('A'), ['Parameters', 'a', 'c', 'd'], null)).States.A.Parameters.a).toEqual({ b: 1.5, c: { d: null } });
    expect(after(task, setField(id('A'), ['Parameters', 'list', 2], 3)).States.A.Parameters.list).toEqual([1, 2, 3]);
    expect(Object.keys(after(line, setMachineField(['Comment'], 'x')))[0]).toBe('Comment');
  });

  it('writes only what differs', () => {
    const text = task.replace('1.5', '1.50');
    expect(edited(text, setField(id('A'), ['Parameters'], { a: { b: 1.5 }, list: [1, 2, 3] }))).toContain('1.50');
    expect(edited(text, setField(id('A'), ['Parameters'], { a: { b: 1.5 }, list: [1, 2] }))).toBe(text);
  });

  it('removes, also what is not there', () => {
    expect(after(task, setField(id('A'), ['Parameters', 'list', 0], undefined)).States.A.Parameters.list).toEqual([2]);
    expect(edited(task, setField(id('A'), ['Q', 'r'], undefined))).toBe(task);
  });

  it('refuses an entry far behind the end of a list', () => {
    expect(refused(task, setField(id('A'), ['Parameters', 'list', 9], 1))).toBe('no-such-place');
  });
});

describe('replaceState', () => {
  const text = '{\n  "StartAt": "A",\n  "States": {\n    "A": {\n      "Type": "Pass", // why\n      "Result": { "n": 1.0 },\n      "End": true\n    }\n  }\n}\n';
  it('keeps the bytes of what says the same', () => {
    const typed = '{"Type": "Pass", // why\n"Comment": "new", "Result": {"n": 1.0}, "End": true}';
    expect(edited(text, replaceState(id('A'), typed))).toBe(text.replace('// why', '// why\n      "Comment": "new",'));
  });
  it('takes the whole text where comments changed', () => {
    expect(edited(text, replaceState(id('A'), '{\n  // because\n  "Type": "Fail"\n}'))).toContain('"A": {\n      // because\n      "Type": "Fail"\n    }');
  });
  it('refuses what cannot be read, with the line', () => {
    const result = edit(text, replaceState(id('A'), '{\n"Type": \n}'));
    expect(result).toMatchObject({ ok: false, error: { kind: 'broken-content' } });
    expect(result.ok ? '' : result.error.message).toContain('line 2');
    expect(refused(text, replaceState(id('A'), '[]'))).toBe('not-a-state');
  });
});

describe('duplicateState and pasteStates', () => {
  it('copy with fresh names, arrows among the copied to the copies', () => {
    expect(after(line, duplicateState([id('A'), id('B')])).States).toEqual({ A: pass('B'), 'A 2': pass('B 2'), B: pass('C'), 'B 2': pass('C'), C: pass() });
    expect(after(nested, duplicateState([id('M')])).States['M 2'].ItemProcessor).toEqual({ StartAt: 'I 2', States: { 'I 2': pass() } });
  });

  it('paste a state, states or a machine, its own spelling kept', () => {
    expect(edited(line, pasteStates('{ "Type": "Pass",   "Result": 1.0, "Next": "Nowhere" }', { after: id('A') }))).toContain('"Pass": { "Type": "Pass",   "Result": 1.0, "Next": "B" }');
    expect(after(line, pasteStates('"A": {"Type": "Pass", "Next": "Q"},')).States['A 2']).toEqual(pass());
    expect(after(line, pasteStates(machine({ A: pass('D'), D: pass() }), { after: id('C') })).States).toMatchObject({ C: { Next: 'A 2' }, 'A 2': pass('D'), D: pass() });
    expect(after(line, pasteStates(machine({ S: pass('T'), T: pass() }), { after: id('A') })).States).toMatchObject({ A: pass('S'), S: pass('T'), T: pass('B') });
    expect(after(line, pasteStates(JSON.stringify({ X: choice }))).States.X).toEqual(choice);
  });

  it('refuse what holds no state', () => {
    expect(['{}', '[]', '{"a": 1}', '3'].map((text) => refused(line, pasteStates(text)))).toEqual(['no-states', 'no-states', 'no-states', 'no-states']);
    expect(refused(line, pasteStates('{"Type": '))).toBe('broken-content');
  });
});

describe('addBranch and removeBranch', () => {
  it('add one with a state, and remove it again', () => {
    const added = edited(nested, addBranch(id('P')));
    expect(JSON.parse(added).States.P.Branches[2]).toEqual({ StartAt: 'Pass', States: { Pass: pass() } });
    expect(edited(added, removeBranch(id('P'), 2))).toBe(nested);
    expect(refused(nested, addBranch(id('M')))).toBe('not-parallel');
    expect(refused(edited(nested, removeBranch(id('P'), 0)), removeBranch(id('P'), 0))).toBe('last-branch');
  });
});

describe('moveState', () => {
  it('reconnects the neighbours and takes over the arrow', () => {
    expect(after(line, moveState(id('A'), { after: id('C') }))).toEqual({ StartAt: 'B', States: { A: pass(), B: pass('C'), C: pass('A') } });
    expect(after(line, moveState(id('C'), { onEdge: at('/StartAt') }))).toEqual({ StartAt: 'C', States: { A: pass('B'), B: pass(), C: pass('A') } });
  });

  it('carries the text into another scope', () => {
    const moved = after(nested, moveState(id('Y'), { onEdge: at('/States/M/Next') }));
    expect(moved.States).toMatchObject({ P: { Branches: [{ States: { X: pass() } }, {}] }, M: { Next: 'Y' }, Y: pass('Done') });
    expect(after(nested, moveState(id('Z'), { into: at('/States/M/ItemProcessor') })).States.P.Branches[1]).toEqual({ States: {} });
  });

  it.each([
    { what: 'into itself', from: 'P', to: { after: id('X') }, kind: 'into-itself' },
    { what: 'onto its own arrow', from: 'P', to: { onEdge: at('/States/P/Next') }, kind: 'already-there' },
    { what: 'behind its predecessor', from: 'M', to: { after: id('P') }, kind: 'already-there' },
    { what: 'nowhere', from: 'M', to: { after: id('Q') }, kind: 'no-such-state' },
  ])('refuses to move $what', ({ from, to, kind }) => {
    expect(refused(nested, moveState(id(from), to))).toBe(kind);
  });
});

describe('commands while the text is broken', () => {
  const broken = line.replace('"Next": "C"', '"Next": ');

  it('work where the tolerant tree proves their places', () => {
    expect(edited(broken, setTarget(at('/StartAt'), name('C')))).toBe(broken.replace('"StartAt": "A"', '"StartAt": "C"'));
    expect(edited(broken, addState({ type: 'Pass', after: id('A') }))).toContain('"Pass": {\n      "Type": "Pass",\n      "Next": "B"');
    expect(edited(broken, renameState(id('A'), 'Z'))).toBe(broken.replaceAll('"A"', '"Z"'));
  });

  it.each([
    { what: 'adding behind the broken state', command: addState({ type: 'Pass', after: id('B') }) },
    { what: 'removing it', command: removeState([id('B')]) },
    { what: 'setting one of its fields', command: setField(id('B'), ['Comment'], 'x') },
  ])('refuse $what and name the line', ({ command }) => {
    const result = edit(broken, command);
    expect(result).toMatchObject({ ok: false, error: { kind: 'broken-text' } });
    expect(result.ok ? '' : result.error.message).toContain('line 10');
  });

  it('refuse to move containers about where a bracket is missing', () => {
    const open = line.replace('"End": true\n    }', '"End": true');
    expect(refused(open, addState({ type: 'Pass', after: id('A') }))).toBe('broken-text');
    expect(refused(open, removeState([id('A')]))).toBe('broken-text');
    expect(edited(open, setTarget(at('/States/A/Next'), name('C')))).toBe(open.replace('"Next": "B"', '"Next": "C"'));
  });
});
