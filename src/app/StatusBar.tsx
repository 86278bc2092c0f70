import { useMemo } from 'react';
import { showProblems, showSent, showTest, showTests } from '../editor/actions/viewActions.ts';
import type { BridgeStatus, EditorState } from '../editor/EditorState.ts';
import { perform, type Action } from '../editor/registry.ts';
import { selectIndex } from '../editor/selectors/document.ts';
import { selectProblemCount } from '../editor/selectors/problems.ts';
import { useActions } from '../editor/useActions.ts';
import { useEditor, useEditorStore } from '../editor/useEditor.ts';
import { Count, Led } from '../ui/Chip.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import css from './StatusBar.module.css';

/** AWS takes definitions of up to 1 MiB: [DG:statemachine-structure]. */
const DEFINITION_LIMIT = '1 MB';

/** Opens what lies at the bottom, and tells the size of things and whether the bridge is there. */
export function StatusBar() {
  const problems = useEditor(selectProblemCount);
  const states = useEditor((s) => selectIndex(s).all.length);
  const text = useEditor((s) => s.text);
  const kilobytes = useMemo(() => (new TextEncoder().encode(text).length / 1000).toFixed(1), [text]);
  return (
    <footer className={css.bar}>
      <DockButton action={showProblems} tab="problems" icon="warning" text="Problems" count={problems} />
      <DockButton action={showTest} tab="test" icon="play" text="Test state" />
      <DockButton action={showTests} tab="tests" icon="ok" text="Tests" />
      <DockButton action={showSent} tab="sent" icon="history" text="Sent requests" />
      <span className={css.grow} />
      <span className={css.item}>{states === 1 ? '1 state' : `${states} states`}</span>
      <span className={css.item}>{`${kilobytes} KB of ${DEFINITION_LIMIT}`}</span>
      <Region />
      <Bridge />
    </footer>
  );
}

interface DockButtonProps {
  readonly action: Action;
  readonly tab: NonNullable<EditorState['dock']>;
  readonly icon: IconName;
  readonly text: string;
  readonly count?: number;
}

function DockButton({ action, tab, icon, text, count }: DockButtonProps) {
  const store = useEditorStore();
  const open = useEditor((s) => s.dock === tab);
  return (
    <button type="button" className={css.button} aria-expanded={open} title={action.label} onClick={() => perform(action, store.getState())} data-testid={`status.${tab}`}>
      <Icon name={icon} size={14} />
      {text}
      {count !== undefined && count > 0 && <Count>{count}</Count>}
    </button>
  );
}

function Region() {
  const region = useEditor((s) => s.settings.region);
  const { showDialog } = useActions();
  return <button type="button" className={css.button} onClick={() => showDialog({ kind: 'settings' })} title="The region that tests and policies name" data-testid="status.region">{region}</button>;
}

const BRIDGE: { readonly [K in BridgeStatus['kind']]: { readonly led: 'on' | 'off' | 'warning' | 'error'; readonly text: string } } = {
  checking: { led: 'off', text: 'Looking for the bridge' },
  connected: { led: 'on', text: 'Bridge connected' },
  absent: { led: 'off', text: 'No bridge' },
  mismatch: { led: 'warning', text: 'Bridge is of another version' },
};

function Bridge() {
  const kind = useEditor((s) => s.bridge.kind);
  const { showDialog } = useActions();
  const { led, text } = BRIDGE[kind];
  return (
    <button type="button" className={css.button} onClick={() => showDialog({ kind: 'bridge' })} title="What the bridge does, and how to connect it" data-testid="status.bridge">
      <Led state={led} />
      {text}
    </button>
  );
}
