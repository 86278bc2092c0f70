import type { TestStateRequest } from '../../../interpreter/testStateApi.ts';

/**
 * The request of a test, ready to be used outside. It is what went to the engine: text of the definition and of the panel. Secrets of a
 * connection are never in it; AWS reads those from the connection itself.
 */
type Request = TestStateRequest;

/** `'` ends the quotes, stands alone in double ones, and opens them again: nothing else means anything inside single quotes to sh. */
export const shellQuoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`);

const OPTIONS: readonly (readonly [keyof Request, string])[] = [
  ['definition', '--definition'], ['stateName', '--state-name'], ['roleArn', '--role-arn'], ['input', '--input'], ['variables', '--variables'], ['context', '--context'],
  ['inspectionLevel', '--inspection-level'], ['mock', '--mock'], ['stateConfiguration', '--state-configuration'], ['revealSecrets', '--reveal-secrets'],
];

/** As a command for sh, one option a line. */
export function awsCommand(request: Request, region: string): string {
  const options = OPTIONS.flatMap(([name, option]): readonly string[] => {
    const value = request[name];
    if (value === undefined) return [];
    if (value === true) return [option];
    if (value === false) return [];
    return [`${option} ${shellQuoted(typeof value === 'string' ? value : JSON.stringify(value))}`];
  });
  return ['aws stepfunctions test-state', `--region ${shellQuoted(region)}`, ...options].join(' \\\n  ');
}

/** As a TypeScript program with the SDK. Texts are written as JSON spells them, which TypeScript reads alike. */
export function sdkCall(request: Request, region: string): string {
  const members = OPTIONS.flatMap(([name]) => (request[name] === undefined ? [] : [`  ${name}: ${JSON.stringify(request[name], null, 2).replaceAll('\n', '\n  ')},`]));
  return [
    "import { SFNClient, TestStateCommand } from '@aws-sdk/client-sfn';",
    '',
    `const client = new SFNClient({ region: ${JSON.stringify(region)} });`,
    'const response = await client.send(new TestStateCommand({',
    ...members,
    '}));',
    'console.log(JSON.stringify(response, null, 2));',
    '',
  ].join('\n');
}
