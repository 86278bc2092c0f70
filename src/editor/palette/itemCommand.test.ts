import { expect, it } from 'vitest';
import { parse } from '../../asl/parse.ts';
import { patch } from '../../asl/patch.ts';
import { indexStates } from '../../asl/states.ts';
import { applyEdits } from '../../asl/textEdits.ts';
import { readerOnDisk } from '../../catalog/testing/catalogOnDisk.ts';
import { createShelfStore } from '../../services/shelfStore.ts';
import { memoryKeyValue } from '../../services/testing/memoryKeyValue.ts';
import { itemCommand } from './itemCommand.ts';
import { createKeptShelf } from './keptShelf.ts';

it('marks every state of a JSONata pattern, nested ones too, in a JSONPath workflow', async () => {
  const shelf = createKeptShelf(createShelfStore(memoryKeyValue()));
  const inner = { StartAt: 'Work', States: { Work: { Type: 'Pass', Output: '{% 1 %}', End: true } } };
  await shelf.save({ id: 'one', name: 'Loop', language: 'JSONata', text: JSON.stringify({ Loop: { Type: 'Map', ItemProcessor: inner, End: true } }) });
  const command = await itemCommand('own:one', 'JSONPath', { shelf, catalog: readerOnDisk });
  const tree = parse('{ "StartAt": "First", "States": { "First": { "Type": "Pass", "End": true } } }', 'json');
  const made = command.make({})(tree);
  const edits = made?.ok ? patch(tree, made.value.ops) : undefined;
  const text = edits?.ok ? applyEdits(tree.text, edits.value) : '';
  const languages = indexStates(parse(text, 'json')).all.map(({ name, language }) => [name, language]);
  expect(Object.fromEntries(languages)).toEqual({ First: 'JSONPath', Loop: 'JSONata', Work: 'JSONata' });
});

it('refuses what is not in the palette any more', async () => {
  const shelf = createKeptShelf(createShelfStore(memoryKeyValue()));
  for (const item of ['own:gone', 'pattern:gone']) {
    const { make } = await itemCommand(item, 'JSONata', { shelf, catalog: readerOnDisk });
    expect(make({})(parse('{}', 'json'))).toMatchObject({ ok: false, error: { kind: 'no-such-item' } });
  }
});
