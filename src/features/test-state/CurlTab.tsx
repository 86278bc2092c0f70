import type { TestRun } from '../../editor/EditorState.ts';
import { printCurl } from '../../http/curl/printCurl.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import css from './CurlTab.module.css';

/** The same request as a cURL command, without what the connection adds. */
export function CurlTab({ run }: { readonly run: TestRun }) {
  if (run.prepared === undefined) return null;
  const command = printCurl(run.prepared, { reveal: false });
  return (
    <div className={css.pane}>
      <div className={css.bar}>
        <span>The connection's secrets are masked: put them in before you run it.</span>
        <CopyButton text={command} label="Copy as cURL">Copy as cURL</CopyButton>
      </div>
      <pre className={css.command} tabIndex={0} data-testid="test.curl">{command}</pre>
    </div>
  );
}
