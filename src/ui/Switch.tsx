import { Switch as Base } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';
import css from './Choices.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabledReason?: string | null | undefined;
  readonly 'data-testid'?: string | undefined;
}

export function Switch({ label, hideLabel, hint, checked, onChange, disabledReason, ...rest }: SwitchProps) {
  const id = useId();
  const note = disabledReason ?? hint;
  return (
    <div className={css.line}>
      <Base.Root {...rest} className={css.switch} checked={checked} onCheckedChange={onChange} disabled={disabledReason != null} aria-labelledby={`${id}-label`} aria-describedby={note ? `${id}-hint` : undefined} id={id}>
        <Base.Thumb className={css.thumb} />
      </Base.Root>
      <span className={css.words}>
        <label id={`${id}-label`} htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>{label}</label>
        {note && <small id={`${id}-hint`}>{note}</small>}
      </span>
    </div>
  );
}
