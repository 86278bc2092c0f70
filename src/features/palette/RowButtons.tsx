import { useActions } from '../../editor/useActions.ts';
import { usePaletteWorld } from '../../editor/palette/usePaletteWorld.ts';
import type { StorageProblem } from '../../services/storageProblem.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { PaletteItem } from './paletteItems.ts';
import css from './PalettePane.module.css';

/** Star, and for one's own patterns a new name and away with it. The arrow keys reach them from the item. */
export function RowButtons({ item }: { readonly item: PaletteItem }) {
  const { shelf } = usePaletteWorld();
  const actions = useActions();
  const { own } = item;
  const said = (problem: StorageProblem | null): void => void (problem && actions.notify({ tone: 'warning', title: 'This is not kept when the page closes', text: problem.message }));
  const star = (): void => {
    actions.announce(item.starred ? `${item.name} is no favourite any more.` : `${item.name} is a favourite.`);
    void shelf.star(item.id).then(said);
  };
  const remove = (id: string): void => {
    const fragment = shelf.now().fragments.find((one) => one.id === id);
    void shelf.remove(id).then(said);
    if (fragment) actions.notify({ tone: 'info', title: `Deleted the pattern ${fragment.name}`, action: { label: 'Bring it back', run: () => void shelf.save(fragment).then(said) } });
  };
  return (
    <span className={css.buttons} data-starred={item.starred || undefined}>
      <IconButton className={css.star} icon="star" label={item.starred ? `Remove the star of ${item.name}` : `Star ${item.name}`} size="small" tabIndex={-1} onClick={star} />
      {own !== undefined && <IconButton icon="pencil" label={`Rename ${item.name}`} size="small" tabIndex={-1} onClick={() => actions.showDialog({ kind: 'save-pattern', id: own })} />}
      {own !== undefined && <IconButton icon="trash" data-button="remove" label={`Delete ${item.name}`} size="small" tabIndex={-1} onClick={() => remove(own)} />}
    </span>
  );
}
