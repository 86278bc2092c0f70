import { useEditor } from '../../editor/useEditor.ts';
import { Icon } from '../../ui/icons.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import type { Row } from './rowsOf.ts';
import css from './OutlinePane.module.css';

/** The rows are as high as each other, so that only those in view need to be in the page. */
export const ROW_HEIGHT = 40;
const INDENT = 16;
/** Deeper lines stay readable. */
const DEEPEST = 6;

export interface OutlineRowProps {
  readonly id: string;
  readonly row: Row;
  readonly top: number;
  readonly active: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
}

export function OutlineRow({ id, row: { item, level, position, siblings, open }, top, active, onChoose, onToggle }: OutlineRowProps) {
  const selected = useEditor((s) => item.state !== null && s.selected.includes(item.state));
  return (
    // The tree has the focus and hears the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={open}
      aria-selected={selected}
      aria-label={[item.name === '' ? 'State without a name' : item.name, typeWord(item.type), item.words].filter(Boolean).join(', ')}
      className={css.row}
      data-active={active || undefined}
      style={{ top, paddingLeft: 4 + Math.min(level - 1, DEEPEST) * INDENT }}
      title={item.words}
      onClick={onChoose}
    >
      <span className={css.twist} aria-hidden="true" onClick={(event) => { if (open === undefined) return; event.stopPropagation(); onToggle(); }}>
        {open !== undefined && <Icon name={open ? 'chevron-down' : 'chevron-right'} size={12} />}
      </span>
      {item.type === null ? <Icon name="parallel" size={14} /> : <StateIcon type={item.type} size="xs" />}
      <span className={css.words}>
        <b><bdi>{item.name}</bdi></b>
        {item.words !== '' && <small>{item.words}</small>}
      </span>
    </div>
  );
}

const typeWord = (type: Row['item']['type']): string => (type === 'Http' ? 'HTTP task' : type === 'Unknown' ? 'unknown type' : (type ?? ''));
