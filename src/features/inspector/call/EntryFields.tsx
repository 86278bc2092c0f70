import { useEffect, useState } from 'react';
import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import type { QueryLanguage } from '../../../asl/names.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { ValueNode } from '../../../asl/tree.ts';
import type { CallNotes } from '../../../catalog/callNotes.ts';
import type { Shape } from '../../../catalog/Shape.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFocusKept } from '../../../ui/useFocusKept.ts';
import { useApply } from '../useApply.ts';
import { nodeIn } from '../values.ts';
import { focusMember } from './focusMember.ts';
import type { Member } from './MemberProps.ts';
import { memberName } from './memberRows.ts';
import { oneOf, startValue } from './shapeWords.ts';
import css from './call.module.css';

interface Props {
  readonly Member: Member;
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly shape: Extract<Shape, { readonly is: 'list' | 'map' }>;
  readonly notes: CallNotes | null;
  readonly depth: number;
  readonly label: string;
}

function keysOf(node: ValueNode | null, language: QueryLanguage): readonly (string | number)[] {
  if (node?.kind === 'array') return node.items.map((_, at) => at);
  return node?.kind === 'object' ? [...new Set(node.members.map(({ key }) => memberName(key.value, language)))] : [];
}

const isGroup = (shape: Shape): boolean => shape.is === 'structure' || shape.is === 'list' || shape.is === 'map';

/** The entries of a list or a map, each removable, and a way to add one. */
export function EntryFields({ Member, entry, path, shape, notes, depth, label }: Props) {
  const kept = useFocusKept<HTMLDivElement>();
  // An object: a name that is added once more is new once more.
  const [added, setAdded] = useState<{ readonly name: string } | null>(null);
  const { error, apply, refuse, clear } = useApply();
  const node = nodeIn(entry, path);
  const keys = keysOf(node, entry.language);
  useEffect(() => { if (added !== null) focusMember(kept.ref.current, added.name); }, [added, kept.ref]);
  const add = (at: string | number): void => {
    if (keys.includes(at)) return refuse(`${String(at)} stands here already.`);
    if (apply(setField(entry.id, node ? [...path, at] : path, node ? startValue(shape.of) : typeof at === 'number' ? [startValue(shape.of)] : { [at]: startValue(shape.of) }))) setAdded({ name: String(at) });
  };
  const one = oneOf(label);
  return (
    <div {...kept} role="presentation" className={css.fields}>
      {keys.map((at) => {
        const name = typeof at === 'number' ? `${one} ${at + 1}` : at;
        const remove = (): void => {
          apply(setField(entry.id, [...path, nodeIn(entry, [...path, at]) ? at : `${at}.$`], undefined));
        };
        return (
          <div key={at} className={css.entry} data-member={String(at)}>
            <Member entry={entry} path={[...path, at]} label={name} shape={shape.of} required={false} note={undefined} notes={notes} depth={depth} fresh={added?.name === String(at)} />
            {!isGroup(shape.of) && <IconButton icon="trash" size="small" data-button="remove" label={`Remove ${name}`} onClick={remove} />}
          </div>
        );
      })}
      {error !== null && shape.is === 'list' && <p role="alert" className={css.error}>{error}</p>}
      {shape.is === 'list'
        ? <div><Button variant="ghost" size="small" icon="plus" onClick={() => add(keys.length)}>{`Add to ${label}`}</Button></div>
        : <NewKey label={label} error={error} onTyping={clear} onAdd={add} />}
    </div>
  );
}

/** Enter or the button adds an entry of that name to a map. */
function NewKey({ label, error, onTyping, onAdd }: { readonly label: string; readonly error: string | null; readonly onTyping: () => void; readonly onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  const add = (): void => {
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <TextField
      label={`New name in ${label}`} hideLabel size="small" mono icon="plus" placeholder="Add a name" value={name} error={error}
      onChange={(text) => { onTyping(); setName(text); }}
      onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); add(); } }}
      end={name.trim() === '' ? undefined : <IconButton icon="check" size="small" label={`Add ${name.trim()}`} onClick={add} />}
    />
  );
}
