import { lazy, Suspense } from 'react';
import css from './LazyCodePane.module.css';

const CodePane = lazy(async () => ({ default: (await import('../features/code/CodePane.tsx')).CodePane }));

/** Monaco is a megabyte: it comes when the code is first shown, and the rest of the screen does not wait for it. */
export function LazyCodePane() {
  return (
    <Suspense fallback={<p className={css.loading}>Loading the code editor…</p>}>
      <CodePane />
    </Suspense>
  );
}
