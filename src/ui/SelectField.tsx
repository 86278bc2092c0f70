import { Select } from '@base-ui/react/select';
import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import { described, FieldFrame, type FieldProps } from './Field.tsx';
import { Icon } from './icons.tsx';
import css from './SelectField.module.css';

export interface SelectOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
  /** Second line in the list. */
  readonly description?: string | undefined;
  /** At the right end of the list's row and of the closed field: a chip, a method. */
  readonly end?: ReactNode;
  readonly disabledReason?: string | undefined;
}

export interface SelectFieldProps<V extends string = string> extends FieldProps {
  readonly options: readonly SelectOption<V>[];
  /** Empty or unknown shows the placeholder. */
  readonly value: V | '' | null;
  readonly onChange: (value: V) => void;
  readonly placeholder?: string | undefined;
  readonly mono?: boolean | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly disabledReason?: string | null | undefined;
  readonly labelEnd?: ReactNode;
  /** Behind the options: a button such as *New connection*. */
  readonly footer?: ReactNode;
  readonly className?: string | undefined;
  readonly 'data-testid'?: string | undefined;
}

export function SelectField<V extends string = string>(props: SelectFieldProps<V>) {
  const { label, hideLabel, hint, error, options, value, onChange, placeholder = 'Choose…', mono, size = 'normal', disabledReason, labelEnd, footer, className } = props;
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={disabledReason ?? hint} error={error} controlId={id} labelId={`${id}-label`} messageId={`${id}-message`} labelEnd={labelEnd}>
      <Select.Root items={options} value={chosen ? chosen.value : null} onValueChange={(next) => { if (next !== null) onChange(next); }} disabled={disabledReason != null} modal={false}>
        <Select.Trigger {...described({ hint: disabledReason ?? hint, error }, `${id}-message`)} id={id} aria-labelledby={`${id}-label ${id}-value`} className={cx(css.trigger, mono && css.mono, className)} data-size={size} data-error={error != null || undefined} data-testid={props['data-testid']}>
          <span id={`${id}-value`} className={css.value} data-placeholder={chosen ? undefined : ''}>{chosen?.label ?? placeholder}</span>
          {chosen?.end}
          <Select.Icon className={css.icon}><Icon name="chevron-down" size={12} /></Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className={css.positioner} sideOffset={4} alignItemWithTrigger={false}>
            <Select.Popup className={css.popup}>
              <Select.List className={css.list}>
                {options.map((option) => <Option key={option.value} option={option} mono={mono} />)}
              </Select.List>
              {footer && <div className={css.footer}>{footer}</div>}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </FieldFrame>
  );
}

function Option({ option, mono }: { readonly option: SelectOption; readonly mono: boolean | undefined }) {
  return (
    <Select.Item value={option.value} className={css.item} disabled={option.disabledReason !== undefined}>
      <Select.ItemIndicator className={css.indicator}><Icon name="check" size={14} /></Select.ItemIndicator>
      <span className={css.text}>
        <Select.ItemText className={mono ? css.mono : undefined}>{option.label}</Select.ItemText>
        {(option.disabledReason ?? option.description) !== undefined && <small>{option.disabledReason ?? option.description}</small>}
      </span>
      {option.end}
    </Select.Item>
  );
}
