import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';
import css from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  /** The label stays the control's name but is not drawn (in toolbars and tables). */
  readonly hideLabel?: boolean | undefined;
  readonly hint?: ReactNode;
  /** A sentence with the next step. Its presence marks the control as invalid. */
  readonly error?: string | null | undefined;
}

interface FieldFrameProps extends FieldProps {
  readonly controlId: string;
  readonly labelId?: string | undefined;
  readonly messageId: string;
  /** At the end of the label's line: a small button or a chip. */
  readonly labelEnd?: ReactNode;
  /** Takes the height of the parent. */
  readonly fill?: boolean | undefined;
  readonly children: ReactNode;
}

/** Label above, hint or error below. */
export function FieldFrame({ label, hideLabel, hint, error, controlId, labelId, messageId, labelEnd, fill, children }: FieldFrameProps) {
  const message = error != null || (hint !== undefined && hint !== null && hint !== false);
  return (
    <div className={css.field} data-fill={fill || undefined}>
      {hideLabel
        ? <label id={labelId} htmlFor={controlId} className="visually-hidden">{label}</label>
        : <span className={css.labelRow}><label id={labelId} htmlFor={controlId} className={css.label}>{label}</label>{labelEnd}</span>}
      {children}
      {message && (
        <span id={messageId} className={css.hint} data-error={error != null || undefined}>
          {error != null && <Icon name="error" size={14} />}
          <span>{error ?? hint}</span>
        </span>
      )}
    </div>
  );
}

/** What a control says of its hint and error. */
export const described = (field: Pick<FieldProps, 'hint' | 'error'>, messageId: string) => ({
  'aria-invalid': field.error != null || undefined,
  'aria-describedby': field.error != null || field.hint ? messageId : undefined,
});
