import { useCallback, useEffect, useRef, useState } from 'react';
import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { CallNotes } from '../../../catalog/callNotes.ts';
import type { StructureShape } from '../../../catalog/Shape.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useFocusKept } from '../../../ui/useFocusKept.ts';
import { JsonValue } from '../JsonValue.tsx';
import { useApply } from '../useApply.ts';
import { nodeIn } from '../values.ts';
import { focusMember } from './focusMember.ts';
import type { Member } from './MemberProps.ts';
import { memberName, memberRows } from './memberRows.ts';
import { SearchList, type Found } from './SearchList.tsx';
import { shapeWord } from './shapeWords.ts';
import css from './call.module.css';

interface Props {
  readonly Member: Member;
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly shape: StructureShape;
  readonly notes: CallNotes | null;
  readonly depth: number;
  /** Whose parameters they are. */
  readonly what: string;
}

/** The members of a request: required ones, those that are written, and a search for the others. */
export function StructureFields({ Member, entry, path, shape, notes, depth, what }: Props) {
  const kept = useFocusKept<HTMLDivElement>();
  const [asked, setAsked] = useState<readonly string[]>([]);
  const node = nodeIn(entry, path);
  const { shown, unknown, rest } = memberRows(shape, node, entry.language, asked);
  const last = asked.at(-1);
  useEffect(() => { if (last !== undefined) focusMember(kept.ref.current, last); }, [last, kept.ref]);
  return (
    <div {...kept} role="presentation" className={css.fields}>
      {shape.union && shown.length === 0 && <p className={css.hint}>One of these may be set.</p>}
      {shown.map((name) => (
        <div key={name} data-member={name}>
          <Member
            entry={entry} path={[...path, name]} label={name} shape={shape.members[name] ?? { is: 'any' }} required={shape.required?.includes(name) ?? false}
            note={notes?.member(shape, name)} notes={notes} depth={depth} fresh={asked.includes(name)}
          />
        </div>
      ))}
      {unknown.map((key) => <UnknownMember key={key} entry={entry} path={[...path, key]} what={what} />)}
      {rest.length > 0 && <AddMember shape={shape} rest={rest} notes={notes} what={what} onAdd={(name) => setAsked([...asked.filter((one) => one !== name), name])} />}
    </div>
  );
}

function UnknownMember({ entry, path, what }: { readonly entry: StateEntry; readonly path: FieldPath; readonly what: string }) {
  const { apply } = useApply();
  const key = String(path.at(-1));
  const remove = <IconButton icon="trash" size="small" data-button="remove" label={`Remove ${key}`} onClick={() => apply(setField(entry.id, path, undefined))} />;
  return <JsonValue entry={entry} path={path} label={key} hint={`Not known as a parameter of ${what}. It stays as it is; Step Functions may refuse it.`} labelEnd={remove} testId={`call.unknown.${memberName(key, entry.language)}`} />;
}

interface AddProps {
  readonly shape: StructureShape;
  readonly rest: readonly string[];
  readonly notes: CallNotes | null;
  readonly what: string;
  readonly onAdd: (name: string) => void;
}

const MOST = 60;

function AddMember({ shape, rest, notes, what, onAdd }: AddProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const find = useCallback((text: string): readonly Found[] => {
    const wanted = text.trim().toLowerCase();
    const hits = rest.filter((name) => name.toLowerCase().includes(wanted));
    const ranked = [...hits.filter((name) => name.toLowerCase().startsWith(wanted)), ...hits.filter((name) => !name.toLowerCase().startsWith(wanted))];
    return ranked.slice(0, MOST).map((name) => ({ id: name, label: name, aside: shapeWord(shape.members[name] ?? { is: 'any' }), note: notes?.member(shape, name) }));
  }, [shape, rest, notes]);
  const close = (): void => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!open) {
    return <div><Button ref={button} variant="ghost" size="small" icon="plus" onClick={() => setOpen(true)} data-testid={`call.add.${what}`}>{`Add a parameter (${rest.length} more)`}</Button></div>;
  }
  return (
    <SearchList
      label={`Parameters of ${what}`} placeholder={`Search ${rest.length} parameters`} find={find} nothing={(text) => `${what} has no other parameter with “${text}” in its name.`}
      onPick={(name) => { setOpen(false); onAdd(name); }} onClose={close} testId="call.search"
    />
  );
}
