import { type KeyboardEvent, useRef } from 'react';
import { Icon, type IconName } from './icons.tsx';
import { Tooltip } from './Tooltip.tsx';
import css from './Segmented.module.css';

export interface SegmentedOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** The icon alone; the label is its name and tooltip. */
  readonly iconOnly?: boolean | undefined;
  readonly disabledReason?: string | null | undefined;
}

export interface SegmentedProps<V extends string = string> {
  /** Name of the group. */
  readonly label: string;
  readonly options: readonly SegmentedOption<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly size?: 'normal' | 'small' | undefined;
  readonly 'data-testid'?: string | undefined;
}

const STEP: { readonly [key: string]: number } = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One of a few, as a radio group: Tab reaches the chosen one, arrows choose. */
export function Segmented<V extends string = string>({ label, options, value, onChange, size = 'normal', ...rest }: SegmentedProps<V>) {
  const group = useRef<HTMLDivElement>(null);
  const enabled = options.filter((option) => option.disabledReason == null);
  const tabStop = enabled.some((option) => option.value === value) ? value : enabled[0]?.value;
  const keyDown = (event: KeyboardEvent) => {
    const step = STEP[event.key];
    if (step === undefined || enabled.length === 0) return;
    event.preventDefault();
    const from = enabled.findIndex((option) => option.value === value);
    const next = enabled[(from + step + enabled.length) % enabled.length];
    if (!next) return;
    onChange(next.value);
    group.current?.querySelector<HTMLElement>(`[data-index="${options.indexOf(next)}"]`)?.focus();
  };
  return (
    <div {...rest} ref={group} role="radiogroup" aria-label={label} className={css.group} data-size={size} onKeyDown={keyDown}>
      {options.map((option, index) => {
        const disabled = option.disabledReason != null;
        const button = (
          <button key={option.value} type="button" role="radio" aria-checked={option.value === value} aria-disabled={disabled || undefined} aria-label={option.iconOnly ? option.label : undefined} tabIndex={option.value === tabStop ? 0 : -1} className={css.option} data-index={index} onClick={disabled ? undefined : () => onChange(option.value)}>
            {option.icon && <Icon name={option.icon} size={14} />}
            {!option.iconOnly && option.label}
          </button>
        );
        const tip = option.disabledReason ?? (option.iconOnly ? option.label : undefined);
        return tip === undefined ? button : <Tooltip key={option.value} text={tip}>{button}</Tooltip>;
      })}
    </div>
  );
}
