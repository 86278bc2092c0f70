import { useState } from 'react';
import { CodeField, type CodeFieldProps } from '../../ui/CodeField.tsx';
import { useKeptDraft } from './keptDrafts.ts';
import css from './KeptCodeField.module.css';

interface Props extends Omit<CodeFieldProps, 'value' | 'onChange' | 'onCommit' | 'onSubmit' | 'language'> {
  /** Names the field among all of the document. */
  readonly draftKey: string;
  readonly value: string;
  /** Answers whether the document took it; else the typing is kept. */
  readonly commit: (text: string) => boolean;
  readonly onTyping: () => void;
  readonly language?: (text: string) => 'json' | 'text';
}

/** A code field whose typing is taken on leaving it, and never lost when it cannot be taken. Escape takes it back. */
export function KeptCodeField({ draftKey, value, commit, onTyping, language, error, ...field }: Props) {
  const [draft, setDraft] = useKeptDraft(draftKey, value);
  const [found] = useState(draft !== value);
  const [touched, setTouched] = useState(false);
  const take = (): void => {
    if (draft !== value && commit(draft)) setDraft(null);
  };
  const left = found && !touched && draft !== value ? 'This was typed before and could not be taken. Mend it, or press Escape in it to go back to what the document says.' : null;
  return (
    <div
      role="presentation"
      className={css.frame}
      data-fill={field.lines === 'fill' || undefined}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || draft === value) return;
        event.stopPropagation();
        setDraft(null);
        onTyping();
      }}
    >
      <CodeField
        {...field}
        error={error ?? left}
        value={draft}
        language={language?.(draft) ?? 'json'}
        onChange={(text) => { setDraft(text); setTouched(true); onTyping(); }}
        onSubmit={take}
      />
    </div>
  );
}
