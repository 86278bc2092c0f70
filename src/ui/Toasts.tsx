import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './icons.tsx';
import { IconButton } from './IconButton.tsx';
import { type NoticeTone, TONE_ICON } from './Notice.tsx';
import css from './Toasts.module.css';

export interface ToastItem {
  readonly id: string;
  readonly tone: NoticeTone;
  readonly title: string;
  readonly text?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

export interface ToastsProps {
  readonly toasts: readonly ToastItem[];
  readonly onDismiss: (id: string) => void;
}

/** Errors stay until they are dismissed; the others leave by themselves, later when they offer something to press. */
const lifetimeMs = (toast: ToastItem): number => (toast.tone === 'error' ? Infinity : toast.action ? 12_000 : 6_000);

/** Says nothing to screen readers by itself: whoever shows a toast announces it in the app's live region. */
export function Toasts({ toasts, onDismiss }: ToastsProps) {
  return (
    <section aria-label="Notifications" className={css.stack}>
      {toasts.map((toast) => <Toast key={toast.id} toast={toast} onDismiss={() => onDismiss(toast.id)} />)}
    </section>
  );
}

function Toast({ toast, onDismiss }: { readonly toast: ToastItem; readonly onDismiss: () => void }) {
  const [held, setHeld] = useState(false);
  const lifetime = lifetimeMs(toast);
  useEffect(() => {
    if (held || lifetime === Infinity) return undefined;
    const timer = setTimeout(onDismiss, lifetime);
    return () => clearTimeout(timer);
    // The timer belongs to the toast; a new callback of the parent must not start it over.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [held, lifetime, toast.id]);
  const { action } = toast;
  return (
    <div className={css.toast} data-tone={toast.tone} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <Icon name={TONE_ICON[toast.tone]} />
      <div className={css.words}><strong>{toast.title}</strong>{toast.text && <small>{toast.text}</small>}</div>
      {action && <Button variant="ghost" size="small" onClick={() => { action.run(); onDismiss(); }}>{action.label}</Button>}
      <IconButton icon="x" label="Dismiss" size="small" onClick={onDismiss} />
    </div>
  );
}
