import { unreachable } from '../lib/unreachable.ts';
import { parseJson } from './json/parseJson.ts';
import type { Format, Tree } from './tree.ts';
import { yamlFormat } from './yaml/loadYaml.ts';

/** YAML is read once `loadYaml` has been awaited, which whoever opens a YAML document does. */
export function parse(text: string, format: Format): Tree {
  switch (format) {
    case 'json':
      return parseJson(text);
    case 'yaml':
      return yamlFormat()?.parseYaml(text) ?? notLoaded(text);
    default:
      return unreachable(format);
  }
}

function notLoaded(text: string): Tree {
  const message = 'What reads YAML has not been loaded. Check that the studio still runs, then open the definition again.';
  return { format: 'yaml', text, root: null, problems: [{ code: 'yaml-not-loaded', message, offset: 0, length: 0, fatal: true }] };
}
