import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Button } from './Button.tsx';
import { CodeField } from './CodeField.tsx';
import { IconButton } from './IconButton.tsx';
import { JsonTree } from './JsonTree.tsx';
import { Segmented } from './Segmented.tsx';

afterEach(cleanup);

describe('Button', () => {
  it('with a reason does nothing, says the reason, and keeps its place in the tab order', () => {
    const clicks: number[] = [];
    render(<Button disabledReason="Choose a state first." onClick={() => clicks.push(1)}>Test state</Button>);
    const button = screen.getByRole('button', { name: 'Test state' });
    fireEvent.click(button);
    button.focus();
    expect(clicks).toEqual([]);
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Choose a state first.');
  });

  it('as an icon is called what its label says', () => {
    const clicks: number[] = [];
    render(<IconButton icon="undo" label="Undo" keys="Mod+Z" onClick={() => clicks.push(1)} />);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(clicks).toEqual([1]);
  });
});

function View() {
  const [value, setValue] = useState<'a' | 'b' | 'c'>('a');
  return <Segmented label="View" value={value} onChange={setValue} options={[{ value: 'a', label: 'Canvas' }, { value: 'b', label: 'Split', disabledReason: 'Too narrow.' }, { value: 'c', label: 'Code' }]} />;
}

describe('Segmented', () => {
  it('is a radio group: one tab stop, arrows choose and pass over what cannot be chosen', () => {
    render(<View />);
    const radio = (name: string) => screen.getByRole('radio', { name });
    expect(screen.getAllByRole('radio').map((option) => option.tabIndex)).toEqual([0, -1, -1]);
    fireEvent.keyDown(radio('Canvas'), { key: 'ArrowRight' });
    expect(radio('Code').getAttribute('aria-checked')).toBe('true');
    expect(document.activeElement).toBe(radio('Code'));
    fireEvent.keyDown(radio('Code'), { key: 'ArrowRight' });
    expect(radio('Canvas').getAttribute('aria-checked')).toBe('true');
  });
});

describe('CodeField', () => {
  // jsdom lays nothing out and has no observer of sizes.
  beforeAll(() => { vi.stubGlobal('ResizeObserver', class { observe(): void { /* No sizes. */ } disconnect(): void { /* No sizes. */ } }); });

  it('says where a mistake is, and takes back a draft on Escape', async () => {
    const log: string[] = [];
    render(<CodeField label="Body" value="{}" onCommit={(text) => log.push(text)} />);
    const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Body' });
    fireEvent.change(area, { target: { value: '{\n  "a" 1\n}' } });
    expect(await screen.findByText('Line 2: A colon is missing after the name.')).toBeTruthy();
    fireEvent.keyDown(area, { key: 'Escape' });
    expect(area.value).toBe('{}');
    fireEvent.blur(area);
    expect(log).toEqual([]);
  });

  it('leaves Mod+Enter to the page unless it has a task for it', () => {
    const submits: number[] = [];
    const { rerender } = render(<CodeField label="Body" value="{}" />);
    const press = () => fireEvent.keyDown(screen.getByRole('textbox', { name: 'Body' }), { key: 'Enter', ctrlKey: true });
    expect(press()).toBe(true);
    rerender(<CodeField label="Body" value="{}" onSubmit={() => submits.push(1)} />);
    expect(press()).toBe(false);
    expect(submits).toEqual([1]);
  });
});

describe('JsonTree', () => {
  it('draws only rows that can be seen of a very large value', () => {
    render(<JsonTree label="Items" value={Array.from({ length: 60_000 }, (_, at) => at)} />);
    expect(screen.getAllByRole('treeitem').length).toBeLessThan(500);
    expect(screen.getAllByRole('treeitem')[0]?.getAttribute('aria-setsize')).toBe('60000');
  });

  it('takes a value of any depth', () => {
    render(<JsonTree label="Deep" value={JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)} />);
    expect(screen.getAllByRole('treeitem').length).toBeGreaterThan(0);
  });

  it('opens all of a small value', () => {
    render(<JsonTree label="Body" value={{ id: 'in_1', lines: { data: [{ deep: true }] } }} />);
    expect(screen.getByText('"in_1"')).toBeTruthy();
    expect(screen.getByText('deep:')).toBeTruthy();
  });

  it('opens the first levels of a bigger one', () => {
    const data = Array.from({ length: 70 }, (_, at) => ({ deep: at }));
    render(<JsonTree label="Body" value={{ id: 'in_1', lines: { data } }} />);
    expect(screen.getByText('"in_1"')).toBeTruthy();
    expect(screen.getByText('data:')).toBeTruthy();
    expect(screen.queryByText('deep:')).toBeNull();
  });

  it('is walked, opened and closed with arrows, and tells the path of the chosen value in both languages', () => {
    render(<JsonTree label="Body" value={{ id: 'in_1', 'line items': [{ price: 5 }] }} roots={{ jsonPath: '$.ResponseBody', jsonata: '$states.result.ResponseBody' }} />);
    const tree = screen.getByRole('tree', { name: 'Body' });
    const press = (...keys: readonly string[]) => keys.forEach((key) => fireEvent.keyDown(tree, { key }));
    press('ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft');
    expect(screen.queryByText('price:')).toBeNull();
    press('ArrowRight', 'ArrowRight');
    expect(screen.getByRole('treeitem', { selected: true }).textContent).toContain('price:5');
    expect(tree.getAttribute('aria-activedescendant')).toBe(screen.getByRole('treeitem', { selected: true }).id);
    expect(screen.getByText("$.ResponseBody['line items'][0].price")).toBeTruthy();
    expect(screen.getByRole('button', { name: /JSONata/ })).toBeTruthy();
  });
});

function Searched() {
  const [searching, setSearching] = useState(false);
  return <JsonTree label="Body" searching={searching} onSearching={setSearching} value={{ a: Array.from({ length: 200 }, (_, at) => ({ name: `item ${at}`, deep: { needle: at } })) }} />;
}

describe('search in a JsonTree', () => {
  it('opens what holds the match, goes on with Enter, and gives the focus back on Escape', () => {
    render(<Searched />);
    const tree = screen.getByRole('tree', { name: 'Body' });
    fireEvent.keyDown(tree, { key: '/' });
    const field = screen.getByRole('textbox', { name: 'Search in Body' });
    fireEvent.change(field, { target: { value: 'item 19' } });
    expect(screen.getByText('1 of 11')).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(screen.getByText('2 of 11')).toBeTruthy();
    expect(screen.getByText('$.a[190].name')).toBeTruthy();
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(document.activeElement).toBe(tree);
  });
});
