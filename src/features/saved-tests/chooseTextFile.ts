import { decodeFile } from '../../asl/fileText.ts';
import { err, ok, type Result } from '../../lib/Result.ts';

/** The text of a file that the person chooses; null: none. */
export function chooseTextFile(): Promise<Result<string, string> | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => resolve(read(input.files?.[0])), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

async function read(file: File | undefined): Promise<Result<string, string> | null> {
  if (!file) return null;
  if (file.size > 20_000_000) return err(`${file.name} is too big for a tests file. Choose another one.`);
  const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()));
  return decoded.ok ? ok(decoded.value.text) : err(`${file.name} cannot be read. ${decoded.error.message}`);
}
