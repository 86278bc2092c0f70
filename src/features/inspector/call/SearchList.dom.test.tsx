import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { SearchList } from './SearchList.tsx';

afterEach(cleanup);

it('searches when the text changes, not when the choice does', () => {
  const asked: string[] = [];
  const find = (text: string) => {
    asked.push(text);
    return ['a', 'b', 'c'].map((id) => ({ id, label: id + text }));
  };
  const picked: string[] = [];
  render(<SearchList label="Letters" placeholder="" find={find} nothing={() => ''} onPick={(id) => picked.push(id)} onClose={() => undefined} />);
  const field = screen.getByRole('combobox', { name: 'Letters' });
  fireEvent.change(field, { target: { value: 'x' } });
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) fireEvent.keyDown(field, { key });
  expect({ asked, picked }).toEqual({ asked: ['', 'x'], picked: ['b'] });
});
