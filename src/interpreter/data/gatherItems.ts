import { isJsonArray, isJsonObject, type Json, type JsonObject, member, objectOf } from '../../lib/Json.ts';
import { andThen, type MaybePromise } from '../../lib/MaybePromise.ts';
import { ok, type Result } from '../../lib/Result.ts';
import type { DataCall, DataReply, NotPerformed } from '../environment.ts';
import type { StatesError } from '../failure.ts';
import { itemsFromText, readerFailed } from './itemsFromText.ts';
import { readCsv } from './readCsv.ts';
import { textOfBytes } from './textOfBytes.ts';

export type Gathered = Result<Json, StatesError> | { readonly ok: false; readonly notPerformed: NotPerformed };
type Read = (call: DataCall) => MaybePromise<DataReply>;

const GET = 'arn:aws:states:::s3:getObject';

/** Reads what an ItemReader names, and what a manifest or a listing leads on to. */
export function gatherItems(call: DataCall, config: JsonObject, read: Read): MaybePromise<Gathered> {
  return andThen(read(call), (reply) => {
    switch (reply.kind) {
      case 'value':
        return ok(reply.value);
      case 'objects':
        return config['Transformation'] === 'LOAD_AND_FLATTEN' ? loadAll(keysOf(reply.objects), call, config, read) : ok(reply.objects);
      case 'text':
        return fromText(reply.text, call, config, read);
      case 'bytes':
        if (config['InputType'] === 'PARQUET') return itemsFromText('', config);
        return andThen(textOfBytes(reply.bytes), (text) => (text.ok ? fromText(text.value, call, config, read) : readerFailed(text.error)));
      case 'done':
        return readerFailed('The object could not be read.');
      case 'failure':
        return { ok: false, error: { error: reply.error ?? 'States.ItemReaderFailed', ...(reply.cause === undefined ? {} : { cause: reply.cause }) } };
      case 'not-performed':
        return { ok: false, notPerformed: reply.reason };
    }
  });
}

const fromText = (text: string, call: DataCall, config: JsonObject, read: Read): MaybePromise<Gathered> => (isManifest(config) ? manifest(text, call, config, read) : itemsFromText(text, config));

const isManifest = (config: JsonObject): boolean => config['InputType'] === 'MANIFEST' || config['ManifestType'] !== undefined;

interface Place {
  readonly bucket?: string;
  readonly key: string;
}

const keysOf = (objects: readonly Json[]): readonly Place[] =>
  objects.flatMap((object) => (isJsonObject(object) && typeof object['Key'] === 'string' && !object['Key'].endsWith('/') ? [{ key: object['Key'] }] : []));

/** An Athena manifest lists `s3://bucket/key` one a line; an S3 inventory is JSON that names CSV files and their columns. */
function manifest(text: string, call: DataCall, config: JsonObject, read: Read): MaybePromise<Gathered> {
  if (config['ManifestType'] === 'ATHENA_DATA') {
    const places = readCsv(text, ',').flatMap(([url]) => {
      const found = /^s3:\/\/([^/]+)\/(.+)$/.exec(url?.trim() ?? '');
      return found ? [{ bucket: found[1] as string, key: found[2] as string }] : [];
    });
    return loadAll(places, call, config, read);
  }
  const parsed = itemsFromText(text, {});
  if (!parsed.ok || !isJsonObject(parsed.value)) return readerFailed('The manifest is not valid JSON.');
  const files = member(parsed.value, 'files');
  const schema = member(parsed.value, 'fileSchema');
  const bucket = member(parsed.value, 'destinationBucket');
  const places = (isJsonArray(files) ? files : []).flatMap((file) => (isJsonObject(file) && typeof file['key'] === 'string' ? [{ ...(typeof bucket === 'string' ? { bucket: bucket.split(':').at(-1) ?? bucket } : {}), key: file['key'] }] : []));
  const columns = typeof schema === 'string' ? schema.split(',').map((name) => name.trim()) : [];
  return loadAll(places, call, { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: columns }, read);
}

async function loadAll(places: readonly Place[], call: DataCall, config: JsonObject, read: Read): Promise<Gathered> {
  const items: Json[] = [];
  for (const { bucket, key } of places) {
    const at = { Bucket: bucket ?? (call.arguments['Bucket'] as Json), Key: key };
    const part = await gatherItems({ ...call, resource: GET, arguments: at }, withoutManifest(config), read);
    if (!part.ok) return part;
    if (!isJsonArray(part.value)) return readerFailed('Attempting to map over non-iterable node.');
    for (const item of part.value) items.push(item);
  }
  return ok(items);
}

const withoutManifest = (config: JsonObject): JsonObject => objectOf(Object.entries(config).filter(([name]) => name !== 'ManifestType'));
