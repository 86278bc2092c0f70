import { describe, expect, it } from 'vitest';
import type { StateId, StateName } from '../asl/names.ts';
import { createEditorStore } from './createEditorStore.ts';
import { changedSince, fingerprintOf } from './fingerprint.ts';
import { memoryServices } from './testing/memoryServices.ts';

const opened = () => createEditorStore(memoryServices(), { draftId: 'draft', name: 'flow', text: '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true}}}', format: 'json' });
const A = 'A' as StateName;

describe('changedSince', () => {
  it('names the input, the mock and the variables, and only those', () => {
    const store = opened();
    const { actions } = store.getState();
    const before = fingerprintOf(store.getState(), 'A' as StateId);
    const said = () => changedSince(before, fingerprintOf(store.getState(), 'A' as StateId));
    expect(said()).toBe('');
    actions.setInput(A, '{"a":1}');
    expect(said()).toBe('the input');
    actions.setVariables(A, '{"v":1}');
    actions.setMock(A, { enabled: true, mock: { result: '{}' } });
    expect(said()).toBe('the input, the variables and the mock');
  });

  it('names the state and the level', () => {
    const store = opened();
    const before = fingerprintOf(store.getState(), 'A' as StateId);
    const { actions, text } = store.getState();
    actions.setInspectionLevel(A, 'INFO');
    expect(changedSince(before, fingerprintOf(store.getState(), 'A' as StateId))).toBe('the inspection level');
    actions.open({ text: text.replace('"End"', '"Comment":"x","End"'), name: 'flow' });
    expect(changedSince(before, fingerprintOf(store.getState(), 'A' as StateId))).toContain('the state');
    expect(changedSince(before, '')).toBe('the state');
  });
});
