import type { Json } from '../lib/Json.ts';
import type { CatalogFiles, DocsFile, IamFile, ServiceFile } from './CatalogFiles.ts';
import { callNotes, type CallNotes } from './callNotes.ts';
import { createCatalog, type Catalog } from './createCatalog.ts';
import { OPTIMIZED, optimizedAction, ownErrors } from './optimized.ts';
import { optimizedRequest } from './optimizedRequest.ts';
import { readShapes, type ServiceShapes } from './readShapes.ts';
import { readResource, type Pattern } from './resource.ts';
import { sampleResponse } from './sampleResponse.ts';
import type { Shape } from './Shape.ts';

/**
 * The catalog as far as it has been asked for: the index, and one service at a time. What cannot be had is undefined, and asked for again
 * the next time.
 */
export interface CatalogReader {
  readonly catalog: () => Promise<Catalog | undefined>;
  readonly shapes: (service: string) => Promise<ServiceShapes | undefined>;
  readonly docs: (service: string) => Promise<DocsFile | undefined>;
  readonly iam: (service: string) => Promise<IamFile | undefined>;
  /** Parameters of a task, by its `Resource`, spelled as this integration does. */
  readonly requestShape: (resource: string) => Promise<Shape | undefined>;
  /** What AWS checks a mocked result against: of `.sync` the answer of the call that polls. */
  readonly responseShape: (resource: string) => Promise<Shape | undefined>;
  /** Sentences about the action and its parameters; undefined where there are none. */
  readonly notesOf: (resource: string) => Promise<CallNotes | undefined>;
  readonly sampleFor: (resource: string) => Promise<Json | undefined>;
  /** Names for Retry and Catch. Those of optimized integrations are partly derived. */
  readonly errorsOf: (resource: string) => Promise<readonly string[]>;
}

interface ActionName {
  readonly service: string;
  readonly action: string;
}

export function createCatalogReader(files: CatalogFiles): CatalogReader {
  const once = keepGood();
  const catalog = (): Promise<Catalog | undefined> => once('index', async () => mapped(await files.index(), createCatalog));
  const shapes = (service: string): Promise<ServiceShapes | undefined> => once(`service ${service}`, async () => mapped(await fileOf(files, service), readShapes));
  const side = async (name: ActionName | undefined, which: 'request' | 'response'): Promise<Shape | undefined> => (name === undefined ? undefined : (await shapes(name.service))?.[which](name.action));
  const docs = (service: string): Promise<DocsFile | undefined> => once(`docs ${service}`, () => (isName(service) ? files.docs(service) : Promise.resolve(undefined)));
  const requestShape = async (resource: string): Promise<Shape | undefined> => requestIn(resource, (service) => shapes(service));
  const responseShape = (resource: string): Promise<Shape | undefined> => side(answerOf(resource), 'response');
  return {
    catalog,
    shapes,
    requestShape,
    responseShape,
    docs,
    async notesOf(resource) {
      const call = callOf(resource);
      const [known, sentences] = call ? await Promise.all([shapes(call.service), docs(call.service)]) : [];
      return call && known && sentences && callNotes(known.file, sentences, call.action, readResource(resource).kind === 'optimized' ? known.file.spelled : {});
    },
    iam: (service) => once(`iam ${service}`, () => (isName(service) ? files.iam(service) : Promise.resolve(undefined))),
    async sampleFor(resource) {
      const shape = await responseShape(resource);
      return shape && sampleResponse(resultOf(resource, shape));
    },
    async errorsOf(resource) {
      const call = callOf(resource);
      const file = call && (await shapes(call.service))?.file;
      return errorsIn(resource, call, file);
    },
  };
}

const mapped = <T extends object, R>(value: T | undefined, map: (value: T) => R): R | undefined => (value === undefined ? undefined : map(value));

/** A name becomes part of a path, and a definition may hold anything. */
const isName = (service: string): boolean => /^[a-z0-9]+$/.test(service);
const fileOf = (files: CatalogFiles, service: string): Promise<ServiceFile | undefined> => (isName(service) ? files.service(service) : Promise.resolve(undefined));

/** Each thing once; a failure is not kept. */
function keepGood(): <T>(key: string, make: () => Promise<T | undefined>) => Promise<T | undefined> {
  const kept = new Map<string, Promise<unknown>>();
  return <T>(key: string, make: () => Promise<T | undefined>) => {
    const known = kept.get(key) as Promise<T | undefined> | undefined;
    if (known) return known;
    const made = make().catch(() => undefined);
    kept.set(key, made);
    void made.then((value) => value === undefined && kept.delete(key));
    return made;
  };
}

const nameIn = (text: string): ActionName => ({ service: text.slice(0, text.indexOf('.')), action: text.slice(text.indexOf('.') + 1) });

/** The call of the SDK that a task makes. */
function callOf(resource: string): ActionName | undefined {
  const read = readResource(resource);
  if (read.kind === 'sdk') return read;
  const sdk = read.kind === 'optimized' ? optimizedAction(read.service, read.action)?.sdk : undefined;
  return sdk === undefined ? undefined : nameIn(sdk);
}

async function requestIn(resource: string, shapes: (service: string) => Promise<ServiceShapes | undefined>): Promise<Shape | undefined> {
  const read = readResource(resource);
  const call = callOf(resource);
  const known = call && (await shapes(call.service));
  if (read.kind !== 'optimized') return known?.request(call?.action ?? '');
  const action = optimizedAction(read.service, read.action);
  return action && optimizedRequest(action, known && readShapes(known.file, 'optimized').request(call?.action ?? ''));
}

const isSync = (pattern: Pattern): boolean => pattern === 'sync' || pattern === 'sync:2';

/** The call of the SDK whose answer a task's result is. After a task token it is what somebody sends. */
function answerOf(resource: string): ActionName | undefined {
  const read = readResource(resource);
  if (read.kind !== 'sdk' && read.kind !== 'optimized') return undefined;
  if (read.pattern === 'waitForTaskToken') return undefined;
  if (!isSync(read.pattern)) return callOf(resource);
  const poll = read.kind === 'optimized' ? optimizedAction(read.service, read.action)?.poll : undefined;
  return poll && nameIn(poll.action);
}

/** A task that waits for one job answers that job, not the list it was asked for in. */
function resultOf(resource: string, shape: Shape): Shape {
  const read = readResource(resource);
  const at = read.kind === 'optimized' && isSync(read.pattern) ? optimizedAction(read.service, read.action)?.poll?.at : undefined;
  const member = at !== undefined && shape.is === 'structure' ? shape.members[at] : undefined;
  return member?.is === 'list' ? member.of : (member ?? shape);
}

function errorsIn(resource: string, call: ActionName | undefined, file: ServiceFile | undefined): readonly string[] {
  const read = readResource(resource);
  const service = read.kind === 'optimized' && Object.hasOwn(OPTIMIZED, read.service) ? OPTIMIZED[read.service] : undefined;
  const prefix = service?.errorPrefix ?? file?.errorPrefix;
  const numbers = (call && file?.actions[call.action]?.[2]) ?? [];
  const modelled = prefix === undefined ? [] : numbers.map((number) => `${prefix}.${file?.errors[number] ?? ''}`);
  const general = read.kind === 'sdk' && prefix !== undefined ? [`${prefix}.${prefix}Exception`, `${prefix}.SdkClientException`] : [];
  const own = ownErrors(resource);
  return [...new Set([...own.passing, ...modelled, ...own.errors, ...general])];
}
