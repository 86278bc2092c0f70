import { setField } from '../../asl/commands/setField.ts';
import { fieldHint } from './fieldSpecs.ts';
import type { StateEntry } from '../../asl/states.ts';
import { selectLanguage } from '../../editor/selectors/document.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useApply } from './useApply.ts';
import { textIn } from './values.ts';

const INHERIT = 'inherit';

/** The state's own query language. In a JSONata workflow no state may go back to JSONPath. */
export function LanguageField({ entry }: { readonly entry: StateEntry }) {
  const machine = useEditor(selectLanguage);
  const { error, apply } = useApply();
  const own = textIn(entry, ['QueryLanguage']);
  const options = [
    { value: INHERIT, label: `As the workflow (${machine})` },
    { value: 'JSONata', label: 'JSONata' },
    { value: 'JSONPath', label: 'JSONPath', ...(machine === 'JSONata' && own !== 'JSONPath' ? { disabledReason: 'No state of a JSONata workflow can use JSONPath.' } : {}) },
  ];
  const { showDialog } = useActions();
  return (
    <SelectField
      label="Query language"
      options={options}
      value={own ?? INHERIT}
      hint={fieldHint('QueryLanguage')}
      labelEnd={entry.language === 'JSONPath' && <Button size="small" variant="ghost" onClick={() => showDialog({ kind: 'to-jsonata', states: [entry.id] })} data-testid="inspector.toJsonata">Convert to JSONata…</Button>}
      error={error}
      onChange={(to) => apply(setField(entry.id, ['QueryLanguage'], to === INHERIT ? undefined : to))}
      data-testid="inspector.field.QueryLanguage"
    />
  );
}
