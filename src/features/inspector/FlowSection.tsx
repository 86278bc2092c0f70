import type { ReactNode } from 'react';
import type { StateEntry } from '../../asl/states.ts';
import { CommentField } from './CommentField.tsx';
import { LanguageField } from './LanguageField.tsx';
import { NextField } from './NextField.tsx';
import { Section } from './Section.tsx';

/** What every state has: where it leads, and what a person says about it. */
export function FlowSection({ entry, children }: { readonly entry: StateEntry; readonly children?: ReactNode }) {
  const leadsOn = entry.type !== 'Choice' && entry.type !== 'Succeed' && entry.type !== 'Fail';
  return (
    <Section title="Flow" hideTitle>
      {leadsOn && <NextField entry={entry} />}
      <CommentField entry={entry} path={['Comment']} />
      <LanguageField entry={entry} />
      {children}
    </Section>
  );
}
