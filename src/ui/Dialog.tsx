import { Dialog as Base } from '@base-ui/react/dialog';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import css from './Dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  /** Escape, the close button, or a click outside. */
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  /** A tile in front of the title. */
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons; put a `grow` spacer between the sides. */
  readonly footer?: ReactNode;
  /** 480, 640 or 880 px. */
  readonly size?: 's' | 'm' | 'l' | undefined;
  /** False: only its buttons end it (a question that must be answered). */
  readonly dismissible?: boolean | undefined;
  /** Text alone, longer than the window: the keyboard scrolls it. */
  readonly reading?: boolean | undefined;
  readonly initialFocus?: ComponentProps<typeof Base.Popup>['initialFocus'];
  readonly 'data-testid'?: string | undefined;
}

/** Where the focus goes when nothing had it before, or what had it is gone: the page marks one element. */
const HOME = '[data-focus-home]';

/** Modal. Focus goes in on opening and back to where it was on closing. */
export function Dialog({ open, onClose, title, description, icon, children, footer, size = 's', dismissible = true, reading, initialFocus, ...rest }: DialogProps) {
  const [before] = useState(() => document.activeElement);
  const finalFocus = (): HTMLElement | true => (before?.isConnected === true && before !== document.body) || (document.querySelector<HTMLElement>(HOME) ?? true);
  return (
    <Base.Root open={open} onOpenChange={(next) => { if (!next) onClose(); }} disablePointerDismissal={!dismissible}>
      <Base.Portal>
        <Base.Backdrop className={css.backdrop} />
        <Base.Popup {...rest} className={css.dialog} data-size={size} initialFocus={initialFocus} finalFocus={finalFocus}>
          <header className={css.header}>
            {icon}
            <div className={css.heading}>
              <Base.Title className={css.title}>{title}</Base.Title>
              {description && <Base.Description className={css.description} render={<div />}>{description}</Base.Description>}
            </div>
          </header>
          {children && <div className={css.body} {...(reading && { tabIndex: 0, role: 'region', 'aria-label': title })}>{children}</div>}
          {footer && <footer className={css.footer}>{footer}</footer>}
          {/* Last in the order, so that focus starts at what the dialog is about. */}
          {dismissible && <IconButton className={css.close} icon="x" label="Close" size="small" onClick={onClose} />}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Pushes what follows to the right end of a footer or a bar. */
export function Grow() {
  return <span className={css.grow} />;
}
