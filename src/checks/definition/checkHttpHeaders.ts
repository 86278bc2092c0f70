import { isHttpResource } from '../../asl/httpResource.ts';
import { forbiddenAmong } from '../../http/forbiddenHeaders.ts';
import { isJsonArray, isJsonObject, member, type Json, type JsonObject } from '../../lib/Json.ts';
import { schemaError, type Diagnostic } from './Diagnostic.ts';

/**
 * Headers that an HTTP task may not set, where they stand in the definition: AWS refuses to save it (http-task.md section 3). Apart from
 * the schema, because whether TestState refuses it too is not recorded: there the task fails at run time, with the same words.
 */
export function checkHttpHeaders(machine: Json, at = ''): readonly Diagnostic[] {
  const states = isJsonObject(machine) ? member(machine, 'States') : undefined;
  if (!isJsonObject(states)) return [];
  return Object.entries(states).flatMap(([name, state]) => (isJsonObject(state) ? checkState(state, `${at}/States/${name}`) : []));
}

function checkState(state: JsonObject, at: string): readonly Diagnostic[] {
  const branches = member(state, 'Branches');
  return [
    ...checkTask(state, at),
    ...['ItemProcessor', 'Iterator'].flatMap((field) => checkHttpHeaders(member(state, field) ?? null, `${at}/${field}`)),
    ...(isJsonArray(branches) ? branches.flatMap((branch, index) => checkHttpHeaders(branch, `${at}/Branches[${index}]`)) : []),
  ];
}

function checkTask(state: JsonObject, at: string): readonly Diagnostic[] {
  const resource = member(state, 'Resource');
  if (member(state, 'Type') !== 'Task' || typeof resource !== 'string' || !isHttpResource(resource)) return [];
  // unconfirmed for Arguments: seen for Parameters.
  return ['Parameters', 'Arguments'].flatMap((field) => {
    const fields = member(state, field);
    const headers = isJsonObject(fields) ? member(fields, 'Headers') : undefined;
    const names = isJsonObject(headers) ? Object.keys(headers).map((name) => (field === 'Parameters' ? name.replace(/\.\$$/, '') : name)) : [];
    const forbidden = forbiddenAmong(names);
    return forbidden.length === 0 ? [] : [schemaError(`The 'Headers' field contains unsupported values: [${forbidden.join(', ')}]`, `${at}/${field}`)];
  });
}
