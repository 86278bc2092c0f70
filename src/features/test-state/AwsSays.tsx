import type { ReactNode } from 'react';
import { Chip } from '../../ui/Chip.tsx';
import css from './AwsSays.module.css';

/** The studio goes further here than the API: what AWS would answer, word for word where its words are known. */
export function AwsSays({ children }: { readonly children: ReactNode }) {
  return (
    <p className={css.says}>
      <Chip tone="outline" icon="external">Beyond AWS</Chip>
      <span>{children}</span>
    </p>
  );
}
