import { type FileSpelling, PLAIN_SPELLING } from '../asl/fileSpelling.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import type { NotOpened, OpenedDocument } from './openDocument.ts';

/** Beyond this a definition cannot be one: AWS takes 1 MiB, and a page should not freeze on a film. */
const LARGEST_BYTES = 20 * 1024 * 1024;

export interface Files {
  /** Null: the person closed the dialog. */
  chooseFile(): Promise<Result<OpenedDocument | null, NotOpened>>;
  readDropped(transfer: DroppedThings): Promise<Result<OpenedDocument, NotOpened>>;
  download(fileName: string, text: string, spelling?: FileSpelling): Promise<void>;
  /** Bytes as they are, under the type that the blob has. */
  downloadBlob(fileName: string, blob: Blob): void;
  /** An error says how to copy by hand. */
  copy(text: string): Promise<Result<null, NotOpened>>;
}

/** The part of a DataTransfer that is read. Take it in the drop event itself: the browser empties it afterwards. */
export interface DroppedThings {
  readonly items: Iterable<{ readonly kind: string; webkitGetAsEntry?(): { readonly isDirectory: boolean; readonly name: string } | null }>;
  readonly files: Iterable<FileLike>;
}
export interface FileLike {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface FilesDeps {
  readonly document: Document;
  readonly clipboard: Pick<Clipboard, 'writeText'> | null;
}

export function createFiles({ document, clipboard }: FilesDeps): Files {
  return {
    async chooseFile() {
      const file = await askForFile(document);
      return file === null ? ok(null) : readFile(file);
    },
    readDropped,
    async download(fileName, text, spelling = PLAIN_SPELLING) {
      const { encodeFile } = await import('../asl/fileText.ts');
      save(document, fileName, new Blob([encodeFile(text, spelling)], { type: /\.ya?ml$/i.test(fileName) ? 'application/yaml' : 'application/json' }));
    },
    downloadBlob: (fileName, blob) => save(document, fileName, blob),
    async copy(text) {
      try {
        if (clipboard) {
          await clipboard.writeText(text);
          return ok(null);
        }
      } catch {
        // No permission, or the page has no focus: the older way may still work.
      }
      return copyBySelection(document, text) ? ok(null) : err({ message: 'The browser does not let this page copy. Select the text and copy it with Ctrl-C (Cmd-C on a Mac).' });
    },
  };
}

/** Two files, a folder, text that was dragged: each gets a sentence. */
export async function readDropped({ items, files }: DroppedThings): Promise<Result<OpenedDocument, NotOpened>> {
  const folder = [...items].map((item) => item.webkitGetAsEntry?.()).find((entry) => entry?.isDirectory === true);
  if (folder) return err({ message: `${folder.name} is a folder. Drop the definition itself, a .asl.json or .asl.yaml file.` });
  const [file, ...others] = files;
  if (file === undefined) return err({ message: 'No file was dropped. Drag a .asl.json or .asl.yaml file here, or copy the definition and paste it on the canvas.' });
  if (others.length > 0) return err({ message: `${others.length + 1} files were dropped, and one workflow is open at a time. Drop one of them.` });
  return readFile(file);
}

async function readFile(file: FileLike): Promise<Result<OpenedDocument, NotOpened>> {
  if (file.size > LARGEST_BYTES) return err({ message: `${file.name} has ${Math.round(file.size / 1024 / 1024)} MB, and a definition has 1 MB at most. Choose another file.` });
  try {
    // What recognises templates and their like comes with the first file.
    const { openFile } = await import('./openDocument.ts');
    return openFile(new Uint8Array(await file.arrayBuffer()), file.name);
  } catch {
    // A folder looks like a file in some browsers until it is read; a file may have been moved meanwhile.
    return err({ message: `${file.name} could not be read. Check that it is a file, still there and not opened by another program, then try again.` });
  }
}

function askForFile(document: Document): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,.asl,.yaml,.yml,application/json,text/plain';
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}

function save(document: Document, fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The click has begun the download, which holds the blob itself from then on.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function copyBySelection(document: Document, text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
