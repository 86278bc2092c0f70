import type { QueryLanguage } from '../asl/names.ts';
import { pointerOf, type Segment } from '../asl/pointer.ts';
import { indexStates, machineLanguage, type ScopeEntry, type StateEntry } from '../asl/states.ts';
import type { Tree } from '../asl/tree.ts';

/** What an object or list in the document is for. */
export type RoleKind =
  | 'machine' | 'states' | 'state' | 'branches' | 'branch' | 'processor' | 'processor-config' | 'retry' | 'retrier' | 'catch' | 'catcher' | 'errors'
  | 'choices' | 'rule' | 'tests' | 'test' | 'template' | 'assign' | 'credentials' | 'reader' | 'reader-config' | 'batcher' | 'writer' | 'writer-config' | 'opaque';

export interface Role {
  readonly kind: RoleKind;
  /** The state it stands in. */
  readonly state?: StateEntry;
  readonly scope?: ScopeEntry;
  readonly language: QueryLanguage;
  /** The state's field it stands in, and the way on from that field. */
  readonly field?: string;
  readonly inside: readonly Segment[];
  /** It stands in an entry of `Catch`. */
  readonly catching: boolean;
}

const INTO: { readonly [from in RoleKind]?: { readonly [key: string]: RoleKind } } = {
  machine: { States: 'states' },
  branch: { States: 'states' },
  processor: { States: 'states', ProcessorConfig: 'processor-config' },
  state: {
    Branches: 'branches', ItemProcessor: 'processor', Iterator: 'processor', Retry: 'retry', Catch: 'catch', Choices: 'choices', Assign: 'assign', Credentials: 'credentials',
    Parameters: 'template', Arguments: 'template', ResultSelector: 'template', ItemSelector: 'template', Output: 'template', Items: 'template',
    ItemReader: 'reader', ItemBatcher: 'batcher', ResultWriter: 'writer', Result: 'opaque', Comment: 'opaque',
  },
  retrier: { ErrorEquals: 'errors' },
  catcher: { ErrorEquals: 'errors', Assign: 'assign', Output: 'template' },
  rule: { And: 'tests', Or: 'tests', Not: 'test', Assign: 'assign', Output: 'template' },
  test: { And: 'tests', Or: 'tests', Not: 'test' },
  reader: { ReaderConfig: 'reader-config', Parameters: 'template', Arguments: 'template' },
  writer: { WriterConfig: 'writer-config', Parameters: 'template', Arguments: 'template' },
  batcher: { BatchInput: 'template' },
};

const EACH: { readonly [from in RoleKind]?: RoleKind } = { states: 'state', branches: 'branch', retry: 'retrier', catch: 'catcher', choices: 'rule', tests: 'test' };
const DEEP: ReadonlySet<RoleKind> = new Set(['template', 'assign', 'credentials']);

const stepInto = (kind: RoleKind, segment: Segment): RoleKind => EACH[kind] ?? INTO[kind]?.[String(segment)] ?? (DEEP.has(kind) ? 'template' : 'opaque');

/** The role of the container at the end of a way from the root. */
export function roleAt(tree: Tree, way: readonly Segment[]): Role {
  const index = indexStates(tree);
  let kind: RoleKind = 'machine';
  let state: StateEntry | undefined;
  let scope: ScopeEntry | undefined = index.scopes[0];
  let field: number | undefined;
  let catching = false;
  way.forEach((segment, at) => {
    if (kind === 'state') field = at;
    kind = stepInto(kind, segment);
    if (kind === 'catcher') catching = true;
    if (kind === 'branch' || kind === 'processor') {
      const pointer = pointerOf(way.slice(0, at + 1));
      scope = index.scopes.find((one) => one.pointer === pointer);
    }
    if (kind === 'state') {
      state = index.byPointer.get(pointerOf(way.slice(0, at + 1)));
      field = undefined;
      catching = false;
    }
    if (kind === 'states') [field, state] = [undefined, undefined];
  });
  return {
    kind, catching, language: state?.language ?? machineLanguage(tree),
    inside: field === undefined ? [] : way.slice(field + 1),
    ...(state && { state }), ...(scope && { scope }), ...(field !== undefined && { field: String(way[field]) }),
  };
}
