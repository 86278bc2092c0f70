import type { ReactNode } from 'react';
import { readResource, type Pattern } from '../../../catalog/resource.ts';
import { setField } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { FormField } from '../FormField.tsx';
import { Section } from '../Section.tsx';
import { useApply } from '../useApply.ts';
import { textIn } from '../values.ts';
import { patternChoices, resourceNote, withPattern } from './patterns.ts';
import css from '../InsideNote.module.css';

/** What the task calls, and how it waits for it. */
export function TaskSection({ entry, head, children }: { readonly entry: StateEntry; readonly head?: ReactNode; readonly children?: ReactNode }) {
  const resource = textIn(entry, ['Resource']) ?? '';
  const note = resourceNote(resource);
  return (
    <Section title="Task" hideTitle>
      {head}
      <FormField entry={entry} field="Resource" />
      {note !== null && <p className={css.text}>{note}</p>}
      <PatternField entry={entry} resource={resource} />
      {children}
    </Section>
  );
}

function PatternField({ entry, resource }: { readonly entry: StateEntry; readonly resource: string }) {
  const { error, apply } = useApply();
  const choices = patternChoices(resource);
  const read = readResource(resource);
  if (choices.length < 2 || (read.kind !== 'sdk' && read.kind !== 'optimized')) return null;
  return (
    <SelectField<Pattern>
      label="Integration pattern"
      options={choices}
      value={read.pattern}
      hint={choices.find(({ value }) => value === read.pattern)?.description}
      error={error}
      onChange={(to) => apply(setField(entry.id, ['Resource'], withPattern(resource, to)))}
      data-testid="inspector.pattern"
    />
  );
}
