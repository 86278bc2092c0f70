import { type ComponentProps, useId } from 'react';
import { cx } from './cx.ts';
import { described, FieldFrame, type FieldProps } from './Field.tsx';
import { useDraft } from './useDraft.ts';
import css from './TextField.module.css';

export interface TextAreaProps extends FieldProps, Pick<ComponentProps<'textarea'>, 'placeholder' | 'autoFocus' | 'rows' | 'readOnly' | 'ref' | 'onKeyDown'> {
  readonly value: string;
  readonly onChange?: ((value: string) => void) | undefined;
  /** With it the field keeps a draft that is committed on leaving; Escape takes it back. Enter makes a new line. */
  readonly onCommit?: ((value: string) => void) | undefined;
  readonly mono?: boolean | undefined;
  readonly 'data-testid'?: string | undefined;
}

export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, error, value, onChange, onCommit, mono, rows = 3, onKeyDown, ...area } = props;
  const id = useId();
  const [draft, setDraft] = useDraft(value);
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error} controlId={id} messageId={`${id}-message`}>
      <textarea
        {...area}
        {...described(props, `${id}-message`)}
        id={id}
        rows={rows}
        className={cx(css.area, mono && css.mono)}
        data-error={error != null || undefined}
        spellCheck={!mono}
        value={onCommit ? draft : value}
        onChange={(event) => { if (onCommit) setDraft(event.target.value); onChange?.(event.target.value); }}
        onBlur={() => { if (onCommit && draft !== value) onCommit(draft); }}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (onCommit && event.key === 'Escape' && draft !== value) { event.stopPropagation(); setDraft(value); }
        }}
      />
    </FieldFrame>
  );
}
