import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import type { Command } from '../../../asl/operations.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { JsonValue } from '../JsonValue.tsx';
import { useApply } from '../useApply.ts';
import { moveItem } from './listCommands.ts';
import css from './Cards.module.css';

interface Props {
  readonly entry: StateEntry;
  /** The list in the state. */
  readonly path: FieldPath;
  readonly count: number;
  /** `rule`, `retrier`: what one is called. */
  readonly noun: string;
  readonly testId: string;
  /** What the item says, as a sentence. */
  readonly sentence: (at: number) => string;
  /** Its form; null where only JSON can show it. */
  readonly form: (at: number) => ReactNode;
  /** Below the form or the JSON. */
  readonly foot?: (at: number) => ReactNode;
  readonly remove?: (at: number) => Command;
  /** Items that are edited elsewhere have no JSON here. */
  readonly noJson?: boolean;
}

/** A list whose order counts. Buttons or Alt with the arrows move an item, and the focus goes with it. */
export function Cards(props: Props) {
  const { entry, path, count } = props;
  const { error, apply } = useApply();
  const list = useRef<HTMLOListElement>(null);
  const follow = useRef<{ readonly at: number; readonly button: string | null } | null>(null);
  useEffect(() => {
    const wanted = follow.current;
    follow.current = null;
    if (wanted) focusCard(list.current, wanted.at, wanted.button);
  });
  const move = (at: number, to: number, button: string | null): void => {
    if (to < 0 || to >= count) return;
    follow.current = { at: to, button };
    if (!apply(moveItem(entry.id, path, at, to))) follow.current = null;
  };
  const remove = (at: number): void => {
    follow.current = { at: Math.min(at, count - 2), button: 'remove' };
    if (!apply((props.remove ?? ((index) => setField(entry.id, count === 1 && path[0] !== 'Choices' ? path : [...path, index], undefined)))(at))) follow.current = null;
  };
  return (
    <>
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
      <ol className={css.cards} ref={list}>
        {Array.from({ length: count }, (_, at) => <Card key={at} {...props} at={at} onMove={(to, button) => move(at, to, button)} onRemove={() => remove(at)} />)}
      </ol>
    </>
  );
}

interface CardProps extends Props {
  readonly at: number;
  readonly onMove: (to: number, button: string | null) => void;
  readonly onRemove: () => void;
}

function Card({ entry, path, count, noun, testId, sentence, form, foot, noJson, at, onMove, onRemove }: CardProps) {
  const [asked, setAsked] = useState(false);
  const body = form(at);
  const asJson = asked || body === null;
  const name = `${noun} ${at + 1}`;
  const says = sentence(at);
  const keyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === 'ArrowUp' ? at - 1 : at + 1, null);
  };
  return (
    <li className={css.item}>
      <div role="presentation" onKeyDown={keyDown}>
      <div role="group" aria-label={`${capital(name)}: ${says}`} className={css.card} tabIndex={-1} data-card={at} data-testid={`${testId}.${at + 1}`}>
        <div className={css.head}>
          <div className={css.words}>
            <div className={css.number}>{capital(name)}</div>
            <div className={css.sentence} title={says}>{says}</div>
          </div>
          {body !== null && !noJson && <IconButton icon="code" size="small" label={asked ? `Edit ${name} as a form` : `Edit ${name} as JSON`} pressed={asked} onClick={() => setAsked(!asked)} />}
          <IconButton icon="arrow-up" size="small" data-button="up" label={`Move ${name} up`} keys="Alt+ArrowUp" disabledReason={at === 0 ? 'it is the first' : null} onClick={() => onMove(at - 1, 'up')} />
          <IconButton icon="arrow-down" size="small" data-button="down" label={`Move ${name} down`} keys="Alt+ArrowDown" disabledReason={at === count - 1 ? 'it is the last' : null} onClick={() => onMove(at + 1, 'down')} />
          <IconButton icon="trash" size="small" data-button="remove" label={`Remove ${name}`} onClick={onRemove} />
        </div>
        {asJson ? (noJson ? null : <JsonValue entry={entry} path={[...path, at]} label={`JSON of ${name}`} hideLabel lines={[3, 20]} testId={`${testId}.${at + 1}.json`} />) : body}
        {foot?.(at)}
      </div>
      </div>
    </li>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function focusCard(list: HTMLElement | null, at: number, button: string | null): void {
  const card = list?.querySelector<HTMLElement>(`:scope > li > div > [data-card="${at}"]`);
  const target = button === null ? null : card?.querySelector<HTMLElement>(`[data-button="${button}"]`);
  (target ?? card)?.focus();
}
