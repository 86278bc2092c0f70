import type { LivePreview } from '../../editor/useHttpPreview.ts';
import { Chip } from '../../ui/Chip.tsx';
import { printCurl } from '../../http/curl/printCurl.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import css from './ResultStrip.module.css';

/** Before the first test: that nothing was sent yet. The way to send stands above. */
export function ReadyStrip({ live }: { readonly live: LivePreview }) {
  const { preview } = live;
  const prepared = preview?.kind === 'request' || preview?.kind === 'no-connection' ? preview.prepared : null;
  return (
    <div className={css.strip} data-testid="test.ready">
      <Chip tone="outline" strong icon="eye">Prepared, not sent</Chip>
      <span className={css.words}>The exact request for this input.</span>
      <span className={css.grow} />
      {prepared && <CopyButton text={() => printCurl(prepared, { reveal: false })} label="Copy as cURL, secrets masked">Copy as cURL</CopyButton>}
    </div>
  );
}
