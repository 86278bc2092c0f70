import { useState } from 'react';
import { setField, type FieldPath } from '../../asl/commands/setField.ts';
import type { StateEntry } from '../../asl/states.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { JsonValue } from './JsonValue.tsx';
import { useApply } from './useApply.ts';
import { nodeIn } from './values.ts';
import css from './lists/Cards.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  /** Not drawn until it is asked for. */
  readonly optional?: boolean;
}

/** A note for people; AWS takes any JSON for it, and almost all are text. */
export function CommentField({ entry, path, optional }: Props) {
  const [asked, setAsked] = useState(false);
  const { error, apply } = useApply();
  const node = nodeIn(entry, path);
  if (optional && !node && !asked) return <div className={css.add}><Button variant="ghost" size="small" icon="plus" onClick={() => setAsked(true)}>Comment</Button></div>;
  if (node && node.kind !== 'string') return <JsonValue entry={entry} path={path} label="Comment" />;
  return (
    <TextArea
      label="Comment"
      rows={2}
      value={node?.value ?? ''}
      error={error}
      autoFocus={asked}
      placeholder="What it is for"
      onCommit={(text) => apply(setField(entry.id, path, text.trim() === '' ? undefined : text))}
      data-testid={path.length === 1 ? 'inspector.comment' : undefined}
    />
  );
}
