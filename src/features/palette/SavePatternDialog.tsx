import { useState } from 'react';
import { copyStates } from '../../asl/copyStates.ts';
import { outermost } from '../../asl/outermost.ts';
import { usePaletteWorld, useShelf } from '../../editor/palette/usePaletteWorld.ts';
import { selectLanguage } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** A name for the selected states, under which the palette keeps them; with an id, another name for what is kept. */
export function SavePatternDialog({ id }: { readonly id?: string | undefined }) {
  const store = useEditorStore();
  const { showDialog, notify, announce } = useActions();
  const world = usePaletteWorld();
  const { fragments } = useShelf(world);
  const [s] = useState(() => store.getState());
  const states = outermost(s.tree, s.selected);
  const known = fragments.find((one) => one.id === id);
  const [typed, setTyped] = useState<string>();
  const [refused, setRefused] = useState<string | null>(null);
  const name = typed ?? known?.name ?? states[0]?.name ?? '';
  const save = async (): Promise<void> => {
    const wanted = name.trim();
    const text = copyStates(s.tree, s.selected);
    if (wanted === '') return setRefused('Type a name.');
    if (fragments.some((one) => one.name === wanted && one.id !== id)) return setRefused('There is a pattern of that name already. Choose another one.');
    if (id === undefined && text === null) return setRefused('No state is selected any more. Close this, and select some.');
    const problem = await (id === undefined ? world.shelf.save({ id: crypto.randomUUID(), name: wanted, text: text ?? '', language: selectLanguage(s) }) : world.shelf.rename(id, wanted));
    if (problem) notify({ tone: 'warning', title: 'The pattern is not kept when the page closes', text: problem.message });
    else announce(id === undefined ? `Saved the pattern ${wanted}. It is in the palette, under Patterns.` : `Renamed to ${wanted}.`);
    return showDialog(null);
  };
  const about = id !== undefined ? undefined : `${states.length === 1 ? 'One state is' : `${states.length} states are`} kept in this browser, with the arrows among them, and can be put into any workflow from the palette.`;
  return (
    <Dialog open onClose={() => showDialog(null)} title={id === undefined ? 'Save as a pattern' : 'Rename the pattern'} description={about} data-testid="save-pattern" footer={<><Grow /><Button variant="ghost" onClick={() => showDialog(null)}>Cancel</Button><Button variant="primary" onClick={() => void save()}>{id === undefined ? 'Save' : 'Rename'}</Button></>}>
      <TextField label="Name" value={name} error={refused} maxLength={80} autoFocus onChange={(text) => { setTyped(text); setRefused(null); }} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save(); }} />
    </Dialog>
  );
}
