import { type ComponentProps, useId } from 'react';
import type { ButtonVariant } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icons.tsx';
import { ariaKeys } from './keys.ts';
import { Tooltip, type TooltipProps } from './Tooltip.tsx';
import css from './Button.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** The name, and the tooltip. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly disabledReason?: string | null | undefined;
  readonly pressed?: boolean | undefined;
  readonly tooltipSide?: TooltipProps['side'];
}

/** An icon without a word: the label is its name and its tooltip. */
export function IconButton({ icon, label, keys, variant = 'ghost', size = 'normal', disabledReason, pressed, tooltipSide, className, onClick, ...rest }: IconButtonProps) {
  const reasonId = useId();
  const disabled = disabledReason != null;
  return (
    <Tooltip text={disabled ? `${label}: ${disabledReason}` : label} keys={keys} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        className={cx(css.button, className)}
        data-square=""
        data-variant={variant}
        data-size={size}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled || undefined}
        aria-describedby={disabled ? reasonId : rest['aria-describedby']}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
        onClick={disabled ? undefined : onClick}
      >
        <Icon name={icon} size={size === 'small' ? 14 : 16} />
        {disabled && <span id={reasonId} hidden>{disabledReason}</span>}
      </button>
    </Tooltip>
  );
}
