import { Checkbox as Base } from '@base-ui/react/checkbox';
import { type ReactNode, useId } from 'react';
import css from './Choices.module.css';
import { Icon } from './icons.tsx';

export interface CheckboxProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly indeterminate?: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
  readonly disabledReason?: string | null | undefined;
  readonly 'data-testid'?: string | undefined;
}

export function Checkbox({ label, hideLabel, hint, checked, indeterminate = false, onChange, disabledReason, ...rest }: CheckboxProps) {
  const id = useId();
  const note = disabledReason ?? hint;
  return (
    <div className={css.line}>
      <Base.Root {...rest} className={css.check} checked={checked} indeterminate={indeterminate} onCheckedChange={onChange} disabled={disabledReason != null} aria-labelledby={`${id}-label`} aria-describedby={note ? `${id}-hint` : undefined} id={id}>
        <Base.Indicator><Icon name={indeterminate ? 'dash' : 'check'} size={12} /></Base.Indicator>
      </Base.Root>
      <span className={css.words}>
        <label id={`${id}-label`} htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>{label}</label>
        {note && <small id={`${id}-hint`}>{note}</small>}
      </span>
    </div>
  );
}
