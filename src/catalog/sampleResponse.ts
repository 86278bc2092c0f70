import type { Json } from '../lib/Json.ts';
import type { Shape, StringShape } from './Shape.ts';

/** Of members that may be missing, so many on each level: an instance has over sixty, and nobody reads the fifth level of a sample. */
const OPTIONAL_MEMBERS = [12, 6, 3, 1];
const DEPTH = OPTIONAL_MEMBERS.length;
/** What a mock mostly stands for: the good end. */
const GOOD = ['SUCCEEDED', 'COMPLETED', 'COMPLETE', 'SUCCESS', 'ACTIVE', 'AVAILABLE', 'RUNNING', 'ENABLED'];

/** A response of that shape, always the same: every required member and the first few of the others, one element in each list. */
export function sampleResponse(shape: Shape, name = ''): Json {
  return sample(shape, name, 0, new Set());
}

function sample(shape: Shape, name: string, depth: number, around: ReadonlySet<Shape>): Json {
  switch (shape.is) {
    case 'string':
      return sampleText(shape, name);
    case 'number':
      return Math.min(Math.max(1, shape.min ?? 1), shape.max ?? Infinity);
    case 'boolean':
      return true;
    case 'any':
      return {};
    case 'list':
      return depth >= DEPTH || around.has(shape.of) ? [] : [sample(shape.of, singular(name), depth + 1, around)];
    case 'map':
      return depth >= DEPTH || around.has(shape.of) ? {} : { key: sample(shape.of, name, depth + 1, around) };
    case 'structure':
      return structure(shape, depth, new Set([...around, shape]));
  }
}

function structure(shape: Extract<Shape, { is: 'structure' }>, depth: number, around: ReadonlySet<Shape>): Json {
  const names = Object.keys(shape.members);
  const required = new Set(shape.required);
  const optional = names.filter((name) => !required.has(name) && name !== 'NextToken' && name !== 'NextMarker' && name !== 'Marker');
  // A union has one member.
  const kept = new Set([...required, ...optional.slice(0, shape.union ? Math.max(0, Math.min(1, DEPTH - depth)) : (OPTIONAL_MEMBERS[depth] ?? 0))]);
  const members = names.filter((name) => kept.has(name)).flatMap((name): [string, Json][] => {
    const member = shape.members[name] as Shape;
    return around.has(member) && !required.has(name) ? [] : [[name, sample(member, name, depth + 1, around)]];
  });
  return Object.fromEntries(members);
}

function sampleText({ as, enum: values, min = 0, max = Infinity }: StringShape, name: string): string {
  if (values) return GOOD.map((good) => values.find((value) => value.toUpperCase() === good)).find((value) => value !== undefined) ?? values[0] ?? '';
  if (as === 'timestamp') return '2026-01-01T00:00:00Z';
  const text = as === 'blob' ? 'data' : wordFor(name);
  return text.padEnd(min, '0').slice(0, max);
}

/** By how a name ends; the first that fits. */
const ENDINGS: readonly (readonly [ending: string, text: string])[] = [
  ['AccountId', '123456789012'], ['Id', '00000000-0000-4000-8000-000000000000'], ['Token', '00000000-0000-4000-8000-000000000000'],
  ['Url', 'https://example.com/'], ['Uri', 'https://example.com/'], ['Endpoint', 'https://example.com/'], ['Region', 'us-east-1'],
];

function wordFor(name: string): string {
  if (name.endsWith('Arn')) return `arn:aws:service:us-east-1:123456789012:${name.slice(0, -3).toLowerCase() || 'resource'}/example`;
  const known = ENDINGS.find(([ending]) => name.endsWith(ending));
  if (known) return known[1];
  return name === '' ? 'text' : name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

const singular = (name: string): string => (name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.endsWith('s') ? name.slice(0, -1) : name);
