import { type FocusEvent, useRef, useState } from 'react';
import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import { findState, type StateEntry } from '../../../asl/states.ts';
import type { EditorState } from '../../../editor/EditorState.ts';
import { useEditor, useEditorStore } from '../../../editor/useEditor.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { KeyValueEditor, type KeyValueRow } from '../../../ui/KeyValueEditor.tsx';
import { JsonValue } from '../JsonValue.tsx';
import { newGesture } from '../newGesture.ts';
import { Section } from '../Section.tsx';
import { treeFor } from '../shownEntry.ts';
import { sourceOf } from '../../../asl/sourceOf.ts';
import { isJsonata } from '../typedValue.ts';
import { useApply } from '../useApply.ts';
import { nodeIn, textIn, valueIn } from '../values.ts';
import { argumentPath } from './httpFields.ts';
import { objectFrom, rowProblem, rowsFrom, writable, type NameProblem } from './pairs.ts';
import css from './PairsSection.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly field: 'Headers' | 'QueryParameters';
  readonly title: string;
  readonly itemLabel: string;
  readonly problemOf?: NameProblem;
  readonly suggestions?: readonly string[];
}

const fine: NameProblem = () => null;

function sourceIn(s: EditorState, entry: StateEntry, path: FieldPath): string {
  const node = nodeIn(entry, path);
  return node ? sourceOf(treeFor(s, entry.id), node) : '';
}

/** Headers or query parameters as rows. An expression for all of them, or values with parts of their own, are edited as JSON. */
export function PairsSection({ entry, field, title, itemLabel, problemOf = fine, suggestions }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const path = argumentPath(entry, field);
  const rows = rowsFrom(valueIn(entry, path));
  const whole = rows === null || textIn(entry, [...path.slice(0, -1), `${field}.$`]) !== undefined;
  const focusLast = (): void => [...(area.current?.querySelectorAll<HTMLInputElement>('[data-field="name"]') ?? [])].at(-1)?.focus();
  const add = whole ? null : <IconButton icon="plus" size="small" label={`Add a ${itemLabel.toLowerCase()}`} onClick={focusLast} />;
  return (
    <Section title={title} count={whole || rows.length === 0 ? undefined : rows.length} end={add} data-testid={`inspector.${field}`}>
      {whole ? (
        <JsonValue entry={entry} path={path} template label={title} hideLabel hint="Edited as JSON: it is an expression, or has values that are no text." lines={[1, 12]} />
      ) : (
        <div ref={area}>
          <Pairs entry={entry} field={field} title={title} itemLabel={itemLabel} rows={rows} problemOf={problemOf} suggestions={suggestions} />
        </div>
      )}
    </Section>
  );
}

interface PairsProps extends Omit<Props, 'problemOf' | 'suggestions'> {
  readonly rows: readonly KeyValueRow[];
  readonly problemOf: NameProblem;
  readonly suggestions: readonly string[] | undefined;
}

/** Rows as they are typed; they are written when a field is left, when Enter is pressed, and when a row is removed. */
function Pairs({ entry, field, title, itemLabel, rows, problemOf, suggestions }: PairsProps) {
  const path = argumentPath(entry, field);
  const store = useEditorStore();
  const written = useEditor((s) => sourceIn(s, entry, path));
  const [draft, setDraft] = useState({ from: written, rows });
  const gesture = useRef(newGesture());
  const { error, apply } = useApply();
  const shown = draft.from === written ? draft.rows : rows;

  const commit = (typed: readonly KeyValueRow[]): void => {
    const before = valueIn(entry, path);
    const kept = writable(typed, before, problemOf);
    const waiting = typed.filter((row) => !kept.includes(row));
    const now = objectFrom(kept, before);
    if (JSON.stringify(now) === JSON.stringify(before ?? {})) return;
    if (!apply(setField(entry.id, path, kept.length === 0 ? undefined : now), gesture.current)) return;
    // Rows that cannot be written yet outlive the change of the document.
    const after = store.getState();
    const changed = findState(treeFor(after, entry.id), entry.id);
    if (waiting.length > 0 && changed) setDraft({ from: sourceIn(after, changed, path), rows: typed });
  };
  const change = (typed: readonly KeyValueRow[]): void => {
    setDraft({ from: written, rows: typed });
    if (typed.length < shown.length) commit(typed);
  };
  const enter = (event: FocusEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) gesture.current = newGesture();
  };
  const expression = entry.language === 'JSONata' ? 'Value or {% expression %}' : 'Value';
  return (
    <div role="presentation" className={css.pairs} onFocus={enter} onBlur={() => commit(shown)} onKeyDown={(event) => { if (event.key === 'Enter') commit(shown); }}>
      <KeyValueEditor
        label={title}
        itemLabel={itemLabel}
        rows={shown}
        onChange={change}
        namePlaceholder="Name"
        valuePlaceholder={expression}
        problem={(_, at) => rowProblem(shown, at, problemOf)}
        nameSuggestions={suggestions}
        valueTone={({ name, value }) => (isJsonata(value) || name.endsWith('.$') ? 'expression' : 'text')}
        data-testid={`inspector.${field}.rows`}
      />
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
    </div>
  );
}
