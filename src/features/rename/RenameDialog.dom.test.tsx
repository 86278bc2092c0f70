import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StateId } from '../../asl/names.ts';
import { machine } from '../../asl/testing/edit.ts';
import { createEditorStore } from '../../editor/createEditorStore.ts';
import { memoryServices } from '../../editor/testing/memoryServices.ts';
import { EditorContext } from '../../editor/useEditor.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { RenameStateDialog, RenameVariableDialog } from './RenameDialog.tsx';

beforeAll(() => { vi.stubGlobal('ResizeObserver', class { observe(): void { /* No sizes. */ } disconnect(): void { /* No sizes. */ } unobserve(): void { /* No sizes. */ } }); });
afterAll(() => { vi.unstubAllGlobals(); });
afterEach(cleanup);

const TEXT = machine({
  Set: { Type: 'Pass', Assign: { 'total.$': '$.price', seen: true }, Next: 'Tell' },
  Tell: { Type: 'Pass', Parameters: { "text.$": "States.Format('{} of {}', $total, $total)" }, Next: 'Which' },
  Which: { Type: 'Choice', Choices: [{ Variable: '$$.State.Name', StringEquals: 'Tell', Next: 'Tell' }], Default: 'Done' },
  Done: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $total %}', End: true },
});

function open(dialog: React.ReactNode) {
  const store = createEditorStore(memoryServices(), { text: TEXT, name: 'order', draftId: 'draft' });
  render(<EditorContext value={store}><TooltipProvider>{dialog}</TooltipProvider></EditorContext>);
  return store;
}
const type = (name: string): boolean => fireEvent.change(screen.getByLabelText('New name'), { target: { value: name } });
const places = () => within(screen.getByTestId('rename.places')).getAllByRole('listitem').map((item) => item.textContent);

describe('renaming with a preview', () => {
  it('shows every place of a variable in both languages, and renames in one step', () => {
    const store = open(<RenameVariableDialog name="total" state={'Tell' as StateId} />);
    type('sum');
    expect(places()).toEqual([
      expect.stringContaining('SetAssign.total.$Before: total.$After: sum.$'),
      expect.stringContaining("TellParameters.text.$Before: States.Format('{} of {}', $total, $total)After: States.Format('{} of {}', $sum, $sum)"),
      expect.stringContaining('DoneOutputBefore: {% $total %}After: {% $sum %}'),
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Rename in 3 places' }));
    expect(store.getState().text).toBe(TEXT.replace('"total.$"', '"sum.$"').replaceAll('$total', '$sum'));
    store.getState().actions.undo();
    expect(store.getState().text).toBe(TEXT);
  });

  it('says why a name cannot be taken', () => {
    open(<RenameVariableDialog name="total" />);
    type('seen');
    expect(screen.getAllByText(/sees a variable \$seen already/)).not.toEqual([]);
    expect(screen.getByTestId('rename.start').getAttribute('aria-disabled')).toBe('true');
    expect(screen.queryByTestId('rename.places')).toBeNull();
  });

  it('shows the arrows that follow a state, and reports the condition that names it', () => {
    const store = open(<RenameStateDialog state={'Tell' as StateId} />);
    type('Say');
    expect(places()).toEqual([expect.stringContaining('SetNext'), expect.stringContaining('Tellits name'), expect.stringContaining('WhichChoices[0].Next')]);
    expect(screen.getByTestId('rename.remark').textContent).toContain('One text still says "Tell" (in "Which")');
    fireEvent.submit(screen.getByLabelText('New name'));
    expect(store.getState().text).toContain('"Next": "Say"');
    expect(store.getState().text).toContain('"StringEquals": "Tell"');
  });
});
