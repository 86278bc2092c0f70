import type { StateEntry } from '../../asl/states.ts';
import { stringOf } from '../../asl/pointer.ts';
import { useActions } from '../../editor/useActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from './Section.tsx';
import css from './InsideNote.module.css';

/** What stands inside a Map is edited on the canvas; here is what there is of it. */
export function InsideNote({ entry }: { readonly entry: StateEntry }) {
  const { select } = useActions();
  const scope = entry.inner[0];
  const count = scope?.children.length ?? 0;
  const start = scope?.children.find((state) => state.name === stringOf(scope.node, 'StartAt')) ?? scope?.children[0];
  return (
    <Section title="Inside" end={start && <Button variant="ghost" size="small" icon="arrow-right" onClick={() => select([start.id], 'form')}>Select its start</Button>}>
      <p className={css.text}>{count === 0 ? 'No state inside yet.' : `${count} ${count === 1 ? 'state runs' : 'states run'} for each item, beginning with ${start?.name ?? ''}.`}</p>
    </Section>
  );
}
