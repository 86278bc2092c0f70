import type { MemberCode, MemberCodes, ServiceFile, ShapeCode, TypeCode } from './CatalogFiles.ts';
import { spelling } from './callNotes.ts';
import type { Shape, StructureShape } from './Shape.ts';

const SIMPLE: { readonly [letter: string]: Shape } = {
  s: { is: 'string' },
  n: { is: 'number' },
  b: { is: 'boolean' },
  t: { is: 'string', as: 'timestamp' },
  x: { is: 'string', as: 'blob' },
  o: { is: 'structure', members: {} },
};
const ANY: Shape = { is: 'any' };

export interface ServiceShapes {
  readonly file: ServiceFile;
  /** Undefined: no such action. */
  readonly request: (action: string) => Shape | undefined;
  readonly response: (action: string) => Shape | undefined;
}

const read = { sdk: new WeakMap<ServiceFile, ServiceShapes>(), optimized: new WeakMap<ServiceFile, ServiceShapes>() };

/** `optimized`: with the names that optimized integrations use. */
export function readShapes(file: ServiceFile, of: 'sdk' | 'optimized' = 'sdk'): ServiceShapes {
  let shapes = read[of].get(file);
  if (!shapes) read[of].set(file, (shapes = decode(file, of === 'sdk' ? {} : file.spelled)));
  return shapes;
}

function decode(file: ServiceFile, spelled: ServiceFile['spelled']): ServiceShapes {
  const made = new Map<number, Shape>();
  const typeOf = (code: TypeCode): Shape => (typeof code === 'string' ? (SIMPLE[code] ?? ANY) : (made.get(code) ?? make(code)));
  const make = (id: number): Shape => {
    const code = file.shapes[id];
    if (code === undefined) return ANY;
    // It is known before its parts are: they may lead back to it.
    const shape = {} as Shape;
    made.set(id, shape);
    return Object.assign(shape, shapeOf(code, id, typeOf, spelled));
  };
  const side = (action: string, which: 0 | 1): Shape | undefined => {
    const found = Object.hasOwn(file.actions, action) ? file.actions[action] : undefined;
    return found && typeOf(found[which]);
  };
  return { file, request: (action) => side(action, 0), response: (action) => side(action, 1) };
}

type TypeOf = (code: TypeCode) => Shape;

function shapeOf(code: ShapeCode, id: number, typeOf: TypeOf, spelled: ServiceFile['spelled']): Shape {
  if (!isTuple(code)) return structure(code, id, typeOf, spelled);
  switch (code[0]) {
    case 'l':
      return { is: 'list', of: typeOf(code[1]) };
    case 'm':
      return { is: 'map', of: typeOf(code[1]) };
    case 'u':
      return { ...structure(code[1], id, typeOf, spelled), union: true };
    case 'e':
      return { is: 'string', enum: code.slice(1) };
  }
}

const isTuple = (code: ShapeCode): code is Exclude<ShapeCode, MemberCodes> => Array.isArray(code);

/** Members are looked up when they are asked for: a machine asks for few of a service's thousands. */
function structure(codes: MemberCodes, id: number, typeOf: TypeOf, spelled: ServiceFile['spelled']): StructureShape {
  const names = Object.keys(codes);
  const plainOf = (name: string): string => spelling(name.endsWith('*') ? name.slice(0, -1) : name, spelled);
  const required = names.filter((name) => name.endsWith('*')).map(plainOf);
  const members: { [name: string]: Shape } = Object.create(null);
  for (const name of names) {
    let known: Shape | undefined;
    Object.defineProperty(members, plainOf(name), { enumerable: true, get: () => (known ??= memberOf(codes[name] ?? 'd', typeOf)) });
  }
  return { is: 'structure', members, ...(required.length === 0 ? {} : { required }), id };
}

function memberOf(code: MemberCode, typeOf: TypeOf): Shape {
  if (typeof code !== 'object') return typeOf(code);
  const [type, min, max] = code;
  const shape = typeOf(type);
  if (shape.is === 'any' || shape.is === 'boolean' || shape.is === 'structure') return shape;
  return { ...shape, ...(min === null ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
