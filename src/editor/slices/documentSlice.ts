import { parse } from '../../asl/parse.ts';
import { reparse, reparseInPart } from '../../asl/reparse.ts';
import { nodeAt } from '../../asl/pointer.ts';
import { runCommand } from '../../asl/runCommand.ts';
import { indexStates } from '../../asl/states.ts';
import { applyEdits, invertEdits } from '../../asl/textEdits.ts';
import { PLAIN_SPELLING } from '../../asl/fileSpelling.ts';
import type { StateId } from '../../asl/names.ts';
import type { Command, Edit, Refusal, Remark, TextEdit } from '../../asl/operations.ts';
import type { Tree } from '../../asl/tree.ts';
import { loadYaml, yamlFormat } from '../../asl/yaml/loadYaml.ts';
import { emptyHistory, record, type Entry } from '../history.ts';
import type { DocumentSlice, EditorState, Origin, TextChange } from '../EditorState.ts';
import { blankDocument } from '../blankDocument.ts';
import type { OpenedDocument } from '../OpenedDocument.ts';
import { pastRunsOf } from '../pastRuns.ts';
import { changeSidecar, undoSidecar } from '../sidecarChanges.ts';
import { emptySidecar } from '../sidecar.ts';
import type { SliceContext, SliceOf } from '../slice.ts';
import { noSavedResults } from './savedTestsSlice.ts';

/**
 * Texts above this are parsed in the task after the key stroke where only a part must be read, and a moment after the last one where all
 * of them must be; a command that comes first parses at once.
 */
const PARSE_AT_ONCE_BELOW = 400_000;
const PARSE_DELAY_MS = 150;

type Names = 'apply' | 'rewrite' | 'typeText' | 'undo' | 'redo' | 'open' | 'openBlank' | 'renameDocument';

export function documentSlice(context: SliceContext, opened: OpenedDocument): SliceOf<DocumentSlice, Names> {
  const { set, get } = context;
  let offered = 0;
  let pendingParse: ReturnType<typeof setTimeout> | undefined;

  const parseNow = (): void => {
    clearTimeout(pendingParse);
    pendingParse = undefined;
    set((s) => (s.treeVersion === s.version ? {} : parsed(s, s.text, s.version)));
  };
  /** In a task of its own, so that the key stroke itself is shown first; where all of the text must be read, after a pause in typing. */
  const parseSoon = (): void => {
    clearTimeout(pendingParse);
    pendingParse = setTimeout(() => {
      const part = parsedInPart(get(), get().text, get().version);
      if (part) set(part);
      else pendingParse = setTimeout(parseNow, PARSE_DELAY_MS);
    }, 0);
  };
  /** Two writers would lose the work of one of them. */
  const following = (): Refusal | null =>
    get().saving.kind === 'follower' ? { kind: 'follower', message: 'Another tab edits this draft. Choose Take over in the header to edit it here.' } : null;
  const refuse = (refusal: Refusal): Refusal => {
    get().actions.announce(refusal.message);
    return refusal;
  };

  return {
    state: openedState(opened, 1),
    actions: {
      apply(command, options = {}) {
        const elsewhere = following();
        if (elsewhere) return refuse(elsewhere);
        parseNow();
        const before = get();
        const run = runCommand(before.tree, command);
        if (!run.ok) {
          offered += 1;
          offer(get, run.error, command, { ...options, gesture: `offer ${offered}` });
          return refuse(run.error);
        }
        const { edits, edit } = run.value;
        set(applied(before, edits, edit, options.origin ?? 'other', options.gesture));
        get().actions.announce([edit.label, ...(edit.remarks ?? []).map(({ message }) => message)].join('. '));
        if (edit.remarks?.length) remark(get, edit.label, edit.remarks);
        return null;
      },
      rewrite(text, format, label) {
        const elsewhere = following();
        if (elsewhere) return refuse(elsewhere);
        const before = get();
        const edits = [{ offset: 0, length: before.text.length, text }];
        const entry: Entry = { label, forward: edits, inverse: invertEdits(before.text, edits), format: { before: before.tree.format, after: format }, selectedBefore: before.selected, selectedAfter: before.selected };
        set({ ...moved(before, edits, before.selected, format), history: record(before.history, entry) });
        get().actions.announce(label);
        return null;
      },
      typeText(edits, gesture) {
        const before = get();
        const text = applyEdits(before.text, edits);
        if (text === before.text) return;
        const version = before.version + 1;
        const entry = { label: 'Typing', gesture, forward: edits, inverse: invertEdits(before.text, edits), selectedBefore: before.selected, selectedAfter: before.selected };
        const change: TextChange = { kind: 'edits', version, edits, origin: 'code' };
        const late = text.length >= PARSE_AT_ONCE_BELOW;
        set({ text, version, lastChange: change, history: record(before.history, entry), ...(late ? {} : parsed(before, text, version)) });
        if (late) parseSoon();
      },
      undo() {
        const before = get();
        const entry = before.history.past.at(-1);
        if (!entry || following()) return;
        const history = { past: before.history.past.slice(0, -1), future: [entry, ...before.history.future] };
        const sidecar = entry.sidecar ? undoSidecar(before.sidecar, entry.sidecar.changes, entry.sidecar.before) : before.sidecar;
        set({ ...moved(before, entry.inverse, entry.selectedBefore, entry.format?.before), sidecar, history });
        get().actions.announce(`Undid: ${entry.label}`);
      },
      redo() {
        const before = get();
        const [entry, ...future] = before.history.future;
        if (!entry || following()) return;
        const sidecar = changeSidecar(before.sidecar, entry.sidecar?.changes ?? []);
        set({ ...moved(before, entry.forward, entry.selectedAfter, entry.format?.after), sidecar, history: { past: [...before.history.past, entry], future } });
        get().actions.announce(`Redid: ${entry.label}`);
      },
      open(document) {
        if (document.format === 'yaml' && !yamlFormat()) {
          const failed = (): string => get().actions.notify({ tone: 'error', title: `${document.name} was not opened`, text: 'What reads YAML could not be loaded, because the studio does not answer. Start it again with npm start, then open the file again.' });
          void loadYaml().then(() => get().actions.open(document), failed);
          return;
        }
        clearTimeout(pendingParse);
        const draftId = document.draftId ?? context.services.id();
        set((s) => ({ ...openedState({ ...document, draftId }, s.version + 1), selected: [], selectedEdge: null, inside: null, found: null, findOpen: false, runs: {}, pastRuns: {}, ...noSavedResults, sampleOf: {}, viewportRequest: { kind: 'fit' } }));
        get().actions.announce(`Opened ${document.name}`);
      },
      openBlank: () => get().actions.open(blankDocument(context.services.id())),
      renameDocument: (name) => set({ name: name.trim() || 'Untitled' }),
    },
  };
}

/** What the picture does not show is said in a note as well, with the way to where it is to be seen. */
function remark(get: () => EditorState, title: string, remarks: readonly Remark[]): void {
  const at = remarks.find((one) => one.at)?.at;
  const run = (): void => {
    const { actions, view, goodTree } = get();
    const node = at && nodeAt(goodTree, at.pointer);
    if (view === 'canvas') actions.setView('split');
    if (node) actions.requestCode({ offset: node.offset });
  };
  get().actions.notify({ tone: 'info', title, text: remarks.map(({ message }) => message).join(' '), ...(at && { action: { label: 'Show in code', run } }) });
}

function openedState(opened: OpenedDocument, version: number): DocumentSlice {
  const tree = parse(opened.text, opened.format ?? 'json');
  return {
    draftId: opened.draftId,
    name: opened.name,
    text: opened.text,
    version,
    spelling: opened.spelling ?? PLAIN_SPELLING,
    lastChange: { kind: 'opened', version },
    tree,
    treeVersion: version,
    goodTree: tree,
    goodTreeVersion: version,
    problems: [],
    history: emptyHistory,
    sidecar: opened.sidecar ?? emptySidecar,
  };
}

const isReadable = (tree: Tree): boolean => tree.root !== null && !tree.problems.some((problem) => problem.fatal);

const lastReadable = (s: EditorState): Tree => (isReadable(s.tree) ? s.tree : s.goodTree);

/** The tree of a text; a broken one leaves the last good tree where it is. What an edit left alone is not read again, and keeps its nodes. */
const parsed = (s: EditorState, text: string, version: number, format = s.tree.format): Partial<EditorState> => withTree(s, reparse(lastReadable(s), text, format), version);

/** Null: all of the text would have to be read. */
function parsedInPart(s: EditorState, text: string, version: number): Partial<EditorState> | null {
  const tree = reparseInPart(lastReadable(s), text, s.tree.format);
  return tree && withTree(s, tree, version);
}

function withTree(s: EditorState, tree: Tree, version: number): Partial<EditorState> {
  const now = { tree, treeVersion: version };
  return isReadable(tree) ? { ...now, goodTree: tree, goodTreeVersion: version, ...stillThere(s, tree) } : now;
}

/** States that the edit took away are no longer selected, and their history goes. */
function stillThere(s: EditorState, tree: Tree): Partial<EditorState> {
  const { byId } = indexStates(tree);
  const selected = s.selected.filter((id) => byId.has(id));
  const pastRuns = pastRunsOf(s.pastRuns, (id) => byId.has(id));
  return { ...(selected.length === s.selected.length ? {} : { selected }), ...(pastRuns === s.pastRuns ? {} : { pastRuns }) };
}

function applied(s: EditorState, edits: readonly TextEdit[], edit: Edit, origin: Origin, gesture: string | undefined): Partial<EditorState> {
  const text = applyEdits(s.text, edits);
  const sidecar = changeSidecar(s.sidecar, edit.sidecar ?? []);
  const version = s.version + 1;
  const next = { ...s, ...(edit.select ? { selected: edit.select } : {}) };
  const derived = parsed(next, text, version);
  const selected: readonly StateId[] = derived.selected ?? next.selected;
  const entry: Entry = {
    label: edit.label,
    ...(gesture === undefined ? {} : { gesture }),
    forward: edits,
    inverse: invertEdits(s.text, edits),
    ...(edit.sidecar?.length ? { sidecar: { changes: edit.sidecar, before: s.sidecar } } : {}),
    selectedBefore: s.selected,
    selectedAfter: selected,
  };
  return {
    ...derived, text, version, sidecar, selected, selectedEdge: null, selectionOrigin: edit.select ? origin : s.selectionOrigin,
    lastChange: { kind: 'edits', version, edits, origin },
    history: text === s.text && sidecar === s.sidecar ? s.history : record(s.history, entry),
  };
}

/** What would make a refused edit possible, one click away: it is done first, then the edit again. */
function offer(get: () => EditorState, { offer: way, message }: Refusal, command: Command, options: { readonly gesture: string; readonly origin?: Origin }): void {
  if (!way) return;
  const run = (): void => {
    const { apply } = get().actions;
    if (apply(way.command, { gesture: options.gesture }) === null) apply(command, options);
  };
  get().actions.notify({ tone: 'warning', title: 'Nothing was changed', text: message, action: { label: way.label, run } });
}

/** Undo and redo: E3, text, selection and sidecar move together. */
function moved(s: EditorState, edits: readonly TextEdit[], to: readonly StateId[], format = s.tree.format): Partial<EditorState> {
  const text = applyEdits(s.text, edits);
  const version = s.version + 1;
  const next = { ...s, selected: to };
  const derived = parsed(next, text, version, format);
  return {
    ...derived, text, version, selected: derived.selected ?? to, selectionOrigin: 'other', selectedEdge: null,
    lastChange: { kind: 'edits', version, edits, origin: 'other' },
  };
}
