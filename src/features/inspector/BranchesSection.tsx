import { addBranch } from '../../asl/commands/addBranch.ts';
import { removeBranch } from '../../asl/commands/removeBranch.ts';
import { itemsOf, stringOf, valueOf } from '../../asl/pointer.ts';
import type { ScopeEntry, StateEntry } from '../../asl/states.ts';
import { childPointer } from '../../asl/pointer.ts';
import { useActions } from '../../editor/useActions.ts';
import { Button } from '../../ui/Button.tsx';
import { JsonValue } from './JsonValue.tsx';
import { Cards } from './lists/Cards.tsx';
import { Section } from './Section.tsx';
import { useApply } from './useApply.ts';
import css from './lists/Cards.module.css';

/** The branches of a Parallel in the order of its result: choose, move, add, remove. What stands in them is edited on the canvas. */
export function BranchesSection({ entry }: { readonly entry: StateEntry }) {
  const { error, apply } = useApply();
  const written = valueOf(entry.node, 'Branches');
  const count = itemsOf(written).length;
  const add = <Button variant="ghost" size="small" icon="plus" onClick={() => apply(addBranch(entry.id))} data-testid="inspector.branch.add">Add a branch</Button>;
  const scopeAt = (at: number): ScopeEntry | undefined => entry.inner.find(({ pointer }) => pointer === childPointer(entry.pointer, 'Branches', at));
  return (
    <Section title="Branches" count={count} end={add} data-testid="inspector.field.Branches">
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
      {written && written.kind !== 'array' && <JsonValue entry={entry} path={['Branches']} label="Branches" hint="Branches is a list; it is something else here." />}
      <p className={css.text}>All run side by side, each with the same input. The result lists their outputs in this order.</p>
      {count > 0 && <Cards entry={entry} path={['Branches']} count={count} noun="branch" testId="inspector.branch" noJson sentence={(at) => branchLine(scopeAt(at))} form={(at) => branchStates(scopeAt(at))} remove={(at) => removeBranch(entry.id, at)} />}
    </Section>
  );
}

function branchLine(scope: ScopeEntry | undefined): string {
  if (!scope) return 'Not an object';
  const { length } = scope.children;
  return `Starts with ${stringOf(scope.node, 'StartAt') ?? 'nothing yet'}, ${length} ${length === 1 ? 'state' : 'states'}`;
}

const branchStates = (scope: ScopeEntry | undefined) => <BranchStates scope={scope} />;

function BranchStates({ scope }: { readonly scope: ScopeEntry | undefined }) {
  const { select } = useActions();
  const start = scope && (scope.children.find((state) => state.name === stringOf(scope.node, 'StartAt')) ?? scope.children[0]);
  if (!start) return <p className={css.none}>No state in it yet.</p>;
  return <div className={css.add}><Button variant="ghost" size="small" icon="arrow-right" onClick={() => select([start.id], 'form')}>{`Select ${start.name}`}</Button></div>;
}
