import { allActions } from '../../editor/actions/allActions.ts';
import type { Action } from '../../editor/registry.ts';
import { useActions } from '../../editor/useActions.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Keys.tsx';
import css from './ShortcutsDialog.module.css';

/** Keys the canvas handles while it is focused, beside those of the registry. */
const CANVAS_KEYS: readonly { readonly keys: string; readonly label: string }[] = [
  { keys: 'ArrowDown', label: 'Go along an edge: arrow keys' },
  { keys: 'A', label: 'Add a state after the selected one' },
  { keys: 'Escape', label: 'Clear the selection' },
];

const withKeys = allActions.filter((action): action is Action & { readonly keys: readonly string[] } => action.keys !== undefined);

export function ShortcutsDialog() {
  const { showDialog } = useActions();
  return (
    <Dialog open onClose={() => showDialog(null)} title="Keyboard shortcuts" description="Everything a drag does has an action too: the command palette lists them all." size="m" reading>
      <div className={css.columns}>
        <Section title="Anywhere" rows={withKeys.filter((a) => a.where !== 'canvas').map(rowOf)} />
        <Section title="While the canvas is focused" rows={[...withKeys.filter((a) => a.where === 'canvas').map(rowOf), ...CANVAS_KEYS]} />
      </div>
    </Dialog>
  );
}

const rowOf = (action: Action): { keys: string; label: string } => ({ keys: action.keys?.[0] ?? '', label: action.label });

function Section({ title, rows }: { readonly title: string; readonly rows: readonly { readonly keys: string; readonly label: string }[] }) {
  return (
    <section>
      <h3 className={css.title}>{title}</h3>
      <dl className={css.list}>
        {rows.map((row) => (
          <div key={row.label} className={css.row}>
            <dt>{row.label}</dt>
            <dd>
              <Keys keys={row.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
