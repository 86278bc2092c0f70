import { type ComponentProps, type MouseEvent, useId } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icons.tsx';
import { ariaKeys } from './keys.ts';
import { Keys } from './Keys.tsx';
import { Tooltip } from './Tooltip.tsx';
import css from './Button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly icon?: IconName | undefined;
  /** Behind the word, such as `chevron-down` on a button that opens a menu. */
  readonly iconEnd?: IconName | undefined;
  /** Shortcut shown on the button: `Mod+Enter`. */
  readonly keys?: string | undefined;
  /** Why it cannot be pressed now. Its presence disables the button, which stays focusable so that the reason can be read. */
  readonly disabledReason?: string | null | undefined;
  /** Said on hover where the words on the button do not say all. */
  readonly tooltip?: string | undefined;
  /** Present: a toggle. */
  readonly pressed?: boolean | undefined;
}

export function Button({ variant = 'secondary', size = 'normal', icon, iconEnd, keys, disabledReason, tooltip, pressed, className, children, onClick, ...rest }: ButtonProps) {
  const reasonId = useId();
  const disabled = disabledReason != null;
  const button = (
    <button
      type="button"
      {...rest}
      className={cx(css.button, className)}
      data-variant={variant}
      data-size={size}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      aria-describedby={disabled ? reasonId : rest['aria-describedby']}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      onClick={disabled ? swallow : onClick}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {children}
      {keys !== undefined && <Keys keys={keys} look="text" className={css.keys} />}
      {iconEnd && <Icon name={iconEnd} size={12} />}
      {disabled && <span id={reasonId} hidden>{disabledReason}</span>}
    </button>
  );
  const text = disabledReason ?? tooltip;
  return text === undefined ? button : <Tooltip text={text}>{button}</Tooltip>;
}

/** A disabled button inside a form or a menu must not act by accident either. */
function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
