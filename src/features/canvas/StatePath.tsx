import { selectSelectedEntry, selectStale } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import type { StateEntry } from '../../asl/states.ts';
import { Icon } from '../../ui/icons.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './Floating.module.css';

/** Where the selected state stands: workflow, the containers around it, itself. */
export function StatePath() {
  const entry = useEditor(selectSelectedEntry);
  const workflow = useEditor((s) => s.name);
  // The banner about broken text stands in the same place, and says more.
  const stale = useEditor(selectStale);
  const actions = useActions();
  if (!entry || stale) return null;
  const copy = (): void => {
    const done = (): void => actions.announce(`Copied ${entry.pointer}.`);
    void navigator.clipboard.writeText(entry.pointer).then(done, () => actions.notify({ tone: 'warning', title: 'Not copied', text: 'The browser does not allow it here.' }));
  };
  return (
    <nav className={css.path} aria-label="Place of the selected state">
      <ol>
        <li><button type="button" onClick={() => actions.select([], 'canvas')}>{workflow}</button></li>
        {around(entry).map((outer) => (
          <li key={outer.pointer}><Icon name="chevron-right" size={12} /><button type="button" onClick={() => actions.select([outer.id], 'canvas')}>{outer.name}</button></li>
        ))}
        <li><Icon name="chevron-right" size={12} /><b title={entry.name} aria-current="location">{entry.name}</b></li>
      </ol>
      <IconButton icon="copy" label="Copy the JSON pointer" size="small" onClick={copy} />
    </nav>
  );
}

function around(entry: StateEntry): StateEntry[] {
  const outer: StateEntry[] = [];
  for (let at = entry.scope.parent; at; at = at.scope.parent) outer.unshift(at);
  return outer;
}
