import { useState } from 'react';
import { convert } from '../../asl/convert.ts';
import { loadYaml } from '../../asl/yaml/loadYaml.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import css from './ExportDialog.module.css';

const NAMES = { json: 'JSON', yaml: 'YAML' } as const;

/** The document in the other format. What that cannot hold is said before anything is changed; undo brings everything back. */
export function ConvertDialog() {
  const tree = useEditor((s) => s.tree);
  const { rewrite, showDialog } = useActions();
  const [failed, setFailed] = useState<string | null>(null);
  const to = tree.format === 'json' ? 'yaml' : 'json';
  const converted = convert(tree, to);
  const close = (): void => showDialog(null);
  const start = async (text: string): Promise<void> => {
    try {
      if (to === 'yaml') await loadYaml();
    } catch {
      return setFailed('What reads YAML could not be loaded, because the studio does not answer. Start it again with npm start, then try again.');
    }
    const refusal = rewrite(text, to, `Convert to ${NAMES[to]}`);
    if (refusal) setFailed(refusal.message);
    else close();
  };
  const footer = (
    <>
      <Grow />
      <Button onClick={close}>Cancel</Button>
      {converted.ok && <Button variant="primary" onClick={() => void start(converted.value.text)} data-testid="convert.start">{`Convert to ${NAMES[to]}`}</Button>}
    </>
  );
  return (
    <Dialog open onClose={close} size="m" title={`Convert to ${NAMES[to]}`} description={`The whole definition is written anew as ${NAMES[to]}: one step that undo takes back.`} footer={footer} data-testid="convert">
      {failed !== null && <Notice tone="error" title="Not converted" text={failed} announce />}
      {converted.ok ? (
        <>
          {converted.value.notes.length === 0 ? <p className={css.note}>Nothing is lost.</p> : <Notice tone="warning" title={`What ${NAMES[to]} cannot hold`} text={converted.value.notes.join(' ')} data-testid="convert.notes" />}
          <pre className={css.text} tabIndex={0} aria-label={`The definition as ${NAMES[to]}`} data-testid="convert.text">{converted.value.text}</pre>
        </>
      ) : (
        <Notice tone="error" title="This text cannot be converted yet" text={converted.error.message} />
      )}
    </Dialog>
  );
}
