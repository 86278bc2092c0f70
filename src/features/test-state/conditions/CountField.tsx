import { useState } from 'react';
import { TextField } from '../../../ui/TextField.tsx';
import { ApiName } from './ApiName.tsx';

interface Props {
  readonly label: string;
  readonly api: string;
  readonly hint: string;
  readonly value: number | undefined;
  readonly readOnly?: boolean;
  readonly onChange: (count: number) => void;
  readonly 'data-testid': string;
}

/** How often something happened. What is no count is said, and changes nothing. */
export function CountField({ label, api, hint, value, readOnly, onChange, ...rest }: Props) {
  const [wrong, setWrong] = useState<string | null>(null);
  const type = (typed: string): void => {
    const isCount = /^\d{0,9}$/.test(typed.trim());
    setWrong(isCount ? null : typed);
    if (isCount) onChange(Number(typed));
  };
  return (
    <TextField
      {...rest} label={label} labelEnd={<ApiName name={api} />} mono inputMode="numeric" placeholder="0" readOnly={readOnly} hint={hint}
      value={wrong ?? (value ? String(value) : '')} error={wrong === null ? null : 'Type a whole number: 0, 1, 2 …'} onChange={type}
    />
  );
}
