import { useEffect, useState } from 'react';
import { Button, type ButtonVariant } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

export interface CopyButtonProps {
  /** What is copied; a function where it is costly to build. */
  readonly text: string | (() => string);
  /** `Copy URL`. */
  readonly label: string;
  /** With words: `Copy as cURL`; absent: the icon alone. */
  readonly children?: string | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'normal' | 'small' | undefined;
}

export function CopyButton({ text, label, children, variant = 'ghost', size = 'small' }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 1600);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    const value = typeof text === 'string' ? text : text();
    writeClipboard(value).then(() => setState('copied'), () => setState('failed'));
  };
  const icon = state === 'copied' ? 'check' : state === 'failed' ? 'warning' : 'copy';
  const said = state === 'copied' ? 'Copied' : state === 'failed' ? 'The browser did not allow copying' : '';
  return (
    <>
      {children === undefined
        ? <IconButton icon={icon} label={label} variant={variant} size={size} onClick={copy} />
        : <Button icon={icon} variant={variant} size={size} onClick={copy} tooltip={label === children ? undefined : label}>{children}</Button>}
      <span role="status" className="visually-hidden">{said}</span>
    </>
  );
}

/** The page may be served over plain HTTP from another host, where `navigator.clipboard` does not exist. */
export async function writeClipboard(text: string): Promise<void> {
  if ('clipboard' in navigator) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (!copied) throw new Error('copy was refused');
}
