import { Fragment } from 'react';
import type { StateId } from '../../../asl/names.ts';
import { selectEntry } from '../../../editor/selectors/document.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { walkTo } from '../../../editor/walk.ts';
import { Icon } from '../../../ui/icons.tsx';
import css from './WalkTrail.module.css';

const SEPARATOR = '\u0000';

/** The states that were walked through to this one; each leads back to its result. */
export function WalkTrail({ state }: { readonly state: StateId }) {
  const walk = useEditor((s) => walkTo(s, state).join(SEPARATOR)).split(SEPARATOR) as StateId[]; // joined in this line
  if (walk.length < 2) return null;
  return (
    <nav className={css.trail} aria-label="States walked so far" data-testid="test.walk">
      {walk.map((id, at) => <Fragment key={id}>{at > 0 && <Icon name="chevron-right" size={12} />}<Step state={id} current={id === state} /></Fragment>)}
    </nav>
  );
}

function Step({ state, current }: { readonly state: StateId; readonly current: boolean }) {
  const name = useEditor((s) => selectEntry(state)(s)?.name ?? state);
  const { goTo } = useActions();
  return current ? <span className={css.current} aria-current="step">{name}</span> : <button type="button" className={css.step} onClick={() => goTo(state)}>{name}</button>;
}
