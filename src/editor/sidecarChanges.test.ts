import { describe, expect, it } from 'vitest';
import type { StateName } from '../asl/names.ts';
import { emptySidecar, type Sidecar } from './sidecar.ts';
import { changeSidecar, undoSidecar } from './sidecarChanges.ts';

const name = (text: string): StateName => text as StateName;
const sidecar: Sidecar = { ...emptySidecar, inputs: { [name('Pack')]: '{"a":1}', [name('Ship')]: '{}' }, mocks: { [name('Pack')]: { enabled: true, mock: { result: '1' } } } };

describe('changeSidecar', () => {
  it('moves everything kept for a renamed state', () => {
    const next = changeSidecar(sidecar, [{ kind: 'rename-state', from: name('Pack'), to: name('Wrap') }]);
    expect(Object.keys(next.inputs)).toEqual(['Wrap', 'Ship']);
    expect(next.mocks[name('Wrap')]?.mock.result).toBe('1');
    expect(next.mocks[name('Pack')]).toBeUndefined();
  });

  it('forgets a removed state', () => {
    const next = changeSidecar(sidecar, [{ kind: 'remove-state', state: name('Pack') }]);
    expect(next.inputs).toEqual({ Ship: '{}' });
    expect(next.mocks).toEqual({});
  });

  it('takes a rename back with what was typed since', () => {
    const changes = [{ kind: 'rename-state', from: name('Pack'), to: name('Wrap') }] as const;
    const renamed = changeSidecar(sidecar, changes);
    const typed = { ...renamed, inputs: { ...renamed.inputs, [name('Wrap')]: '{"typed":1}' } };
    expect(undoSidecar(typed, changes, sidecar).inputs).toEqual({ Pack: '{"typed":1}', Ship: '{}' });
  });

  it('renames in the tests text, and gives back the very text of before unless something was typed since', () => {
    const changes = [{ kind: 'rename-state', from: name('Pack'), to: name('Wrap') }] as const;
    // One test names the new state already, by mistake.
    const tests = '{"tests": [{"name": "a", "state": "Pack"}, {"name": "b", "state": "Wrap"}]}';
    const renamed = changeSidecar({ ...sidecar, tests }, changes);
    expect(renamed.tests).toBe('{"tests": [{"name": "a", "state": "Wrap"}, {"name": "b", "state": "Wrap"}]}');
    expect(undoSidecar(renamed, changes, { ...sidecar, tests }).tests).toBe(tests);
    const typed = { ...renamed, tests: '{"tests": [{"name": "c", "state": "Wrap"}]}' };
    expect(undoSidecar(typed, changes, { ...sidecar, tests }).tests).toBe('{"tests": [{"name": "c", "state": "Pack"}]}');
  });

  it('puts back what a removal took', () => {
    const changes = [{ kind: 'remove-state', state: name('Pack') }] as const;
    const back = undoSidecar(changeSidecar(sidecar, changes), changes, sidecar);
    expect(back.inputs[name('Pack')]).toBe('{"a":1}');
    expect(back.mocks[name('Pack')]?.enabled).toBe(true);
  });

  it('follows a rename in what a Map is said to have failed by, and back', () => {
    const changes = [{ kind: 'rename-state', from: name('Pack'), to: name('Wrap') }] as const;
    const given: Sidecar = { ...sidecar, conditions: { [name('Each')]: { errorCausedByState: 'Pack' }, [name('Pack')]: { retrierRetryCount: 1 } }, contexts: { [name('Pack')]: '{}' } };
    const next = changeSidecar(given, changes);
    expect([next.conditions, next.contexts]).toEqual([{ Each: { errorCausedByState: 'Wrap' }, Wrap: { retrierRetryCount: 1 } }, { Wrap: '{}' }]);
    expect(undoSidecar(next, changes, given)).toEqual(given);
  });

  it('answers the same object where nothing was kept for the state', () => {
    expect(changeSidecar(sidecar, [{ kind: 'remove-state', state: name('constructor') }])).toBe(sidecar);
  });
});
