import { exportJson } from '../../asl/exportText.ts';
import type { Problem } from '../../checks/problem.ts';
import { selectProblems } from '../../editor/selectors/problems.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useServices } from '../../editor/useServices.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Checklist } from './Checklist.tsx';
import css from './ExportDialog.module.css';

/** Strict JSON for AWS, with what should be looked at before it ships. Nothing beside the document is exported. */
export function ExportDialog() {
  const text = useEditor((s) => s.text);
  const name = useEditor((s) => s.name);
  const spelling = useEditor((s) => s.spelling);
  const problems = useEditor(selectProblems);
  const { showDialog, showDock, select, requestViewport } = useActions();
  const { files } = useServices();
  const exported = exportJson(text);
  const close = (): void => showDialog(null);
  const show = (problem: Problem): void => {
    close();
    showDock('problems');
    if (problem.state === undefined) return;
    select([problem.state], 'other');
    requestViewport({ kind: 'reveal', state: problem.state });
  };
  const fileName = `${fileNameFrom(name)}.asl.json`;
  const download = (content: string): void => {
    void files.download(fileName, content, spelling);
    close();
  };
  const footer = exported.ok ? (
    <>
      <CopyButton text={exported.value.text} label="Copy the definition" variant="secondary" size="normal">Copy</CopyButton>
      <Grow />
      <Button onClick={close}>Close</Button>
      <Button variant="primary" icon="download" onClick={() => download(exported.value.text)} data-testid="export.download">{`Download ${fileName}`}</Button>
    </>
  ) : (
    <>
      <Grow />
      <Button onClick={close}>Close</Button>
      <Button icon="download" onClick={() => download(text)} data-testid="export.asIs">Download the text as it is</Button>
    </>
  );
  return (
    <Dialog open onClose={close} size="m" title="Export ASL" description="The definition as strict JSON, ready for AWS: without comments, test inputs, mocks or host mapping." footer={footer} data-testid="export">
      {exported.ok ? (
        <>
          <Checklist problems={problems} onShow={show} />
          {exported.value.notes.map((note) => <p key={note} className={css.note}>{note}</p>)}
          <pre className={css.text} tabIndex={0} aria-label="The definition to export" data-testid="export.text">{exported.value.text}</pre>
        </>
      ) : (
        <Notice tone="error" title="AWS cannot read this text yet" text={exported.error.message} />
      )}
    </Dialog>
  );
}

/** Letters, digits, dots and hyphens, whatever the workflow is called. */
const fileNameFrom = (name: string): string => name.trim().replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|-+$/g, '').slice(0, 80) || 'workflow';
