import type { Json } from '../../lib/Json.ts';

/** A value as it is copied: a text itself, all else as indented JSON. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
