import { isUrl } from '../../lib/isUrl.ts';
import type { QueryLanguage } from '../../asl/names.ts';
import type { Connection } from '../../http/connection.ts';
import { noParameters } from '../../http/connection.ts';
import { originAllowed, originOf } from '../../http/allowedOrigins.ts';
import { parseCurl, type ParsedCurl } from '../../http/curl/parseCurl.ts';
import { type SuggestedConnection } from '../../http/curl/suggestedConnection.ts';
import { CONNECTION_PLACEHOLDER, taskFromCurl, type TaskFromCurl } from '../../http/curl/taskFromCurl.ts';
import { CONNECTION_PRESETS, presetOrigins } from '../../http/presets.ts';
import { err, ok, type Result } from '../../lib/Result.ts';

/** What a command would become, before anything is made of it. */
export interface ReadCommand {
  readonly parsed: ParsedCurl;
  readonly name: string;
  /** What its credentials become; without any, the connection that AWS wants all the same. */
  readonly suggestion: SuggestedConnection;
  readonly hasCredentials: boolean;
  /** A connection of the person's that does the same and may go there. */
  readonly existing: Connection | null;
  readonly task: (connectionArn: string | null) => TaskFromCurl;
}

export interface CommandProblem {
  readonly message: string;
  readonly offset: number;
}

export function readCommand(text: string, language: QueryLanguage, connections: readonly Connection[]): Result<ReadCommand, CommandProblem> {
  const parsed = parseCurl(text);
  if (!parsed.ok) return parsed;
  const { url } = parsed.value.request;
  if (!isUrl(url)) return err({ message: `“${url}” is no URL. The command has to name the whole address, such as https://api.example.com/v1/items.`, offset: 0 });
  const task = (arn: string | null): TaskFromCurl => taskFromCurl(parsed.value, language, arn ?? CONNECTION_PLACEHOLDER);
  const found = task(null).connection;
  const suggestion = found ?? withoutAuthentication(url);
  return ok({
    parsed: parsed.value, task, suggestion, hasCredentials: found !== undefined,
    name: `Call ${new URL(url).host}`.slice(0, 80),
    existing: connections.find((connection) => does(connection, suggestion) && originAllowed(url, connection.allowedOrigins)) ?? null,
  });
}

function withoutAuthentication(url: string): SuggestedConnection {
  const none = CONNECTION_PRESETS.find(({ id }) => id === 'none');
  const authorization = none?.authorization ?? { type: 'API_KEY', apiKeyName: 'X-Asl-Studio' };
  return {
    name: none?.name ?? 'No-authentication', type: 'API_KEY', authorization, parameters: noParameters, secrets: none?.secrets ?? {},
    allowedOrigins: none ? presetOrigins(none, url) : [originOf(url)],
  };
}

/** Whether it authorizes in the same way; whose secret it is cannot be told. */
function does({ authorization: has, parameters }: Connection, { authorization: wants, parameters: wanted }: SuggestedConnection): boolean {
  const keys = (all: typeof wanted): string => JSON.stringify([all.header, all.query, all.body].map((kind) => kind.map(({ key }) => key.toLowerCase()).toSorted()));
  if (keys(parameters) !== keys(wanted)) return false;
  if (has.type === 'API_KEY' && wants.type === 'API_KEY') return has.apiKeyName.toLowerCase() === wants.apiKeyName.toLowerCase();
  return has.type === 'BASIC' && wants.type === 'BASIC' && has.username === wants.username;
}
