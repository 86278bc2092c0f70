import { duplicate, remove } from '../../editor/actions/editActions.ts';
import { perform } from '../../editor/registry.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { PaneHead } from './PaneHead.tsx';
import { Section } from './Section.tsx';
import css from './InspectorPane.module.css';

/** Several states at once: what can be done with all of them. */
export function SeveralInspector({ count }: { readonly count: number }) {
  const names = useEditor((s) => s.selected.join(', '));
  const store = useEditorStore();
  return (
    <>
      <PaneHead icon="container" title={`${count} states selected`} sub="Select one of them to edit it" />
      <Section title="Selected states" hideTitle>
        <p className={css.text}>{names}</p>
        <div className={css.buttons}>
          <Button icon="copy" onClick={() => perform(duplicate, store.getState())}>Duplicate</Button>
          <Button icon="trash" onClick={() => perform(remove, store.getState())}>Delete</Button>
        </div>
      </Section>
    </>
  );
}
