import { useId, useState } from 'react';
import { setField } from '../../../asl/commands/setField.ts';
import type { ValueNode } from '../../../asl/tree.ts';
import type { Shape } from '../../../catalog/Shape.ts';
import { Icon } from '../../../ui/icons.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ModeToggle } from '../ModeToggle.tsx';
import { useApply } from '../useApply.ts';
import { computeCommand, hasToggle, readValue, type ValueSpec } from '../valueForm.ts';
import { ValueField } from '../ValueField.tsx';
import { EntryFields } from './EntryFields.tsx';
import type { Member, MemberProps } from './MemberProps.ts';
import { shapeWord } from './shapeWords.ts';
import { StructureFields } from './StructureFields.tsx';
import css from './call.module.css';

type Group = Exclude<Shape, { readonly is: 'string' | 'number' | 'boolean' | 'any' }>;
interface Props extends Omit<MemberProps, 'shape'> {
  readonly shape: Group;
  readonly Member: Member;
  readonly hint: string | undefined;
  readonly spec: ValueSpec;
  readonly testId: string;
}

/** A long list is read in its JSON or opened by who wants it. */
const FEW = 8;

/** A parameter with parts of its own: opens and closes, and draws its parts only when open. */
export function MemberGroup({ Member, entry, path, label, shape, required, hint, notes, depth, spec, testId, fresh = false }: Props) {
  const id = useId();
  const { error, apply } = useApply();
  const { mode, node, twice } = readValue(entry, spec);
  const [open, setOpen] = useState(fresh || (depth < 2 && ((node !== null && sizeOf(node) <= FEW) || (node === null && required))));
  if (mode === 'expression' || twice || !fits(node, shape)) return <ValueField entry={entry} spec={spec} label={label} hint={hint} testId={testId} />;
  return (
    <div role="group" aria-labelledby={`${id}-name`} className={css.group} data-testid={testId}>
      <div className={css.head}>
        <button type="button" id={`${id}-name`} className={css.opener} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'chevron-down' : 'chevron-right'} size={12} />
          <span className={css.label}>{label}</span>
          <span className={css.kind}>{summary(node, shape)}</span>
        </button>
        {node && <IconButton icon="trash" size="small" data-button="remove" label={`Remove ${label}`} onClick={() => apply(setField(entry.id, path, undefined))} />}
        {hasToggle(entry, spec) && <ModeToggle label={label} language={entry.language} pressed={false} onToggle={() => apply(computeCommand(entry, spec))} testId={`${testId}.toggle`} />}
      </div>
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
      {hint !== undefined && <p className={css.hint}>{hint}</p>}
      {open && (
        <div className={css.inside}>
          {shape.is === 'structure'
            ? <StructureFields Member={Member} entry={entry} path={path} shape={shape} notes={notes} depth={depth + 1} what={label} />
            : <EntryFields Member={Member} entry={entry} path={path} shape={shape} notes={notes} depth={depth + 1} label={label} />}
        </div>
      )}
    </div>
  );
}

const sizeOf = (node: ValueNode): number => (node.kind === 'array' ? node.items.length : node.kind === 'object' ? node.members.length : 0);
const fits = (node: ValueNode | null, shape: Group): boolean => node === null || node.kind === (shape.is === 'list' ? 'array' : 'object');

function summary(node: ValueNode | null, shape: Group): string {
  if (node === null) return shapeWord(shape);
  const size = sizeOf(node);
  if (shape.is === 'structure') return size === 0 ? 'empty' : `${size} set`;
  return `${size} ${size === 1 ? 'entry' : 'entries'}`;
}
