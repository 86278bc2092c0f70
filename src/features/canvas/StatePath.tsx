import type { StateId } from '../../asl/names.ts';
import type { StateEntry } from '../../asl/states.ts';
import { selectEntry, selectSelectedEntry, selectStale } from '../../editor/selectors/document.ts';
import { containersAround } from '../../editor/selectors/reading.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Icon } from '../../ui/icons.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './Floating.module.css';

const selectInsideEntry = (s: Parameters<ReturnType<typeof selectEntry>>[0]): StateEntry | null => (s.inside === null ? null : selectEntry(s.inside)(s));

/** Where one is: the workflow, the containers a person has gone into, those around the selected state, itself. The way back, too. */
export function StatePath() {
  const entry = useEditor(selectSelectedEntry);
  const inside = useEditor(selectInsideEntry);
  const workflow = useEditor((s) => s.name);
  // The banner about broken text stands in the same place, and says more.
  const stale = useEditor(selectStale);
  const actions = useActions();
  if ((!entry && !inside) || stale) return null;
  const gone = inside ? [...containersAround(inside), inside] : [];
  const between = entry ? containersAround(entry).filter((outer) => !gone.includes(outer)) : [];
  return (
    <nav className={css.path} aria-label={entry ? 'Place of the selected state' : 'Part of the workflow that is shown'}>
      <ol>
        <li><button type="button" onClick={() => (inside ? actions.goInside(null) : actions.select([], 'canvas'))}>{workflow}</button></li>
        {gone.map((outer) => <Crumb key={outer.pointer} entry={outer} here={entry === null && outer === inside} onGo={actions.goInside} />)}
        {between.map((outer) => <Crumb key={outer.pointer} entry={outer} onGo={(state) => actions.select([state], 'canvas')} />)}
        {entry && entry !== inside && <Crumb entry={entry} here />}
      </ol>
      {inside && <IconButton icon="arrow-up" label="Back to the whole workflow" keys="O" size="small" onClick={() => actions.goInside(null)} />}
      {entry && <CopyPointer entry={entry} />}
    </nav>
  );
}

function Crumb({ entry, here = false, onGo }: { readonly entry: StateEntry; readonly here?: boolean; readonly onGo?: (state: StateId) => void }) {
  return (
    <li>
      <Icon name="chevron-right" size={12} />
      {here ? <b title={entry.name} aria-current="location"><bdi>{entry.name}</bdi></b> : <button type="button" title={entry.name} onClick={() => onGo?.(entry.id)}><bdi>{entry.name}</bdi></button>}
    </li>
  );
}

function CopyPointer({ entry }: { readonly entry: StateEntry }) {
  const actions = useActions();
  const copy = (): void => {
    const done = (): void => actions.announce(`Copied ${entry.pointer}.`);
    void navigator.clipboard.writeText(entry.pointer).then(done, () => actions.notify({ tone: 'warning', title: 'Not copied', text: 'The browser does not allow it here.' }));
  };
  return <IconButton icon="copy" label="Copy the JSON pointer" size="small" onClick={copy} />;
}
