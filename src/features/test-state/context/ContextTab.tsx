import type { StateEntry } from '../../../asl/states.ts';
import { selectContext, selectInput } from '../../../editor/selectors/test.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { Button } from '../../../ui/Button.tsx';
import { CodeField } from '../../../ui/CodeField.tsx';
import { AwsSays } from '../AwsSays.tsx';
import { contextRemarks } from './contextRemarks.ts';
import { sampleContext } from './sampleContext.ts';
import { useMocked } from './useMocked.ts';
import css from './ContextTab.module.css';

/** The context object of the test, checked as it is typed; without one the engine makes it up, as AWS does. */
export function ContextTab({ entry }: { readonly entry: StateEntry }) {
  const text = useEditor(selectContext(entry.name));
  const input = useEditor(selectInput(entry.name));
  const region = useEditor((s) => s.settings.region);
  const mocked = useMocked(entry);
  const { setContext, startTest, notify } = useActions();
  const { problem, awsSays } = contextRemarks(text, entry, mocked);
  const replace = (next: string, title: string): void => {
    setContext(entry.name, next);
    if (text.trim() !== '') notify({ tone: 'info', title, action: { label: 'Undo', run: () => setContext(entry.name, text) } });
  };
  const fill = (): void => replace(sampleContext(entry, input, region), `The context of ${entry.name} was replaced by a sample`);
  return (
    <div className={css.context}>
      <div className={css.bar}>
        <span className={css.hint}>{text.trim() === '' ? 'Empty: it is made up.' : 'The whole context object.'}</span>
        <span className={css.grow} />
        <Button size="small" variant="ghost" icon="bulb" onClick={fill} data-testid="test.context.sample">Fill in a sample</Button>
        <Button size="small" variant="ghost" icon="trash" disabledReason={text === '' ? 'There is no context to remove.' : null} onClick={() => replace('', `The context of ${entry.name} was removed`)}>Remove</Button>
      </div>
      <CodeField
        label={`Context object of ${entry.name}`} hideLabel lines="fill" allowEmpty value={text} error={problem} onChange={(typed) => setContext(entry.name, typed)} onSubmit={() => startTest(entry.id)}
        placeholder='{ "Execution": { "Name": "order-7" } }' footerEnd={<code>{entry.language === 'JSONata' ? '$states.context' : '$$'}</code>} data-testid="test.context-input"
      />
      {awsSays !== null && <div className={css.aws}><AwsSays>{awsSays}</AwsSays></div>}
    </div>
  );
}
