import { replaceState } from '../../asl/commands/replaceState.ts';
import type { StateEntry } from '../../asl/states.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { KeptCodeField } from './KeptCodeField.tsx';
import { treeFor } from './shownEntry.ts';
import { sourceOf } from '../../asl/sourceOf.ts';
import { useApply } from './useApply.ts';

/** The whole state as its text: there is no state that cannot be edited. */
export function JsonTab({ entry }: { readonly entry: StateEntry }) {
  const text = useEditor((s) => sourceOf(treeFor(s, entry.id), entry.node));
  const { error, offset, apply, clear } = useApply();
  return (
    <KeptCodeField
      draftKey={`${entry.id}#json`}
      label={`JSON of ${entry.name}`}
      hideLabel
      lines="fill"
      value={text}
      error={error}
      errorOffset={error === null ? undefined : offset}
      commit={(typed) => apply(replaceState(entry.id, typed))}
      onTyping={clear}
      data-testid="inspector.json"
    />
  );
}
