import type { Ref } from 'react';
import type { StateId } from '../../../asl/names.ts';
import { selectPastRuns } from '../../../editor/pastRuns.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx';
import { runWords } from './runWords.ts';

interface Props {
  readonly state: StateId;
  /** The run that is shown. */
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** The last runs of the state, to look at one of them. */
export function HistoryMenu({ state, shown, onShow, buttonRef }: Props) {
  const runs = useEditor(selectPastRuns(state));
  if (runs.length === 0) return null;
  const entries: readonly MenuEntry[] = runs.map((run) => ({ id: run.id, ...runWords(run), checked: run.id === shown, onSelect: () => onShow(run.id) }));
  const label = `Earlier runs of this state, ${runs.length} in all`;
  return <Menu label="Runs of this state, the newest first" align="end" entries={entries} trigger={<IconButton ref={buttonRef} icon="history" size="small" label={label} data-testid="test.history" />} />;
}
