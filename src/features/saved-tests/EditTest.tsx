import { useState } from 'react';
import { itemsOf, stringOf, valueOf } from '../../asl/pointer.ts';
import { parse } from '../../asl/parse.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditorStore } from '../../editor/useEditor.ts';
import type { Json } from '../../lib/Json.ts';
import { readSuite } from '../../suite/readSuite.ts';
import { changeTest, freeTestName } from '../../suite/suiteEdits.ts';
import type { SavedTest } from '../../suite/suiteTypes.ts';
import { Button } from '../../ui/Button.tsx';
import { formatJson } from '../../ui/formatJson.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './SavedTests.module.css';

/** Name, input, what must hold and why it is skipped; what is not changed stays as it was written. */
export function EditTest({ test, onDone }: { readonly test: SavedTest; readonly onDone: () => void }) {
  const store = useEditorStore();
  const { setTests } = useActions();
  const [before] = useState(() => written(store.getState().sidecar.tests ?? '', test.name));
  const [name, setName] = useState(test.name);
  const [skip, setSkip] = useState(test.skip ?? '');
  const [input, setInput] = useState(before.input);
  const [expect, setExpect] = useState(before.expect);
  const [problem, setProblem] = useState<string | null>(null);
  const save = (): void => {
    let text = store.getState().sidecar.tests ?? '';
    const wanted = name.trim();
    if (wanted === '') return setProblem('Type a name that says what must hold.');
    if (wanted !== test.name && freeTestName(text, wanted) !== wanted) return setProblem('There is a test of that name already. Choose another one.');
    const changes: [string, Json | undefined][] = [];
    for (const [member, now, then] of [['input', input, before.input], ['expect', expect, before.expect]] as const) {
      if (now === then) continue;
      try {
        changes.push([member, JSON.parse(now) as Json]); // JSON.parse answers Json
      } catch {
        return setProblem(`${member === 'input' ? 'The input' : 'What must hold'} is not valid JSON.`);
      }
    }
    if (skip.trim() !== (test.skip ?? '')) changes.push(['skip', skip.trim() === '' ? undefined : skip.trim()]);
    // The name last: until then it finds the test.
    if (wanted !== test.name) changes.push(['name', wanted]);
    for (const [member, value] of changes) {
      const edit = changeTest(text, test.name, member, value);
      if (!edit.ok) return setProblem(edit.error);
      text = edit.value;
    }
    const [first] = readSuite(text).problems;
    if (first) return setProblem(first.message);
    setTests(text);
    return onDone();
  };
  return (
    <>
      {problem !== null && <Notice tone="error" title={problem} announce />}
      <TextField label="Name" value={name} onChange={setName} autoFocus data-testid="saved.edit.name" />
      <CodeField label="Input" value={input} onChange={setInput} lines={[2, 8]} />
      <CodeField label="What must hold" value={expect} onChange={setExpect} lines={[3, 12]} data-testid="saved.edit.expect" />
      <TextField label="Skip, because" value={skip} onChange={setSkip} placeholder="Empty: it runs" data-testid="saved.edit.skip" />
      <div className={css.buttons}>
        <Button size="small" variant="primary" onClick={save} data-testid="saved.edit.save">Save</Button>
        <Button size="small" variant="ghost" onClick={onDone}>Cancel</Button>
      </div>
    </>
  );
}

function written(tests: string, name: string): { readonly input: string; readonly expect: string } {
  const test = itemsOf(valueOf(parse(tests, 'json').root, 'tests')).find((one) => stringOf(one, 'name') === name);
  const textOf = (key: string): string => {
    const node = valueOf(test, key);
    return node ? formatJson(tests.slice(node.offset, node.offset + node.length)) : '{}';
  };
  return { input: textOf('input'), expect: textOf('expect') };
}
