import { placeholdersIn } from '../../../asl/placeholders.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { Substitutions } from '../../../asl/substitute.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { TextField } from '../../../ui/TextField.tsx';
import css from './Definition.module.css';

/** What the placeholders of this state stand for in tests of the whole workflow. Never exported. */
export function PlaceholderFields({ entry }: { readonly entry: StateEntry }) {
  const values = useEditor((s) => s.sidecar.substitutions);
  const { setSubstitutions } = useActions();
  const names = placeholdersIn(entry.node);
  if (names.length === 0) return null;
  return (
    <section className={css.placeholders} aria-label="Values of placeholders" data-testid="test.placeholders">
      <p className={css.hint}>Values of placeholders, in all tests of this workflow. A bare one becomes the JSON value: 3, true, ["a"].</p>
      <div className={css.fields}>
        {names.map((name) => (
          <TextField
            key={name} label={`\${${name}}`} mono size="small" value={Object.hasOwn(values, name) ? (values[name] ?? '') : ''} placeholder="No value: stays as it is"
            onChange={(value) => setSubstitutions(withValue(values, name, value))}
          />
        ))}
      </div>
    </section>
  );
}

const withValue = (values: Substitutions, name: string, value: string): Substitutions => Object.fromEntries([...Object.entries(values).filter(([known]) => known !== name), ...(value === '' ? [] : [[name, value] as const])]);
