import { useEffect, useState } from 'react';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useServices } from '../../editor/useServices.ts';
import type { DraftInfo } from '../../services/drafts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './OpenDialog.module.css';

/** What is kept in this browser under this address. */
export function DraftList({ onOpened }: { readonly onOpened: () => void }) {
  const { drafts, openDraft } = useServices();
  const { notify } = useActions();
  const current = useEditor((s) => s.draftId);
  const [list, setList] = useState<readonly DraftInfo[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    void drafts.list().then((found) => {
      if (!shown) return;
      if (found.ok) setList(found.value);
      else setProblem(found.error.message);
    });
    return () => {
      shown = false;
    };
  }, [drafts]);
  const remove = async (draft: DraftInfo): Promise<void> => {
    const removed = await drafts.remove(draft.id);
    if (removed.ok) setList((now) => now.filter((other) => other.id !== draft.id));
    else notify({ tone: 'error', title: 'Not deleted', text: removed.error.message });
  };
  if (problem !== null) return <p role="alert">{problem}</p>;
  if (list.length === 0) return null;
  return (
    <>
      <h3 className={css.title}>Drafts in this browser</h3>
      <ul className={css.drafts} data-testid="open.drafts">
        {list.map((draft) => (
          <li key={draft.id} className={css.draft}>
            <button type="button" onClick={() => void openDraft(draft.id).then((message) => (message === null ? onOpened() : setProblem(message)))}>
              <strong>{draft.name}</strong>
              <small>{new Date(draft.savedAt).toLocaleDateString([], { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })}</small>
            </button>
            {draft.id !== current && <IconButton icon="trash" label={`Delete the draft ${draft.name}`} size="small" onClick={() => void remove(draft)} />}
          </li>
        ))}
      </ul>
    </>
  );
}
