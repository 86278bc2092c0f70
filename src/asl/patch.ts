import { err, type Result } from '../lib/Result.ts';
import { unreachable } from '../lib/unreachable.ts';
import { jsonWriter } from './json/jsonWriter.ts';
import type { Operation, Refusal, TextEdit } from './operations.ts';
import type { Format, Tree } from './tree.ts';
import type { Writer } from './writer.ts';

const yamlNotYet: Writer = {
  write: () => err({ kind: 'yaml-not-supported', message: 'Editing YAML is not supported yet: convert the definition to JSON and open that.' }),
};

function writerFor(format: Format): Writer {
  switch (format) {
    case 'json':
      return jsonWriter;
    case 'yaml':
      return yamlNotYet;
    default:
      return unreachable(format);
  }
}

/** Operations as splices of `tree.text`, sorted and without overlap; see SPEC.md for what they promise. */
export function patch(tree: Tree, ops: readonly Operation[]): Result<readonly TextEdit[], Refusal> {
  return writerFor(tree.format).write(tree, ops);
}
