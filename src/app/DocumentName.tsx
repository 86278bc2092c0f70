import { useState, type KeyboardEvent } from 'react';
import { useActions } from '../editor/useActions.ts';
import { useEditor } from '../editor/useEditor.ts';
import css from './DocumentName.module.css';

/** The file's name without its ending; click or Enter to change it. */
export function DocumentName() {
  const name = useEditor((s) => s.name);
  const { renameDocument } = useActions();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft !== null) renameDocument(draft);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setDraft(null);
  };
  if (draft === null) {
    return (
      <button type="button" className={css.name} title="Rename the workflow" onClick={() => setDraft(name)} data-testid="header.name">
        {name}
      </button>
    );
  }
  return <input className={css.input} aria-label="Name of the workflow" value={draft} autoFocus onFocus={(e) => e.target.select()} onChange={(e) => setDraft(e.target.value)} onBlur={commit} onKeyDown={onKeyDown} />;
}
