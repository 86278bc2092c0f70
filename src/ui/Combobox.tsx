import { Autocomplete } from '@base-ui/react/autocomplete';
import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import { described, FieldFrame, type FieldProps } from './Field.tsx';
import { Icon, type IconName } from './icons.tsx';
import { useDraft } from './useDraft.ts';
import css from './Combobox.module.css';
import fieldCss from './TextField.module.css';

export interface Suggestion {
  readonly value: string;
  readonly description?: string | undefined;
}

export interface ComboboxProps extends FieldProps {
  readonly value: string;
  readonly onChange?: ((value: string) => void) | undefined;
  /** With it the field keeps a draft: choosing, Enter and leaving commit it; Escape takes it back. */
  readonly onCommit?: ((value: string) => void) | undefined;
  readonly suggestions: readonly Suggestion[];
  readonly placeholder?: string | undefined;
  readonly mono?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly labelEnd?: ReactNode;
  readonly 'data-testid'?: string | undefined;
}

/** A text field that offers values; any other text is as good. */
export function Combobox(props: ComboboxProps) {
  const { label, hideLabel, hint, error, value, onChange, onCommit, suggestions, placeholder, mono, icon, labelEnd } = props;
  const id = useId();
  const [draft, setDraft] = useDraft(value);
  const commit = (text: string) => { if (onCommit && text !== value) onCommit(text); };
  const change = (text: string, reason: string) => {
    if (onCommit) setDraft(text);
    onChange?.(text);
    if (reason === 'item-press') commit(text);
  };
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error} controlId={id} messageId={`${id}-message`} labelEnd={labelEnd}>
      <Autocomplete.Root items={suggestions} value={onCommit ? draft : value} onValueChange={(text, details) => change(text, details.reason)} itemToStringValue={(item: Suggestion) => item.value} openOnInputClick>
        <span className={cx(fieldCss.box, mono && fieldCss.mono)} data-error={error != null || undefined}>
          {icon && <Icon name={icon} size={14} />}
          <Autocomplete.Input
            {...described(props, `${id}-message`)}
            id={id}
            placeholder={placeholder}
            spellCheck={false}
            className={fieldCss.input}
            data-testid={props['data-testid']}
            onBlur={() => commit(draft)}
            onKeyDown={(event) => {
              if (!onCommit || event.nativeEvent.isComposing) return;
              if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant')) commit(draft);
              if (event.key === 'Escape' && draft !== value) setDraft(value);
            }}
          />
        </span>
        <Autocomplete.Portal>
          <Autocomplete.Positioner className={css.positioner} sideOffset={4} align="start">
            <Autocomplete.Popup className={css.popup}>
              <Autocomplete.List className={css.list}>
                {(item: Suggestion) => (
                  <Autocomplete.Item key={item.value} value={item} className={css.item}>
                    <span className={mono ? css.mono : undefined}>{item.value}</span>
                    {item.description !== undefined && <small>{item.description}</small>}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </FieldFrame>
  );
}
