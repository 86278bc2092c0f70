import { describe, expect, it } from 'vitest';
import type { Connection } from '../../http/connection.ts';
import { noParameters } from '../../http/connection.ts';
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
