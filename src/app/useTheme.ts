import { useEffect } from 'react';
import { useEditor } from '../editor/useEditor.ts';

/** Puts the chosen theme on the document; `system` follows the machine while the page is open. */
export function useTheme(): void {
  const theme = useEditor((s) => s.theme);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const show = (): void => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    show();
    dark.addEventListener('change', show);
    return () => dark.removeEventListener('change', show);
  }, [theme]);
}
