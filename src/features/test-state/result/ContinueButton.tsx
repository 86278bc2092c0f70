import type { TestRun } from '../../../editor/EditorState.ts';
import { useEditor, useEditorStore } from '../../../editor/useEditor.ts';
import { continueInto, onwardFrom, sendsNothing } from '../../../editor/walk.ts';
import { Button } from '../../../ui/Button.tsx';

/** On to the state that this test led to, with its output and variables. Sends nothing. */
export function ContinueButton({ run }: { readonly run: TestRun }) {
  const store = useEditorStore();
  const next = useEditor((s) => onwardFrom(s, run)?.entry ?? null);
  const runs = useEditor((s) => next !== null && sendsNothing(s, next));
  if (next === null) return null;
  const tip = runs ? `Tests ${next.name} with this output and these variables; nothing is sent` : `Selects ${next.name} with this output as its input; nothing is sent before you start the test`;
  return <Button size="small" variant="ghost" iconEnd="arrow-right" onClick={() => continueInto(store.getState(), run)} tooltip={tip} data-testid="test.continue">Continue</Button>;
}
