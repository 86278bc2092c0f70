import { describe, expect, it } from 'vitest';
import { noParameters, type Connection } from './connection.ts';
import { createConnection } from './createConnection.ts';
import { bashWords } from './curl/bashWords.ts';
import { open, plainConnection, secret } from './testing/builders.ts';

/** The arguments as a shell hands them on. */
function argumentsOf(command: string): readonly string[] {
  const words = bashWords(command);
  if (!words.ok) throw new Error(words.error.message);
  return words.value.words.map(({ text }) => text);
}
const authIn = (words: readonly string[]): unknown => JSON.parse(words[words.indexOf('--auth-parameters') + 1] ?? '');

describe('createConnection', () => {
  it.each<readonly [string, Connection['authorization'], unknown, readonly string[]]>([
    ['BASIC', { type: 'BASIC', username: "o'hara" }, { BasicAuthParameters: { Username: "o'hara", Password: 'YOUR_PASSWORD' } }, ['YOUR_PASSWORD']],
    ['API_KEY', { type: 'API_KEY', apiKeyName: 'X-Key' }, { ApiKeyAuthParameters: { ApiKeyName: 'X-Key', ApiKeyValue: 'YOUR_API_KEY' } }, ['YOUR_API_KEY']],
    ['a bearer token', { type: 'API_KEY', apiKeyName: 'Authorization' }, { ApiKeyAuthParameters: { ApiKeyName: 'Authorization', ApiKeyValue: 'Bearer YOUR_TOKEN' } }, ['YOUR_TOKEN']],
    ['no authentication', { type: 'API_KEY', apiKeyName: 'X-Asl-Studio' }, { ApiKeyAuthParameters: { ApiKeyName: 'X-Asl-Studio', ApiKeyValue: 'none' } }, []],
    [
      'OAuth', { type: 'OAUTH_CLIENT_CREDENTIALS', clientId: 'me', endpoint: 'https://login.example/token', method: 'POST', parameters: { ...noParameters, body: [open('grant_type', 'client_credentials'), secret('api-pin')] } },
      {
        OAuthParameters: {
          ClientParameters: { ClientID: 'me', ClientSecret: 'YOUR_CLIENT_SECRET' }, AuthorizationEndpoint: 'https://login.example/token', HttpMethod: 'POST',
          OAuthHttpParameters: { BodyParameters: [{ Key: 'grant_type', Value: 'client_credentials', IsValueSecret: false }, { Key: 'api-pin', Value: 'YOUR_API_PIN', IsValueSecret: true }] },
        },
      },
      ['YOUR_CLIENT_SECRET', 'YOUR_API_PIN'],
    ],
  ])('writes %s for a shell, with placeholders for secrets', (_, authorization, auth, placeholders) => {
    const made = createConnection({ ...plainConnection, authorization }, 'eu-west-1');
    const words = argumentsOf(made.command);
    expect(words.slice(0, 5)).toEqual(['aws', 'events', 'create-connection', '--name', 'owned']);
    expect(words).toContain(authorization.type);
    expect(words.slice(words.indexOf('--region'), words.indexOf('--region') + 2)).toEqual(['--region', 'eu-west-1']);
    expect(authIn(words)).toEqual(auth);
    expect(made.auth).toEqual(auth);
    expect(made.placeholders).toEqual(placeholders);
  });

  it('keeps the other parameters, and quotes whatever they hold', () => {
    const odd = `'; rm -rf "$HOME" \`x\` \\ \n`;
    const made = createConnection({ ...plainConnection, parameters: { header: [secret('x-pin')], query: [open('tenant', odd)], body: [] } }, 'us-east-1');
    expect(authIn(argumentsOf(made.command))).toMatchObject({
      InvocationHttpParameters: { HeaderParameters: [{ Key: 'x-pin', Value: 'YOUR_X_PIN', IsValueSecret: true }], QueryStringParameters: [{ Key: 'tenant', Value: odd, IsValueSecret: false }] },
    });
    expect(made.auth.InvocationHttpParameters).not.toHaveProperty('BodyParameters');
  });
});
