import { replaceState } from '../../asl/commands/replaceState.ts';
import type { StateEntry } from '../../asl/states.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { sourceOf } from './sourceOf.ts';
import { useApply } from './useApply.ts';

/** The whole state as its text: there is no state that cannot be edited. */
export function JsonTab({ entry }: { readonly entry: StateEntry }) {
  const text = useEditor((s) => sourceOf(s.goodTree.text, entry.node));
  const { error, offset, apply } = useApply();
  return (
    <CodeField label={`JSON of ${entry.name}`} hideLabel lines="fill" value={text} error={error} errorOffset={offset} onCommit={(next) => apply(replaceState(entry.id, next))} data-testid="inspector.json" />
  );
}
