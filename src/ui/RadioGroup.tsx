import { Radio } from '@base-ui/react/radio';
import { RadioGroup as Base } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import css from './Choices.module.css';
import fieldCss from './Field.module.css';

export interface RadioOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly description?: ReactNode;
  readonly disabledReason?: string | undefined;
}

export interface RadioGroupProps<V extends string = string> {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly options: readonly RadioOption<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** Side by side; options with descriptions read better one below the other. */
  readonly inline?: boolean | undefined;
}

export function RadioGroup<V extends string = string>({ label, hideLabel, options, value, onChange, inline }: RadioGroupProps<V>) {
  const id = useId();
  return (
    <div className={css.group}>
      <span id={id} className={hideLabel ? 'visually-hidden' : fieldCss.label}>{label}</span>
      <Base aria-labelledby={id} value={value} onValueChange={(next) => onChange(next)} className={css.options} data-inline={inline || undefined}>
        {options.map((option, index) => {
          const note = option.disabledReason ?? option.description;
          return (
            <div key={option.value} className={css.line}>
              <Radio.Root value={option.value} disabled={option.disabledReason !== undefined} className={cx(css.check, css.radio)} id={`${id}-${index}`} aria-labelledby={`${id}-${index}-label`} aria-describedby={note ? `${id}-${index}-hint` : undefined}>
                <Radio.Indicator className={css.dot} />
              </Radio.Root>
              <span className={css.words}>
                <label id={`${id}-${index}-label`} htmlFor={`${id}-${index}`}>{option.label}</label>
                {note && <small id={`${id}-${index}-hint`}>{note}</small>}
              </span>
            </div>
          );
        })}
      </Base>
    </div>
  );
}
