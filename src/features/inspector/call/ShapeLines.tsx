import { useState } from 'react';
import type { Shape, StructureShape } from '../../../catalog/Shape.ts';
import { Icon } from '../../../ui/icons.tsx';
import { shapeWord } from './shapeWords.ts';
import css from './ShapeLines.module.css';

/** The members of a shape, one a line; those with members of their own open. */
export function ShapeLines({ shape, label }: { readonly shape: Shape; readonly label: string }) {
  const inner = structureIn(shape);
  const names = inner ? Object.keys(inner.members) : [];
  if (!inner || names.length === 0) return <p className={css.none}>{inner ? 'The service answers nothing but that it worked.' : `The result is ${shapeWord(shape)}.`}</p>;
  return (
    <ul className={css.lines} aria-label={label}>
      {names.map((name) => <Line key={name} name={name} shape={inner.members[name] ?? { is: 'any' }} />)}
    </ul>
  );
}

function Line({ name, shape }: { readonly name: string; readonly shape: Shape }) {
  const [open, setOpen] = useState(false);
  const inner = structureIn(shape);
  const words = (
    <>
      <span className={css.name}>{name}</span>
      <span className={css.kind}>{shapeWord(shape)}</span>
    </>
  );
  if (!inner) return <li className={css.line}>{words}{shape.is === 'string' && shape.enum && <span className={css.values}>{shape.enum.slice(0, 6).join(' · ')}{shape.enum.length > 6 ? ' …' : ''}</span>}</li>;
  return (
    <li>
      <button type="button" className={css.opener} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={12} />
        {words}
      </button>
      {open && <ShapeLines shape={inner} label={`Members of ${name}`} />}
    </li>
  );
}

/** What a list or a map holds counts as its own. */
function structureIn(shape: Shape): StructureShape | null {
  let inner = shape;
  while (inner.is === 'list' || inner.is === 'map') inner = inner.of;
  return inner.is === 'structure' ? inner : null;
}
