import type { StateName } from '../asl/names.ts';
import { indexStates } from '../asl/states.ts';
import { stringOf } from '../asl/pointer.ts';
import type { Tree } from '../asl/tree.ts';
import { inputBehind } from '../assist/inputBehind.ts';
import type { Known, KnownParameter, KnownResource } from '../assist/Suggestion.ts';
import type { CallNotes } from '../catalog/callNotes.ts';
import type { Catalog } from '../catalog/createCatalog.ts';
import type { CatalogReader } from '../catalog/createCatalogReader.ts';
import { readResource, sdkResource } from '../catalog/resource.ts';
import type { Shape } from '../catalog/Shape.ts';
import type { Json } from '../lib/Json.ts';
import type { EditorStore } from './createEditorStore.ts';
import { kept } from './testRequest.ts';

/** What the catalog knows of one resource. */
interface Call {
  readonly request: Shape | undefined;
  readonly notes: CallNotes | undefined;
  readonly errors: readonly string[];
  readonly sample: Json | undefined;
}

const pageReader = async (): Promise<CatalogReader> => (await import('../services/pageCatalog.ts')).pageCatalog();

/**
 * What is known while somebody writes: the last input and result of tests, mocks, and what the catalog says of the actions that
 * stand in the document. `before` is the line up to the caret: behind `aws-sdk:` it names a service.
 */
export async function knownFrom(store: EditorStore, tree: Tree, before: string, load: () => Promise<CatalogReader> = pageReader): Promise<Known> {
  const resourceOf = new Map<string, string>(indexStates(tree).all.map(({ name, node }) => [name, stringOf(node, 'Resource') ?? '']));
  const { catalog, calls } = await soon(learned(load, [...new Set(resourceOf.values())].filter(isCall)));
  const { sidecar } = store.getState();
  const input = (state: string): unknown => parsed(kept(sidecar.inputs, state as StateName));
  const result = (state: string): unknown => parsed(kept(sidecar.mocks, state as StateName)?.mock.result) ?? calls.get(resourceOf.get(state) ?? '')?.sample;
  return {
    result,
    input: (state) => input(state) ?? inputBehind(tree, state, result, input),
    resources: before.includes('arn:') || /"Resource"|Resource:/.test(before) ? resourcesFor(catalog, before) : [],
    parameters: (resource, inside) => parametersIn(calls.get(resource), inside),
    errors: (resource) => calls.get(resource)?.errors ?? [],
  };
}

interface Learned {
  readonly catalog: Catalog | undefined;
  readonly calls: ReadonlyMap<string, Call>;
}
const NOTHING: Learned = { catalog: undefined, calls: new Map() };
/** Somebody waits for the list: what has not come by then is in the next one. */
const PATIENCE_MS = 1000;

async function learned(load: () => Promise<CatalogReader>, resources: readonly string[]): Promise<Learned> {
  const reader = await load();
  const [catalog, calls] = await Promise.all([reader.catalog(), Promise.all(resources.map(async (resource) => [resource, await callOf(reader, resource)] as const))]);
  return { catalog, calls: new Map(calls) };
}

function soon(learning: Promise<Learned>): Promise<Learned> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(NOTHING), PATIENCE_MS);
    void learning.catch(() => NOTHING).then((all) => {
      clearTimeout(late);
      resolve(all);
    });
  });
}

const isCall = (resource: string): boolean => ['sdk', 'optimized'].includes(readResource(resource).kind);

async function callOf(reader: CatalogReader, resource: string): Promise<Call> {
  const [request, notes, errors, sample] = await Promise.all([reader.requestShape(resource), reader.notesOf(resource), reader.errorsOf(resource), reader.sampleFor(resource)]);
  return { request, notes, errors, sample };
}

/** Services, and once one is named its actions: all eighteen thousand at once would help nobody. */
function resourcesFor(catalog: Catalog | undefined, before: string): readonly KnownResource[] {
  if (!catalog) return [];
  const named = /arn:[\w-]+:states:::aws-sdk:([a-z0-9]+):[^"']*$/.exec(before)?.[1];
  const service = named === undefined ? undefined : catalog.service(named);
  if (service) return catalog.actionsOf('sdk', service.service).map((action) => ({ arn: sdkResource(service.service, action), title: service.title }));
  return catalog.services.map(({ service: name, title }) => ({ arn: sdkResource(name, ''), title: `${title}: all of its actions` }));
}

const KIND = { structure: 'object', map: 'object', any: 'object', list: 'list', number: 'number', boolean: 'boolean' } as const;

function parametersIn(call: Call | undefined, inside: readonly (string | number)[]): readonly KnownParameter[] | undefined {
  const shape = call?.request && within(call.request, inside);
  if (shape?.is !== 'structure') return undefined;
  const names = [...(shape.required ?? []), ...Object.keys(shape.members).filter((name) => !shape.required?.includes(name))];
  return names.map((name) => {
    const member = shape.members[name];
    const says = call?.notes?.member(shape, name);
    return {
      name,
      ...(shape.required?.includes(name) && { required: true }),
      ...(says !== undefined && { says }),
      ...(member && member.is !== 'string' && { takes: KIND[member.is] }),
    };
  });
}

function within(shape: Shape, way: readonly (string | number)[]): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const step of way) {
    if (at?.is === 'list' || at?.is === 'map') at = at.of;
    else at = at?.is === 'structure' && Object.hasOwn(at.members, step) ? at.members[step] : undefined;
  }
  return at;
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
