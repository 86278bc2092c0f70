import { isJsonArray, type Json, type JsonObject } from '../../lib/Json.ts';
import type { DataCall } from '../environment.ts';
import type { Writer } from '../outcome.ts';

interface Ran {
  readonly record: JsonObject;
  /** Absent: the child failed, and its record stands whatever the transformation. */
  readonly output?: Json;
}

/** Source: the developer guide on ResultWriter. */
function transformed({ transformation }: Writer, ran: readonly Ran[]): Json[] {
  return ran.flatMap(({ record, output }): Json[] => {
    if (transformation === 'NONE' || output === undefined) return [record];
    return transformation === 'FLATTEN' && isJsonArray(output) ? [...output] : [output];
  });
}

const lines = (values: readonly Json[]): string => values.map((value) => JSON.stringify(value)).join('\n');

/** Without a place to write to, the formatted results are what the state gives. */
export function formattedResults(writer: Writer, ran: readonly Ran[]): Json {
  const values = transformed(writer, ran);
  return writer.outputType === 'JSONL' ? lines(values) : values;
}

/** What is written to the bucket, the manifest last, and the result that names it. */
export function resultFiles(writer: Writer, call: DataCall, ran: readonly Ran[], mapRunArn: string, id: string): { readonly calls: readonly DataCall[]; readonly result: JsonObject } {
  const text = (name: string): string => {
    const value = call.arguments[name];
    return typeof value === 'string' ? value : '';
  };
  const [bucket, prefix] = [text('Bucket'), text('Prefix')];
  const folder = prefix === '' ? id : `${prefix}/${id}`;
  const groups: readonly (readonly [string, readonly Ran[]])[] = [
    ['FAILED', ran.filter(({ output }) => output === undefined)],
    ['SUCCEEDED', ran.filter(({ output }) => output !== undefined)],
  ];
  const put = (name: string, body: string): DataCall => ({ ...call, arguments: { ...call.arguments, Bucket: bucket, Key: `${folder}/${name}` }, body });
  const files: DataCall[] = [];
  const listed: { [group: string]: Json } = { FAILED: [], PENDING: [], SUCCEEDED: [] };
  for (const [group, members] of groups) {
    if (members.length === 0) continue;
    const values = transformed(writer, members);
    const name = `${group}_0.${writer.outputType === 'JSONL' ? 'jsonl' : 'json'}`;
    const body = writer.outputType === 'JSONL' ? lines(values) : JSON.stringify(values);
    listed[group] = [{ Key: `${folder}/${name}`, Size: new TextEncoder().encode(body).length }];
    files.push(put(name, body));
  }
  files.push(put('manifest.json', JSON.stringify({ DestinationBucket: bucket, MapRunArn: mapRunArn, ResultFiles: listed })));
  return { calls: files, result: { MapRunArn: mapRunArn, ResultWriterDetails: { Bucket: bucket, Key: `${folder}/manifest.json` } } };
}
