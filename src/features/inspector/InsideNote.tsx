import type { StateEntry } from '../../asl/states.ts';
import { addBranch } from '../../asl/commands/addBranch.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from './Section.tsx';
import { useApply } from './useApply.ts';
import css from './InsideNote.module.css';

/** What stands inside a container is edited on the canvas; here is what there is of it. */
export function InsideNote({ entry }: { readonly entry: StateEntry }) {
  const { error, apply } = useApply();
  const parallel = entry.type === 'Parallel';
  const states = entry.inner.reduce((sum, scope) => sum + scope.children.length, 0);
  const branches = `${entry.inner.length} ${entry.inner.length === 1 ? 'branch' : 'branches'} with `;
  return (
    <Section
      title={parallel ? 'Branches' : 'Each item'}
      end={parallel && <Button variant="ghost" size="small" icon="plus" onClick={() => apply(addBranch(entry.id))}>Add a branch</Button>}
    >
      <p className={css.text}>{`${parallel ? branches : ''}${states} ${states === 1 ? 'state' : 'states'} inside. Select them on the canvas to edit them.`}</p>
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
    </Section>
  );
}
