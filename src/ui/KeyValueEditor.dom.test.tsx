import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { KeyValueEditor, type KeyValueRow } from './KeyValueEditor.tsx';

afterEach(cleanup);

function Headers({ start, log }: { readonly start: readonly KeyValueRow[]; readonly log: (readonly KeyValueRow[])[] }) {
  const [rows, setRows] = useState(start);
  return <KeyValueEditor label="Headers" itemLabel="Header" rows={rows} onChange={(next) => { log.push(next); setRows(next); }} problem={(row) => (row.name.includes(' ') ? 'A header name has no spaces.' : null)} />;
}

const input = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('KeyValueEditor', () => {
  it('makes a row of what is typed at the end, and offers the next', () => {
    const log: (readonly KeyValueRow[])[] = [];
    render(<Headers start={[]} log={log} />);
    fireEvent.change(input('Header name 1'), { target: { value: 'Accept' } });
    expect(log.at(-1)).toEqual([{ name: 'Accept', value: '' }]);
    expect(input('Header name 2').value).toBe('');
  });

  it('goes on with Enter and between rows with the arrows', () => {
    render(<Headers start={[{ name: 'Accept', value: '*/*' }]} log={[]} />);
    input('Header name 1').focus();
    fireEvent.keyDown(input('Header name 1'), { key: 'Enter' });
    expect(document.activeElement).toBe(input('Header value 1'));
    fireEvent.keyDown(input('Header value 1'), { key: 'Enter' });
    expect(document.activeElement).toBe(input('Header name 2'));
    fireEvent.keyDown(input('Header name 2'), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(input('Header name 1'));
  });

  it('removes a row by its button and an empty one by Backspace, and keeps the focus', async () => {
    const log: (readonly KeyValueRow[])[] = [];
    render(<Headers start={[{ name: 'A', value: '1' }, { name: '', value: '' }, { name: 'C', value: '3' }]} log={log} />);
    fireEvent.keyDown(input('Header name 2'), { key: 'Backspace' });
    expect(log.at(-1)?.map((row) => row.name)).toEqual(['A', 'C']);
    await waitFor(() => expect(document.activeElement).toBe(input('Header name 1')));
    fireEvent.click(screen.getByRole('button', { name: 'Remove C' }));
    expect(log.at(-1)).toEqual([{ name: 'A', value: '1' }]);
  });

  it('says at the row what is wrong with it', () => {
    render(<Headers start={[{ name: 'My Header', value: '1' }]} log={[]} />);
    expect(input('Header name 1').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('A header name has no spaces.')).toBeTruthy();
  });
});
