import { isJsonArray, isJsonObject, type Json } from '../../lib/Json.ts';

/** A JSON value as JSONata: in single quotes where a text allows it, because the expression stands in a string of JSON. */
export function jsonataLiteral(value: Json): string {
  if (typeof value === 'string') return textLiteral(value);
  if (isJsonArray(value)) return `[${value.map(jsonataLiteral).join(', ')}]`;
  if (isJsonObject(value)) return objectLiteral(Object.entries(value).map(([name, item]) => [name, jsonataLiteral(item)]));
  return JSON.stringify(value);
}

/** An object of names and the expressions of their values. */
export const objectLiteral = (members: readonly (readonly [name: string, expression: string])[]): string =>
  members.length === 0 ? '{}' : `{ ${members.map(([name, expression]) => `${textLiteral(name)}: ${expression}`).join(', ')} }`;

/** JSONata knows no escaped single quote. */
export function textLiteral(text: string): string {
  const quoted = JSON.stringify(text);
  return text.includes("'") ? quoted : `'${quoted.slice(1, -1).replaceAll('\\"', '"')}'`;
}
