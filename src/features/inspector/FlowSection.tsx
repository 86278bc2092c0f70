import type { ReactNode } from 'react';
import { setField } from '../../asl/commands/setField.ts';
import type { StateEntry } from '../../asl/states.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { NextField } from './NextField.tsx';
import { Section } from './Section.tsx';
import { useApply } from './useApply.ts';
import { textIn } from './values.ts';

/** What every state has: where it leads, and what a person says about it. */
export function FlowSection({ entry, children }: { readonly entry: StateEntry; readonly children?: ReactNode }) {
  const leadsOn = entry.type !== 'Choice' && entry.type !== 'Succeed' && entry.type !== 'Fail';
  return (
    <Section title="Flow" hideTitle>
      {leadsOn && <NextField entry={entry} />}
      <CommentField entry={entry} />
      {children}
    </Section>
  );
}

function CommentField({ entry }: { readonly entry: StateEntry }) {
  const { error, apply } = useApply();
  return (
    <TextArea
      label="Comment"
      rows={2}
      value={textIn(entry, ['Comment']) ?? ''}
      error={error}
      placeholder="What the state is for"
      onCommit={(text) => apply(setField(entry.id, ['Comment'], text.trim() === '' ? undefined : text))}
      data-testid="inspector.comment"
    />
  );
}
