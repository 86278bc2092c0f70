import type { MouseEvent } from 'react';
import type { StateId, StateName } from '../../../asl/names.ts';
import { replySays } from '../../../editor/httpMock.ts';
import { repliesOf } from '../../../editor/mockAttempts.ts';
import { selectIndex } from '../../../editor/selectors/document.ts';
import type { StateMock } from '../../../editor/sidecar.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useFocusKept } from '../../../ui/useFocusKept.ts';
import { Section } from '../Section.tsx';
import css from './MocksSection.module.css';

/** All mocks of the workflow: what each answers, on or off, the way to it, and out. */
export function MocksSection() {
  const kept = useFocusKept<HTMLUListElement>();
  const mocks = useEditor((s) => s.sidecar.mocks);
  const names = Object.keys(mocks) as StateName[]; // The table is keyed by them.
  if (names.length === 0) return null;
  return (
    <Section title="Mocks" count={names.length} aside="answers for tests" data-testid="inspector.mocks">
      <ul {...kept} className={css.list}>{names.map((name) => { const mock = mocks[name]; return mock && <MockRow key={name} name={name} mock={mock} only={names.length === 1} />; })}</ul>
    </Section>
  );
}

function MockRow({ name, mock, only }: { readonly name: StateName; readonly mock: StateMock; readonly only: boolean }) {
  const { setMock, goTo, showDock, notify } = useActions();
  const id = useEditor((s): StateId | undefined => selectIndex(s).all.find((state) => state.name === name)?.id);
  const count = repliesOf(mock).length;
  const remove = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    // The section goes with its last mock, and the list cannot hold the focus then.
    if (only) [...(currentTarget.closest('section')?.previousElementSibling?.querySelectorAll<HTMLElement>('button, input') ?? [])].at(-1)?.focus();
    setMock(name, null);
    notify({ tone: 'info', title: `The mock of ${name} was deleted`, action: { label: 'Undo', run: () => setMock(name, mock) } });
  };
  const open = (state: StateId): void => {
    goTo(state);
    showDock('test');
  };
  return (
    <li className={css.row} data-testid={`inspector.mock.${name}`}>
      <Switch label={`Use the mock of ${name}`} hideLabel checked={mock.enabled} onChange={(enabled) => setMock(name, { ...mock, enabled })} />
      <div className={css.words}>
        {id === undefined ? <span className={css.name}>{name}</span> : <button type="button" className={css.link} onClick={() => open(id)} aria-label={`Edit the mock of ${name}`}>{name}</button>}
        <span className={css.says}>{`${repliesOf(mock).slice(0, 3).map(replySays).join(', then ')}${count > 3 ? ` and ${count - 3} more` : ''}${id === undefined ? '. No state has this name now.' : ''}`}</span>
      </div>
      <IconButton icon="trash" size="small" data-button="remove" label={`Delete the mock of ${name}`} onClick={remove} />
    </li>
  );
}
