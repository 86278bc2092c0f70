import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fieldsOf } from '../../asl/fields.ts';
import { STATE_TYPES, type QueryLanguage, type StateId, type StateType } from '../../asl/names.ts';
import { machine } from '../../asl/testing/edit.ts';
import { createEditorStore } from '../../editor/createEditorStore.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import type { JsonObject } from '../../lib/Json.ts';
import { ownerOf } from './fieldRows.ts';
import { InspectorPane } from './InspectorPane.tsx';
import { tabsOf } from './formFields.ts';

// jsdom lays nothing out, so there is nothing to observe.
beforeAll(() => { vi.stubGlobal('ResizeObserver', class { observe(): void {} disconnect(): void {} unobserve(): void {} }); });
afterEach(cleanup);

const scope = { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } };
/** What a state of each type needs so that all of its parts show. */
const STATES: { readonly [T in StateType]: (language: QueryLanguage) => JsonObject } = {
  Task: () => ({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true }),
  Pass: () => ({ Type: 'Pass', End: true }),
  Choice: () => ({ Type: 'Choice', Choices: [], Default: 'Z' }),
  Wait: () => ({ Type: 'Wait', Seconds: 1, Timestamp: '2030-01-01T00:00:00Z', End: true }),
  Succeed: () => ({ Type: 'Succeed' }),
  Fail: () => ({ Type: 'Fail' }),
  Parallel: () => ({ Type: 'Parallel', Branches: [scope], End: true }),
  Map: (language) => ({ Type: 'Map', ...(language === 'JSONPath' ? { Parameters: {} } : {}), ItemReader: {}, [language === 'JSONata' ? 'Items' : 'ItemsPath']: '$', Iterator: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, ...scope }, End: true }),
};
/** Fields with a control that has a name of its own; the type stands in the header and is changed by an action. */
const ELSEWHERE: { readonly [field: string]: string } = { Type: 'inspector.name', Comment: 'inspector.comment', Next: 'inspector.next', End: 'inspector.next', Default: 'inspector.default' };
const CASES = STATE_TYPES.flatMap((type) => (['JSONPath', 'JSONata'] as const).map((language) => ({ type, language })));

function show(state: JsonObject, language: QueryLanguage) {
  const text = machine({ A: state, Z: { Type: 'Succeed' } }, { QueryLanguage: language });
  const store = createEditorStore(memoryServices(), { draftId: 'd', name: 'flow', text });
  store.getState().actions.select(['A' as StateId], 'form');
  render(<EditorContext value={store}><InspectorPane /></EditorContext>);
  return store;
}

describe('the form', () => {
  it.each(CASES)('has a control for every field of a $type in $language', ({ type, language }) => {
    show(STATES[type](language), language);
    const found = new Set<string>();
    for (const tab of tabsOf(type, language)) {
      fireEvent.click(screen.getByTestId(`inspector.tab.${tab}`));
      for (const element of document.querySelectorAll('[data-testid]')) found.add(element.getAttribute('data-testid') ?? '');
    }
    const controlOf = (field: string): string => ELSEWHERE[field] ?? `inspector.field.${ownerOf(field)}`;
    const missing = fieldsOf(type, language).filter((field) => !found.has(controlOf(field)) || (ownerOf(field) !== field && !found.has(`${controlOf(field)}.toggle`)));
    expect(missing).toEqual([]);
  });

  it('keeps what it does not know editable in place', () => {
    show({ Type: 'Pass', Strange: { a: 1 }, InputPath: '$.x', End: true }, 'JSONata');
    const other = within(screen.getByRole('region', { name: 'Other fields' }));
    expect(other.getByTestId<HTMLTextAreaElement>('inspector.field.Strange').value).toBe('{\n  "a": 1\n}');
    expect(other.getByText('Only JSONPath states have this field.')).toBeTruthy();
  });

  it('toggles a value into a path and back to what it was', () => {
    const store = show({ Type: 'Wait', Seconds: 7, End: true }, 'JSONPath');
    const before = store.getState().text;
    fireEvent.click(screen.getByTestId('inspector.field.Seconds.toggle'));
    expect(store.getState().text).toBe(before.replace('"Seconds": 7', '"SecondsPath": "$.seconds"'));
    fireEvent.click(screen.getByTestId('inspector.field.Seconds.toggle'));
    expect(store.getState().text).toBe(before);
  });

  it('moves a rule with the keyboard, and the focus goes with it', () => {
    const rule = (name: string) => ({ Variable: `$.${name}`, IsPresent: true, Next: 'Z' });
    const store = show({ Type: 'Choice', Choices: [rule('a'), rule('b')] }, 'JSONPath');
    const first = screen.getByTestId('inspector.rule.1');
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown', altKey: true });
    expect(JSON.parse(store.getState().text).States.A.Choices.map((one: JsonObject) => one['Variable'])).toEqual(['$.b', '$.a']);
    expect(document.activeElement).toBe(screen.getByTestId('inspector.rule.2'));
  });
});
