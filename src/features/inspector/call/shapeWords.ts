import type { Shape } from '../../../catalog/Shape.ts';
import type { Json } from '../../../lib/Json.ts';

/** What kind of value it is, in a few words. */
export function shapeWord(shape: Shape): string {
  switch (shape.is) {
    case 'string':
      return shape.enum ? 'choice' : shape.as === 'timestamp' ? 'timestamp' : shape.as === 'blob' ? 'text or bytes' : 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'true or false';
    case 'list':
      return `list of ${shapeWord(shape.of)}`;
    case 'map':
      return `map to ${shapeWord(shape.of)}`;
    case 'structure':
      return shape.union ? 'one of several' : 'object';
    case 'any':
      return 'any JSON';
  }
}

/** The limits of a value; undefined where there are none. */
export function limitWords(shape: Shape): string | undefined {
  if (shape.is === 'boolean' || shape.is === 'structure' || shape.is === 'any') return undefined;
  const { min, max } = shape;
  if (min === undefined && max === undefined) return undefined;
  const range = max === undefined ? `At least ${min}` : min === undefined || min === 0 ? `At most ${max}` : min === max ? `Exactly ${min}` : `${min} to ${max}`;
  return `${range}${shape.is === 'string' ? ' characters' : shape.is === 'number' ? '' : ' entries'}.`;
}

/** What an added entry of a list or map begins with: nothing but what must be there. */
export function startValue(shape: Shape, depth = 0): Json {
  switch (shape.is) {
    case 'string':
      return shape.enum?.[0] ?? (shape.as === 'timestamp' ? '2026-01-01T00:00:00Z' : '');
    case 'number':
      return Math.max(0, shape.min ?? 0);
    case 'boolean':
      return true;
    case 'list':
      return [];
    case 'map':
    case 'any':
      return {};
    case 'structure':
      return depth > 4 ? {} : Object.fromEntries((shape.required ?? []).map((name) => [name, startValue(shape.members[name] ?? { is: 'any' }, depth + 1)]));
  }
}

export const PLACEHOLDER: { readonly [as in 'timestamp' | 'blob']: string } = { timestamp: '2026-01-01T00:00:00Z', blob: 'Text' };

/** `Entries` has entries, `Subnets` subnets: what one is called. */
export const oneOf = (name: string): string => (name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.endsWith('sses') ? name.slice(0, -2) : name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name);
