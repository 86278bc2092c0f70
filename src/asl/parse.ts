import { parseJson } from './json/parseJson.ts';
import type { Format, Tree } from './tree.ts';
import { unreachable } from '../lib/unreachable.ts';

export function parse(text: string, format: Format): Tree {
  switch (format) {
    case 'json':
      return parseJson(text);
    case 'yaml':
      return yamlNotYet(text);
    default:
      return unreachable(format);
  }
}

function yamlNotYet(text: string): Tree {
  const message = 'YAML is not supported yet: convert the definition to JSON and open that.';
  return { format: 'yaml', text, root: null, problems: [{ code: 'yaml-not-supported', message, offset: 0, length: 0, fatal: true }] };
}
