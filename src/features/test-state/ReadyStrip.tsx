import type { LivePreview } from '../../editor/useHttpPreview.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Button } from '../../ui/Button.tsx';
import { printCurl } from '../../http/curl/printCurl.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import css from './ResultStrip.module.css';

/** Before the first test: that nothing was sent yet, and the way to send. */
export function ReadyStrip({ live, onStart }: { readonly live: LivePreview; readonly onStart: () => void }) {
  const { preview } = live;
  const prepared = preview?.kind === 'request' || preview?.kind === 'no-connection' ? preview.prepared : null;
  return (
    <div className={css.strip} data-testid="test.ready">
      <Chip tone="outline" strong icon="eye">Prepared, not sent</Chip>
      <span className={css.words}>The exact request for the input on the left. Nothing leaves before you start the test and say yes.</span>
      <span className={css.grow} />
      {prepared && <CopyButton text={() => printCurl(prepared, { reveal: false })} label="Copy as cURL, secrets masked">Copy as cURL</CopyButton>}
      <Button size="small" icon="play" onClick={onStart}>Start test</Button>
    </div>
  );
}
