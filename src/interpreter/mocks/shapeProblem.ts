import type { NumberShape, Shape, StringShape, StructureShape } from '../../catalog/Shape.ts';
import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';

/**
 * The first thing wrong with a mocked response; null: none. Names are those of the leaf member, as AWS gives them. The length of texts has
 * no upper bound here, and lists and maps have none at all: no recording shows that AWS looks at those.
 */
export function shapeProblem(shape: Shape, value: Json, strict: boolean, name = ''): string | null {
  switch (shape.is) {
    case 'string':
      return stringProblem(shape, value, name);
    case 'number':
      return numberProblem(shape, value, name);
    case 'boolean':
      return typeof value === 'boolean' ? null : `Field '${name}' must be a boolean`;
    case 'list':
      if (!isJsonArray(value)) return `Field '${name}' must be an array`;
      return first(value, (item) => shapeProblem(shape.of, item, strict, name));
    case 'map':
      if (!isJsonObject(value)) return `Field '${name}' must be an object`;
      return first(Object.values(value), (item) => shapeProblem(shape.of, item, strict, name));
    case 'structure':
      return structureProblem(shape, value, strict, name);
    case 'any':
      return null;
  }
}

function first<T>(items: Iterable<T>, problem: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = problem(item);
    if (found !== null) return found;
  }
  return null;
}

function stringProblem(shape: StringShape, value: Json, name: string): string | null {
  if (typeof value !== 'string') return `Field '${name}' must be a string`;
  if (shape.min !== undefined && value.length < shape.min) return `Field '${name}' is smaller than the minimum length`;
  return shape.enum && !shape.enum.includes(value) ? `Field '${name}' is not an expected value` : null;
}

function numberProblem(shape: NumberShape, value: Json, name: string): string | null {
  if (typeof value !== 'number') return `Field '${name}' must be a number`;
  if (shape.min !== undefined && value < shape.min) return `Field '${name}' is less than the minimum value`;
  return shape.max !== undefined && value > shape.max ? `Field '${name}' exceeds the maximum value` : null;
}

/** Members the service does not know are passed over; `null` counts as absent. */
function structureProblem(shape: StructureShape, value: Json, strict: boolean, name: string): string | null {
  if (!isJsonObject(value)) return name === '' ? 'Mock result must be an object' : `Field '${name}' must be an object`;
  const missing = strict ? (shape.required ?? []).find((key) => value[key] === undefined) : undefined;
  if (missing !== undefined) return `Required field '${missing}' is missing`;
  return first(Object.entries(value), ([key, item]) =>
    Object.hasOwn(shape.members, key) && item !== null ? shapeProblem(shape.members[key] as Shape, item, strict, key) : null,
  );
}
