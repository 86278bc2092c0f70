import { useMemo, useState } from 'react';
import type { Json } from '../../../lib/Json.ts';
import { Count } from '../../../ui/Chip.tsx';
import { Icon } from '../../../ui/icons.tsx';
import type { PathRoots } from '../../../ui/json/PathBar.tsx';
import type { PathSegment } from '../../../ui/json/valuePath.ts';
import { JsonTree } from '../../../ui/JsonTree.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { ChangeList } from '../../../ui/ChangeList.tsx';
import { jsonChanges } from '../../../ui/json/jsonChanges.ts';
import css from './StageView.module.css';

export interface ShownStage {
  readonly key: string;
  readonly label: string;
  readonly value: Json;
  readonly bytes: number;
  /** The stage it is compared with: its words and its value. */
  readonly against?: { readonly label: string; readonly value: Json };
  readonly roots: PathRoots;
  readonly open: boolean;
}

interface Props {
  readonly stage: ShownStage;
  readonly onPick?: ((path: readonly PathSegment[]) => void) | undefined;
  readonly pickLabel?: string | undefined;
}

type View = 'changes' | 'value';

/** One stage of a state's data: what it is, and what became different on the way to it. */
export function StageView({ stage, onPick, pickLabel }: Props) {
  const { label, value, against } = stage;
  const changes = useMemo(() => (against === undefined ? null : jsonChanges(against.value, value)), [against, value]);
  const same = changes !== null && changes.changes.length === 0;
  const [first] = changes?.changes ?? [];
  const replaced = changes?.changes.length === 1 && first?.at.length === 0;
  const [open, setOpen] = useState(stage.open && !same);
  const [view, setView] = useState<View>(changes === null || same || replaced ? 'value' : 'changes');
  const listed = changes !== null && !same && view === 'changes' ? changes : null;
  return (
    <li className={css.stage} data-testid={`inspector.stage.${stage.key}`}>
      <div className={css.head}>
        <button type="button" className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="chevron-right" size={12} />
          <span className={css.label}>{label}</span>
        </button>
        {same ? <span className={css.note}>{`same as ${against?.label ?? ''}`}</span> : replaced ? <span className={css.note}>{`replaces ${against?.label ?? ''}`}</span> : changes !== null && <Count>{`${changes.changes.length}${changes.more ? '+' : ''} ${changes.changes.length === 1 ? 'change' : 'changes'}`}</Count>}
        <span className={css.grow} />
        <span className={css.bytes}>{`${stage.bytes.toLocaleString('en')} B`}</span>
      </div>
      {open && (
        <div className={css.body}>
          {changes !== null && !same && <Segmented<View> label={`View of ${label}`} size="small" value={view} onChange={setView} options={[{ value: 'changes', label: `Changes to ${against?.label ?? ''}` }, { value: 'value', label: 'Value' }]} />}
          {listed ? <ChangeList changes={listed} /> : <JsonTree value={value} label={label} roots={stage.roots} onPick={onPick} pickLabel={pickLabel} />}
        </div>
      )}
    </li>
  );
}
