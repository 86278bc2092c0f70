import { decodeFile } from '../asl/fileText.ts';
import type { Refusal } from '../asl/operations.ts';
import { parse } from '../asl/parse.ts';
import { recognise } from '../asl/recognise.ts';
import type { Tree } from '../asl/tree.ts';
import { loadYaml } from '../asl/yaml/loadYaml.ts';
import { ok, type Result } from '../lib/Result.ts';
import type { Io } from './io.ts';

export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

/** The tree of a definition; an error where the file is no text. */
export async function readDefinition(io: Io, file: string): Promise<Result<Tree, Refusal>> {
  const decoded = decodeFile(await io.read(file));
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const found = recognise(text, /\.ya?ml$/i.test(file) ? 'yaml' : undefined);
  const format = /\.ya?ml$/i.test(file) || (found.kind === 'machine' && found.format === 'yaml') ? 'yaml' : 'json';
  if (format === 'yaml') await loadYaml();
  return ok(parse(text, format));
}
