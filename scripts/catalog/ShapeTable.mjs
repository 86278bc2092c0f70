/**
 * Shapes of one service while it is read. A type is a letter (`s` string, `n` number, `b` boolean, `t` timestamp, `x` blob, `d` any JSON,
 * `o` structure without members) or the number of a shape: `['l', type]`, `['m', type]`, `['e', ...values]`, `{ union, members }`.
 */
export class ShapeTable {
  shapes = [];
  #byKey = new Map();
  #byText = new Map();

  /** A shape that is the same wherever it looks the same. */
  add(shape) {
    const text = JSON.stringify(shape);
    let id = this.#byText.get(text);
    if (id === undefined) {
      id = this.shapes.push(shape) - 1;
      this.#byText.set(text, id);
    }
    return id;
  }

  /** A shape known by name. It has its number before it is made, because it may hold itself. */
  once(key, make) {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const id = this.shapes.push(null) - 1;
    this.#byKey.set(key, id);
    this.shapes[id] = make();
    return id;
  }
}

/** The numbers of all shapes that the roots reach, in the order they are met. */
export function reached(shapes, roots) {
  const met = new Set();
  const visit = (type) => {
    if (typeof type !== 'number' || met.has(type)) return;
    met.add(type);
    typesIn(shapes[type]).forEach(visit);
  };
  roots.forEach(visit);
  return [...met];
}

/** Only what the roots reach, numbered anew: a model holds shapes of actions that are left out. */
export function reachable(shapes, roots) {
  const kept = reached(shapes, roots);
  const numbers = new Map(kept.map((id, index) => [id, index]));
  const renumber = (type) => (typeof type === 'number' ? numbers.get(type) : type);
  return { shapes: kept.map((id) => withTypes(shapes[id], renumber)), renumber };
}

const typesIn = (shape) => (Array.isArray(shape) ? (shape[0] === 'e' ? [] : [shape[1]]) : [...shape.members.values()].map((member) => member.type));

function withTypes(shape, renumber) {
  if (Array.isArray(shape)) return shape[0] === 'e' ? shape : [shape[0], renumber(shape[1])];
  return { ...shape, members: new Map([...shape.members].map(([name, member]) => [name, { ...member, type: renumber(member.type) }])) };
}
