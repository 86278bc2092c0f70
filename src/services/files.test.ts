import { describe, expect, it } from 'vitest';
import { readDropped, type DroppedThings, type FileLike } from './files.ts';
import { documentName, openFile, openText } from './openDocument.ts';

const MACHINE = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}';
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const file = (name: string, content: string | Uint8Array<ArrayBuffer>, more: Partial<FileLike> = {}): FileLike => {
  const data = typeof content === 'string' ? bytes(content) : content;
  return { name, size: data.length, arrayBuffer: async () => data.buffer, ...more };
};
const dropped = (files: readonly FileLike[], folder?: string): DroppedThings => ({
  files, items: folder === undefined ? [] : [{ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true, name: folder }) }],
});

describe('readDropped', () => {
  it('opens one definition, as it is written', async () => {
    const opened = await readDropped(dropped([file('flows/order.asl.json', `\ufeff${MACHINE}\r\n`)]));
    expect(opened).toMatchObject({ ok: true, value: { name: 'order', text: `${MACHINE}\r\n`, spelling: { bom: true, eol: '\r\n' } } });
  });

  it.each<{ what: string; things: DroppedThings; says: RegExp }>([
    { what: 'two files', things: dropped([file('a.json', MACHINE), file('b.json', MACHINE)]), says: /2 files.*Drop one/ },
    { what: 'a folder', things: dropped([file('flows', '')], 'flows'), says: /flows is a folder/ },
    { what: 'no file', things: dropped([]), says: /No file was dropped/ },
    { what: 'a picture', things: dropped([file('cat.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))]), says: /cat\.png cannot be opened.*binary/ },
    { what: 'a film', things: dropped([file('film.mp4', '', { size: 3e9 })]), says: /2861 MB/ },
    { what: 'a file that is gone', things: dropped([file('a.json', '', { arrayBuffer: () => Promise.reject(new Error('NotFoundError')) })]), says: /a\.json could not be read/ },
    { what: 'an empty file', things: dropped([file('a.json', '')]), says: /nothing in it/ },
    { what: 'another JSON file', things: dropped([file('package.json', '{"name":"x","version":"1","scripts":{}}')]), says: /package\.json of "x"/ },
    { what: 'prose', things: dropped([file('notes.txt', 'Dear diary')]), says: /not JSON/ },
  ])('explains $what', async ({ things, says }) => {
    expect(await readDropped(things)).toMatchObject({ ok: false, error: { message: expect.stringMatching(says) } });
  });
});

describe('openText', () => {
  it('opens a definition that is broken, as a draft with a note', () => {
    expect(openText('{"StartAt":"A","States":{', 'x')).toMatchObject({ ok: true, value: { text: '{"StartAt":"A","States":{', notes: [expect.stringContaining('nothing is lost')] } });
  });

  it('opens the one machine of a template as a copy, and says so', () => {
    const template = JSON.stringify({ Transform: 'AWS::Serverless-2016-10-31', Resources: { Order: { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: JSON.parse(MACHINE) } } } });
    const opened = openFile(bytes(template), 'template.json');
    expect(opened).toMatchObject({ ok: true, value: { name: 'Order', notes: [expect.stringMatching(/copy of the machine Order.*template/)] } });
    expect(opened.ok && JSON.parse(opened.value.text)).toEqual(JSON.parse(MACHINE));
  });

  it('keeps the encoding of the file', () => {
    const utf16 = new Uint8Array(2 + MACHINE.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let at = 0; at < MACHINE.length; at++) utf16[2 + at * 2] = MACHINE.charCodeAt(at);
    expect(openFile(utf16, 'a.json')).toMatchObject({ ok: true, value: { text: MACHINE, spelling: { encoding: 'utf-16le', bom: true } } });
  });
});

it.each([
  ['order.asl.json', 'order'],
  ['C:\\flows\\order.JSON', 'order'],
  ['order.v2.asl.yaml', 'order.v2'],
  ['order.asl', 'order'],
  ['.json', 'Workflow'],
])('calls %s %s', (fileName, name) => {
  expect(documentName(fileName)).toBe(name);
});
