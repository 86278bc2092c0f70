import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { StateEntry } from '../../asl/states.ts';
import type { TestRun } from '../../editor/EditorState.ts';
import { selectConditions, selectContext, selectDraft, selectInput, selectMock, selectRun, selectVariables } from '../../editor/selectors/test.ts';
import { isHttpTask, takesMock } from '../../editor/testability.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { TabPanel, Tabs, type TabItem } from '../../ui/Tabs.tsx';
import { ConditionsTab } from './conditions/ConditionsTab.tsx';
import { ContextTab } from './context/ContextTab.tsx';
import { DefinitionTab } from './definition/DefinitionTab.tsx';
import { MockEditor } from './MockEditor.tsx';
import css from './TestInputs.module.css';

type InputTab = 'input' | 'variables' | 'context' | 'conditions' | 'mock' | 'definition';

interface Props {
  /** As the test takes it. */
  readonly entry: StateEntry;
  /** As in the document. */
  readonly written: StateEntry;
}

/** What goes into the test; remembered for each state. */
export function TestInputs({ entry, written }: Props) {
  const input = useEditor(selectInput(entry.name));
  const variables = useEditor(selectVariables(entry.name));
  const mock = useEditor(selectMock(entry.name));
  const { setInput, setVariables, startTest } = useActions();
  const mockable = takesMock(entry);
  const needsMock = useEditor((s) => asksForMock(selectRun(entry.id)(s)));
  // Whoever comes to a state with a mock finds it.
  const [chosen, setTab] = useState<InputTab | null>(() => (mock?.enabled ? 'mock' : null));
  const dots = useDots(entry);
  const wanted = chosen ?? (mockable && (needsMock || !isHttpTask(entry)) ? 'mock' : 'input');
  // An edit of the definition may leave nothing to mock.
  const tab = !mockable && (wanted === 'mock' || wanted === 'conditions') ? 'input' : wanted;
  const root = useRef<HTMLDivElement>(null);
  useTakenFocus(root);
  const onKeyDown = useEscape(entry);
  const items: readonly TabItem<InputTab>[] = [
    { id: 'input', label: 'Input' },
    { id: 'variables', label: 'Variables', dot: variables.trim() !== '' },
    { id: 'context', label: 'Context', dot: dots.context },
    ...(mockable ? [{ id: 'conditions', label: 'Conditions', dot: dots.conditions } as const, { id: 'mock', label: 'Mock', dot: mock?.enabled ?? false } as const] : []),
    { id: 'definition', label: 'Definition', dot: dots.definition },
  ];
  return (
    // Heard here for all that is inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={css.inputs} onKeyDown={onKeyDown}>
      <Tabs label="What goes in" tight items={items} value={tab} onChange={setTab} className={css.tabs} data-testid="test.tab">
        <TabPanel id="input" className={css.panel}>
          <CodeField label={`Input of ${entry.name}`} hideLabel lines="fill" value={input} onChange={(text) => setInput(entry.name, text)} onSubmit={() => startTest(entry.id)} footerEnd={entry.language === 'JSONata' ? <>In JSONata <code>$states.input</code></> : null} data-testid="test.input" />
        </TabPanel>
        <TabPanel id="variables" className={css.panel}>
          <CodeField label="Variables, as one JSON object" hideLabel lines="fill" allowEmpty value={variables} onChange={(text) => setVariables(entry.name, text)} onSubmit={() => startTest(entry.id)} placeholder='{ "count": 1 }' data-testid="test.variables-input" />
        </TabPanel>
        <TabPanel id="context" className={css.panel}><ContextTab entry={entry} /></TabPanel>
        {mockable && <TabPanel id="conditions" className={css.panel}><ConditionsTab entry={entry} /></TabPanel>}
        {mockable && (
          <TabPanel id="mock" className={css.panel}>
            <MockEditor entry={entry} />
          </TabPanel>
        )}
        <TabPanel id="definition" className={css.panel}><DefinitionTab entry={written} tested={entry} /></TabPanel>
      </Tabs>
    </div>
  );
}

/** Which of the tabs hold something. */
function useDots(entry: StateEntry): { readonly context: boolean; readonly conditions: boolean; readonly definition: boolean } {
  const context = useEditor(selectContext(entry.name)).trim() !== '';
  const conditions = Object.keys(useEditor(selectConditions(entry.name))).length > 0;
  const revealing = useEditor((s) => s.revealing.includes(entry.id));
  const definition = useEditor(selectDraft(entry.name)) !== undefined;
  return { context, conditions: conditions || revealing, definition };
}

/** Whoever asked for the test by a key goes on typing: its input, or what stands there instead. */
function useTakenFocus(root: RefObject<HTMLElement | null>): void {
  const asked = useEditor((s) => s.dockFocus);
  const { tookDockFocus } = useActions();
  useEffect(() => {
    if (!asked) return;
    tookDockFocus();
    const first = (what: string) => root.current?.querySelector<HTMLElement>(`[role="tabpanel"] ${what}`);
    (first('textarea') ?? first(':is(input, select, button)'))?.focus();
  }, [asked, tookDockFocus, root]);
}

/** Escape goes back to the card, unless something inside has used it. */
function useEscape(entry: StateEntry): (event: KeyboardEvent) => void {
  const { requestViewport } = useActions();
  return (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    requestViewport({ kind: 'reveal', state: entry.id, focus: true });
  };
}

/** The person answered "Use a mock", or the task cannot be sent from here. */
const asksForMock = (run: TestRun | undefined): boolean => run?.outcome?.kind === 'not-performed' && run.outcome.reason.kind === 'needs-mock';
