import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { TextField } from './TextField.tsx';

afterEach(cleanup);

/** A field on a value that its owner may refuse to change. */
function Owner({ accepts = true, log }: { readonly accepts?: boolean; readonly log: string[] }) {
  const [value, setValue] = useState('Pack');
  return (
    <>
      <TextField label="Name" value={value} error={accepts ? null : 'That name is taken.'} onCommit={(next) => { log.push(next); if (accepts) setValue(next); }} />
      <button type="button" onClick={() => setValue('Undone')}>undo</button>
    </>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
const type = (value: string) => fireEvent.change(field(), { target: { value } });

describe('TextField with onCommit', () => {
  it('commits on Enter and not again on leaving', () => {
    const log: string[] = [];
    render(<Owner log={log} />);
    type('Wrap');
    expect(log).toEqual([]);
    fireEvent.keyDown(field(), { key: 'Enter' });
    fireEvent.blur(field());
    expect(log).toEqual(['Wrap']);
  });

  it('takes the draft back on Escape', () => {
    const log: string[] = [];
    render(<Owner log={log} />);
    type('Wrap');
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(field().value).toBe('Pack');
    fireEvent.blur(field());
    expect(log).toEqual([]);
  });

  it('keeps a refused draft beside the reason', () => {
    render(<Owner accepts={false} log={[]} />);
    type('Ship');
    fireEvent.blur(field());
    expect(field().value).toBe('Ship');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const message = document.getElementById(field().getAttribute('aria-describedby') ?? '');
    expect(message?.textContent).toBe('That name is taken.');
  });

  it('drops the draft when the value changes elsewhere', () => {
    render(<Owner log={[]} />);
    type('Wrap');
    fireEvent.click(screen.getByText('undo'));
    expect(field().value).toBe('Undone');
  });
});
