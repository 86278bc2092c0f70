import { type FileSpelling, PLAIN_SPELLING } from '../asl/fileSpelling.ts';
import { decodeFile } from '../asl/fileText.ts';
import { recognise } from '../asl/recognise.ts';
import type { Format } from '../asl/tree.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { unreachable } from '../lib/unreachable.ts';

/** Something to put into the editor, and what should be said about it. */
export interface OpenedDocument {
  readonly text: string;
  /** Without folder and ending. */
  readonly name: string;
  readonly spelling: FileSpelling;
  readonly format: Format;
  readonly notes: readonly string[];
}

/** A sentence with the place and the next step. */
export interface NotOpened {
  readonly message: string;
}

/** The bytes of a file, opened by dialog or dropped. */
export function openFile(bytes: Uint8Array, fileName: string): Result<OpenedDocument, NotOpened> {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return err({ message: `${fileName} cannot be opened. ${decoded.error.message}` });
  const { text, spelling, notes } = decoded.value;
  const opened = openText(text, documentName(fileName), /\.ya?ml$/i.test(fileName) ? 'yaml' : undefined);
  return opened.ok ? ok({ ...opened.value, spelling: opened.value.spelling === PLAIN_SPELLING ? spelling : opened.value.spelling, notes: [...notes, ...opened.value.notes] }) : opened;
}

/** Text that was pasted or read. A template with one readable machine in it opens that machine. */
export function openText(text: string, name: string, named?: Format): Result<OpenedDocument, NotOpened> {
  const found = recognise(text, named);
  switch (found.kind) {
    case 'machine':
      return ok({ text, name, format: found.format, spelling: PLAIN_SPELLING, notes: [] });
    case 'broken-machine':
      return ok({ text, name, format: 'json', spelling: PLAIN_SPELLING, notes: [found.message] });
    case 'empty':
      return err({ message: 'There is nothing in it. Open a state machine definition, which has "StartAt" and "States", or start with a blank workflow.' });
    case 'template':
      return fromTemplate(found);
    case 'not-json':
    case 'other':
      return err({ message: found.message });
    default:
      return unreachable(found);
  }
}

type Template = Extract<ReturnType<typeof recognise>, { kind: 'template' }>;

function fromTemplate({ flavour, machines, message }: Template): Result<OpenedDocument, NotOpened> {
  const [machine] = machines;
  if (machines.length !== 1 || machine?.text === undefined) return err({ message });
  // A copy: saving must never write a bare definition over the template it came from.
  const note = `This is a copy of the machine ${machine.name} in a ${flavour} template (line ${machine.line}: ${machine.where}). The template itself is not changed.`;
  return ok({ text: machine.text, name: machine.name, format: machine.format ?? 'json', spelling: { ...PLAIN_SPELLING }, notes: [note] });
}

/** `flows/order.asl.json` is called `order`. */
export const documentName = (fileName: string): string => (fileName.split(/[/\\]/).at(-1) ?? fileName).replace(/(\.asl)?\.(json|ya?ml)$/i, '').replace(/\.asl$/i, '') || 'Workflow';
