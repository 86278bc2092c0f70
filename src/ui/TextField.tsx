import { type ComponentProps, type KeyboardEvent, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import { described, FieldFrame, type FieldProps } from './Field.tsx';
import { Icon, type IconName } from './icons.tsx';
import { useDraft } from './useDraft.ts';
import css from './TextField.module.css';

type InputProps = Pick<ComponentProps<'input'>, 'placeholder' | 'autoFocus' | 'autoComplete' | 'inputMode' | 'type' | 'maxLength' | 'name' | 'onFocus' | 'onBlur' | 'onKeyDown' | 'ref' | 'list'>;

export interface TextFieldProps extends FieldProps, InputProps {
  readonly value: string;
  /** Each keystroke. */
  readonly onChange?: ((value: string) => void) | undefined;
  /** With it the field keeps a draft: Enter and leaving commit a changed value, Escape takes the draft back. */
  readonly onCommit?: ((value: string) => void) | undefined;
  readonly mono?: boolean | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly icon?: IconName | undefined;
  /** Inside the box at its end: keycap, chip, small button. */
  readonly end?: ReactNode;
  readonly labelEnd?: ReactNode;
  readonly readOnly?: boolean | undefined;
  readonly 'data-testid'?: string | undefined;
}

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, error, value, onChange, onCommit, mono, size = 'normal', icon, end, labelEnd, onBlur, onKeyDown, ...input } = props;
  const id = useId();
  const [draft, setDraft] = useDraft(value);
  const commit = () => { if (onCommit && draft !== value) onCommit(draft); };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event);
    if (!onCommit || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && draft !== value) { event.stopPropagation(); setDraft(value); }
  };
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error} controlId={id} messageId={`${id}-message`} labelEnd={labelEnd}>
      <span className={cx(css.box, mono && css.mono)} data-size={size} data-error={error != null || undefined} data-readonly={input.readOnly || undefined}>
        {icon && <Icon name={icon} size={14} />}
        <input
          {...input}
          {...described(props, `${id}-message`)}
          id={id}
          type={input.type ?? 'text'}
          className={css.input}
          spellCheck={false}
          autoComplete={input.autoComplete ?? 'off'}
          value={onCommit ? draft : value}
          onChange={(event) => { if (onCommit) setDraft(event.target.value); onChange?.(event.target.value); }}
          onBlur={(event) => { commit(); onBlur?.(event); }}
          onKeyDown={keyDown}
        />
        {end}
      </span>
    </FieldFrame>
  );
}
