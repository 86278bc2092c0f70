import { useState } from 'react';
import { exportAsJson, exportAsYaml } from '../../asl/convert.ts';
import { PLAIN_SPELLING } from '../../asl/fileSpelling.ts';
import type { Format } from '../../asl/tree.ts';
import type { Problem } from '../../checks/problem.ts';
import { selectProblems } from '../../editor/selectors/problems.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useServices } from '../../editor/useServices.ts';
import { selectWorkflowSettings } from '../../editor/workflowSettings.ts';
import { replaceArns } from '../../iam/replaceArns.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Checklist } from './Checklist.tsx';
import css from './ExportDialog.module.css';

/** Strict JSON for AWS, or the definition as YAML for a template, with what should be looked at before it ships. Nothing beside the document is exported. */
export function ExportDialog() {
  const tree = useEditor((s) => s.tree);
  const { text } = tree;
  const [as, setAs] = useState<Format>('json');
  const name = useEditor((s) => s.name);
  const tests = useEditor((s) => s.sidecar.tests);
  const spelling = useEditor((s) => s.spelling);
  const problems = useEditor(selectProblems);
  const { showDialog, showDock, select, requestViewport } = useActions();
  const { files } = useServices();
  const { arns = NO_ARNS } = useEditor(selectWorkflowSettings);
  const exported = withRealArns(as === 'json' ? exportAsJson(tree) : exportAsYaml(tree), arns);
  const open = problems.filter((problem) => !isReplaced(problem, text, arns));
  const close = (): void => showDialog(null);
  const show = (problem: Problem): void => {
    close();
    showDock('problems');
    if (problem.state === undefined) return;
    select([problem.state], 'other');
    requestViewport({ kind: 'reveal', state: problem.state });
  };
  const fileName = `${fileNameFrom(name)}.asl.${as}`;
  const download = (content: string, file = fileName): void => {
    void files.download(file, content, spelling);
    close();
  };
  const footer = exported.ok ? (
    <>
      {tests !== undefined && <Button variant="ghost" icon="ok" onClick={() => void files.download(`${fileNameFrom(name)}.tests.json`, tests, PLAIN_SPELLING)} tooltip="NAME.tests.json, to lie beside the definition" data-testid="export.tests">Tests</Button>}
      <Button variant="ghost" icon="shield" onClick={() => showDialog({ kind: 'iam' })} data-testid="export.iam">IAM policies</Button>
      <Button variant="ghost" icon="eye" onClick={() => showDialog({ kind: 'picture' })} data-testid="export.picture">Picture</Button>
      <CopyButton text={exported.value.text} label="Copy the definition" variant="secondary" size="normal">Copy</CopyButton>
      <Grow />
      <Button onClick={close}>Close</Button>
      <Button variant="primary" icon="download" onClick={() => download(exported.value.text)} data-testid="export.download">{`Download ${fileName}`}</Button>
    </>
  ) : (
    <>
      <Grow />
      <Button onClick={close}>Close</Button>
      <Button icon="download" onClick={() => download(text, `${fileNameFrom(name)}.asl.${tree.format}`)} data-testid="export.asIs">Download the text as it is</Button>
    </>
  );
  return (
    <Dialog open onClose={close} size="m" title="Export ASL" description={as === 'json' ? 'The definition as strict JSON, ready for AWS: without comments, test inputs, mocks or host mapping.' : 'The definition as YAML, for a SAM or CloudFormation template or your repository: without test inputs, mocks or host mapping.'} footer={footer} data-testid="export">
      {exported.ok ? (
        <>
          <Segmented<Format> label="Format of the export" value={as} onChange={setAs} options={[{ value: 'json', label: 'JSON for AWS' }, { value: 'yaml', label: 'YAML' }]} data-testid="export.format" />
          <Checklist problems={open} onShow={show} />
          {exported.value.notes.map((note) => <p key={note} className={css.note}>{note}</p>)}
          <pre className={css.text} tabIndex={0} aria-label="The definition to export" data-testid="export.text">{exported.value.text}</pre>
        </>
      ) : (
        <Notice tone="error" title="AWS cannot read this text yet" text={exported.error.message} />
      )}
    </Dialog>
  );
}

const NO_ARNS: { readonly [local: string]: string } = {};

/** What the person filled in for AWS takes the place of what stands in the document. */
function withRealArns(exported: ReturnType<typeof exportAsJson>, arns: { readonly [local: string]: string }): ReturnType<typeof exportAsJson> {
  if (!exported.ok) return exported;
  const text = replaceArns(exported.value.text, arns);
  if (text === exported.value.text) return exported;
  return { ok: true, value: { ...exported.value, text, notes: [...exported.value.notes, 'Connection ARNs that have a real one under IAM, Connections, are replaced by it.'] } };
}

const isReplaced = ({ code, offset, length }: Problem, text: string, arns: { readonly [local: string]: string }): boolean => {
  if (code !== 'made-up-connection-arn') return false;
  const written = text.slice(offset, offset + length);
  return replaceArns(written, arns) !== written;
};

/** Letters, digits, dots and hyphens, whatever the workflow is called. */
const fileNameFrom = (name: string): string => name.trim().replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|-+$/g, '').slice(0, 80) || 'workflow';
