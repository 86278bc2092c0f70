import { printCurl } from '../../http/curl/printCurl.ts';
import type { PreparedRequest } from '../../http/prepared.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import type { Reveal } from './exchange/useReveal.ts';
import css from './CurlTab.module.css';

/** The same request as a cURL command; with what the connection adds only while a person asks to see it. */
export function CurlTab({ prepared, reveal }: { readonly prepared: PreparedRequest; readonly reveal?: Reveal }) {
  const revealed = reveal?.revealed ?? null;
  const command = revealed ? printCurl(revealed, { reveal: true }) : printCurl(prepared, { reveal: false });
  return (
    <div className={css.pane}>
      <div className={css.bar}>
        <span className={css.words}>{revealed ? 'This command holds the secrets of the connection: copy it with care.' : (reveal?.problem ?? "The connection's secrets are masked: put them in before you run it.")}</span>
        {reveal && <Button size="small" variant="ghost" icon={revealed ? 'eye-off' : 'eye'} pressed={revealed !== null} onClick={reveal.toggle} data-testid="test.curl.reveal">{revealed ? 'Hide secrets' : 'Reveal secrets'}</Button>}
        <CopyButton text={command} label="Copy as cURL">Copy as cURL</CopyButton>
      </div>
      <pre className={css.command} tabIndex={0} data-testid="test.curl">{command}</pre>
    </div>
  );
}
