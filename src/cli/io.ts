import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The command's way to the outside; tests hand in their own. */
export interface Io {
  /** `-` is standard input. Paths are relative to where the command was typed. Rejects with a `CannotRead`. */
  read(file: string): Promise<Uint8Array>;
  write(file: string, text: string): Promise<void>;
  path(file: string): string;
  /** An environment variable. */
  env(name: string): string | undefined;
  out(text: string): void;
  err(text: string): void;
  now(): number;
}

/** A file that is not there or cannot be read: the person named it, so it is a bad argument. */
export class CannotRead extends Error {}

export function nodeIo(): Io {
  const path = (file: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  return {
    path,
    env: (name) => process.env[name],
    async read(file) {
      try {
        return file === '-' ? await readStandardInput() : await readFile(path(file));
      } catch (thrown) {
        throw new CannotRead(`${file} cannot be read: ${reasonOf(thrown)}.`, { cause: thrown });
      }
    },
    async write(file, text) {
      try {
        await writeFile(path(file), text);
      } catch (thrown) {
        throw new CannotRead(`${file} cannot be written: ${reasonOf(thrown)}.`, { cause: thrown });
      }
    },
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    now: () => performance.now(),
  };
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array)); // no encoding is set, so chunks are bytes
  return Buffer.concat(chunks);
}

const REASONS: { readonly [code: string]: string } = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'permission is denied', ENOTDIR: 'a part of its path is no folder' };

export function reasonOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return REASONS[code] ?? (thrown instanceof Error ? thrown.message : String(thrown));
}
