import { setField } from '../../../asl/commands/setField.ts';
import type { Command } from '../../../asl/operations.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { ArrayFormat } from '../../../http/encodeForm.ts';
import { isJsonObject } from '../../../lib/Json.ts';
import type { SelectOption } from '../../../ui/SelectField.tsx';
import { textIn, valueIn } from '../values.ts';
import { argumentPath } from './httpFields.ts';

export const FORM_TYPE = 'application/x-www-form-urlencoded';

export type BodyEncoding = 'json' | 'form';

export const encodingOf = (entry: StateEntry): BodyEncoding =>
  textIn(entry, argumentPath(entry, 'Transform', 'RequestBodyEncoding')) === 'URL_ENCODED' ? 'form' : 'json';

/** How the elements of a list are named in a form. Source: http-task.md section 5. */
export const ARRAY_FORMATS: readonly SelectOption<ArrayFormat>[] = [
  { value: 'INDICES', label: 'a[0]=', description: 'INDICES, unless you choose another' },
  { value: 'REPEAT', label: 'a=', description: 'REPEAT: the name again for each' },
  { value: 'BRACKETS', label: 'a[]=', description: 'BRACKETS' },
  { value: 'COMMAS', label: 'a=1,2', description: 'COMMAS: all in one' },
];

export function arrayFormatOf(entry: StateEntry): ArrayFormat {
  const written = textIn(entry, argumentPath(entry, 'Transform', 'RequestEncodingOptions', 'ArrayFormat'));
  return ARRAY_FORMATS.find(({ value }) => value === written)?.value ?? 'INDICES';
}

const contentTypeName = (entry: StateEntry): string | undefined => {
  const headers = valueIn(entry, argumentPath(entry, 'Headers'));
  return isJsonObject(headers) ? Object.keys(headers).find((name) => name.toLowerCase() === 'content-type') : undefined;
};

/**
 * Turns the encoding of the body, and with it the Content-Type: Step Functions leaves that header to the task, and a form without it
 * is read as JSON by most servers. A Content-Type that says something else is left alone.
 */
export function changeEncoding(entry: StateEntry, to: BodyEncoding): readonly Command[] {
  const transform = argumentPath(entry, 'Transform');
  const name = contentTypeName(entry);
  const type = name === undefined ? undefined : textIn(entry, argumentPath(entry, 'Headers', name));
  const header = (value: string | undefined): Command => setField(entry.id, argumentPath(entry, 'Headers', name ?? 'Content-Type'), value);
  if (to === 'form') {
    const says = type === undefined || /^application\/json/i.test(type);
    return [setField(entry.id, [...transform, 'RequestBodyEncoding'], 'URL_ENCODED'), ...(says ? [header(FORM_TYPE)] : [])];
  }
  const headers = valueIn(entry, argumentPath(entry, 'Headers'));
  const only = isJsonObject(headers) && Object.keys(headers).length === 1;
  const saysForm = type?.toLowerCase().startsWith(FORM_TYPE) === true;
  return [setField(entry.id, transform, undefined), ...(saysForm ? [only ? setField(entry.id, argumentPath(entry, 'Headers'), undefined) : header(undefined)] : [])];
}
