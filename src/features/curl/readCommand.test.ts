import { describe, expect, it } from 'vitest';
import type { Connection } from '../../http/connection.ts';
import { noParameters } from '../../http/connection.ts';
import { parseJson } from '../../asl/json/parseJson.ts';
import type { StateId } from '../../asl/names.ts';
import { findState } from '../../asl/states.ts';
import { edited, machine } from '../../asl/testing/edit.ts';
import { isJsonObject } from '../../lib/Json.ts';
import { fillTask } from './addCommand.ts';
import { readCommand, type ReadCommand } from './readCommand.ts';
import { secretParts } from './secretParts.ts';

const own: Connection = {
  arn: 'arn:own', name: 'own', madeUp: false, allowedOrigins: ['https://api.example.com'],
  authorization: { type: 'API_KEY', apiKeyName: 'Authorization' }, parameters: noParameters,
};

function read(command: string, connections: readonly Connection[] = []): ReadCommand {
  const result = readCommand(command, 'JSONata', connections);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('readCommand', () => {
  const bearer = "curl https://api.example.com/v1/items?limit=1 -H 'Authorization: Bearer s3cret' -k";

  it('takes the credentials out of the task', () => {
    const command = read(bearer);
    expect(JSON.stringify(command.task('arn:x').state)).not.toContain('s3cret');
    expect(command).toMatchObject({ name: 'Call api.example.com', hasCredentials: true, suggestion: { allowedOrigins: ['https://api.example.com'], secrets: { apiKeyValue: 'Bearer s3cret' } } });
    expect(secretParts(command.suggestion)).toEqual([{ place: 'header', name: 'Authorization' }]);
    expect(command.parsed.ignored).toContain('-k');
  });

  it('finds a connection that authorizes in the same way and may go there', () => {
    expect(read(bearer, [own]).existing).toBe(own);
    expect(read(bearer.replace('api.example.com', 'evil.example'), [own]).existing).toBeNull();
    expect(read("curl https://api.example.com/ -H 'X-API-Key: k'", [own]).existing).toBeNull();
  });

  it('suggests the connection without authentication where there are no credentials', () => {
    expect(read('curl https://api.example.com/open')).toMatchObject({ hasCredentials: false, suggestion: { secrets: { apiKeyValue: 'none' }, allowedOrigins: ['https://api.example.com'] } });
  });

  it.each(['wget https://api.example.com', "curl 'https://api.example.com", 'curl'])('refuses %s with a sentence', (command) => {
    expect(readCommand(command, 'JSONata', [])).toMatchObject({ ok: false, error: { message: expect.stringMatching(/\.$/) } });
  });
});

describe('fillTask', () => {
  const retry = [{ ErrorEquals: ['States.ALL'] }];
  const text = machine({ Call: { Type: 'Task', Resource: 'arn:aws:states:::http:invoke', Arguments: { Method: 'GET', ApiEndpoint: 'https://old.example/', Authentication: { ConnectionArn: 'arn:own' }, QueryParameters: { old: '1' } }, Retry: retry, End: true } }, { QueryLanguage: 'JSONata' });
  const filled = (arn: string | null) => {
    const entry = findState(parseJson(text), 'Call' as StateId);
    if (!entry) throw new Error('no state Call');
    const { state } = read("curl -X POST https://api.example.com/v1/items -d '{\"a\":1}' -H 'Content-Type: application/json'").task(arn);
    return JSON.parse(edited(text, fillTask(entry, isJsonObject(state) ? state : {}, arn !== null))).States.Call as { readonly Arguments: object }; // as written above
  };

  it('replaces the request, and keeps connection, Retry and the way on', () => {
    expect(filled(null)).toMatchObject({ Retry: retry, End: true, Arguments: { Method: 'POST', ApiEndpoint: 'https://api.example.com/v1/items', Authentication: { ConnectionArn: 'arn:own' }, RequestBody: { a: 1 } } });
    expect(filled(null).Arguments).not.toHaveProperty('QueryParameters');
  });

  it('takes the connection that was made of the command', () => {
    expect(filled('arn:new').Arguments).toMatchObject({ InvocationConfig: { ConnectionArn: 'arn:new' } });
    expect(filled('arn:new').Arguments).not.toHaveProperty('Authentication');
  });
});
