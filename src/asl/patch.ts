import { err, type Result } from '../lib/Result.ts';
import { unreachable } from '../lib/unreachable.ts';
import { jsonWriter } from './json/jsonWriter.ts';
import type { Operation, Refusal, TextEdit } from './operations.ts';
import type { Format, Tree } from './tree.ts';
import type { Writer } from './writer.ts';
import { yamlFormat } from './yaml/loadYaml.ts';

const notLoaded: Writer = {
  write: () => err({ kind: 'yaml-not-loaded', message: 'What writes YAML has not been loaded. Check that the studio still runs, then open the definition again.' }),
};

function writerFor(format: Format): Writer {
  switch (format) {
    case 'json':
      return jsonWriter;
    case 'yaml':
      return yamlFormat()?.yamlWriter ?? notLoaded;
    default:
      return unreachable(format);
  }
}

/** Operations as splices of `tree.text`, sorted and without overlap; see SPEC.md for what they promise. */
export function patch(tree: Tree, ops: readonly Operation[]): Result<readonly TextEdit[], Refusal> {
  return writerFor(tree.format).write(tree, ops);
}
