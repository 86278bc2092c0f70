import { FIELD_SPECS } from './fieldSpecs.ts';

/** `TimeoutSecondsPath` is the toggled form of `TimeoutSeconds`: one control edits both. */
export function ownerOf(field: string): string {
  const plain = field.endsWith('Path') ? field.slice(0, -'Path'.length) : field;
  return FIELD_SPECS[plain]?.twin ? plain : field;
}

/** The controls for some fields, each once. */
export const controlsOf = (fields: readonly string[]): readonly string[] => [...new Set(fields.map(ownerOf))];
