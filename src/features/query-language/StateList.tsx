import type { KeyboardEvent } from 'react';
import type { StateId } from '../../asl/names.ts';
import { Icon } from '../../ui/icons.tsx';
import { lookOf } from './proofWords.ts';
import type { ConvertedState } from './useConversion.ts';
import type { Proof } from './useProofs.ts';
import css from './ToJsonataDialog.module.css';

interface Props {
  readonly states: readonly ConvertedState[];
  readonly proofs: ReadonlyMap<StateId, Proof>;
  readonly shown: StateId;
  readonly onShow: (state: StateId) => void;
}

/** One of the states is shown beside the list; the arrow keys go through it. */
export function StateList({ states, proofs, shown, onShow }: Props) {
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = states.findIndex(({ entry }) => entry.id === shown);
    const next = step === undefined ? undefined : states[at + step];
    if (!next) return;
    event.preventDefault();
    onShow(next.entry.id);
    event.currentTarget.querySelectorAll('button')[at + (step ?? 0)]?.focus();
  };
  return (
    // Heard here for all buttons of the list.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className={css.list} aria-label="States" onKeyDown={onKeyDown} data-testid="to-jsonata.states">
      {states.map((state) => {
        const { tone, icon, text } = lookOf(state, proofs.get(state.entry.id));
        const remarks = state.after && state.remarks.length > 0;
        return (
          <li key={state.entry.id}>
            <button type="button" className={css.row} tabIndex={state.entry.id === shown ? 0 : -1} aria-current={state.entry.id === shown} onClick={() => onShow(state.entry.id)} data-testid={`to-jsonata.state.${state.entry.id}`}>
              <span className={css.name}><bdi>{state.entry.name}</bdi></span>
              <span className={css.mark} data-tone={tone} title={text}>
                {remarks && <span className={css.remarked}>{state.remarks.length === 1 ? '1 remark' : `${state.remarks.length} remarks`}</span>}
                <Icon name={icon} size={14} />
                <span className="visually-hidden">{text}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
