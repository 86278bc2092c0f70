import { type ReactNode, useState } from 'react';
import type { PreparedBody, PreparedRequest } from '../../../http/prepared.ts';
import { Count } from '../../../ui/Chip.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { bytesText } from '../figures.ts';
import { CappedText } from './CappedText.tsx';
import { PartTable } from './PartTable.tsx';
import { headerParts, pairPart, withOverridden } from './parts.ts';
import css from './Exchange.module.css';

interface Props {
  readonly prepared: PreparedRequest;
  /** The flat list that went out; absent: nothing was sent. */
  readonly sent?: readonly string[] | undefined;
  /** The same request with its secrets; null: they stay masked. */
  readonly revealed: PreparedRequest | null;
  /** Below the URL: what a person should know. */
  readonly notes?: ReactNode;
  /** At the right end of the heading of the headers. */
  readonly headersEnd?: ReactNode;
  /** Below the headers, where it speaks of them. */
  readonly hint?: ReactNode;
  /** Query and body beside the headers, where there is room. */
  readonly wide?: boolean;
}

/** A request as it is or was sent: method, URL, headers with who set each, body decoded and as it stands on the wire. */
export function RequestView({ prepared, sent, revealed, notes, headersEnd, hint, wide }: Props) {
  const overridden = prepared.overridden ?? [];
  const headers = headerParts(prepared, sent, revealed);
  const url = revealed?.url ?? prepared.publicUrl;
  const query = (revealed ?? prepared).query;
  const more = prepared.query.length > 0 || prepared.body !== null;
  return (
    <>
      <div className={css.line} data-testid="request.line">
        <span className={css.method}>{prepared.method}</span>
        <span className={css.url} title={url}>{url}</span>
        <CopyButton text={url} label="Copy URL" />
      </div>
      {notes}
      <div className={wide && more ? css.wide : undefined}>
        <div className={css.side}>
          <h3 className={css.heading}>Headers <Count>{headers.length}</Count><span className={css.grow} />{headersEnd}</h3>
          <div className={css.bleed}><PartTable label="Request headers" parts={withOverridden(headers, overridden, 'header')} testId="request.headers" /></div>
          {hint && <div className={css.stack}>{hint}</div>}
        </div>
        {more && (
          <div className={css.side}>
            {prepared.query.length > 0 && (
              <>
                <h3 className={css.heading}>Query <Count>{query.length}</Count></h3>
                <div className={css.bleed}><PartTable label="Query parameters" parts={withOverridden(query.map(pairPart), overridden, 'query')} testId="request.query" /></div>
              </>
            )}
            {prepared.body !== null && <Body body={prepared.body} revealed={revealed?.body ?? null} prepared={prepared} />}
          </div>
        )}
      </div>
    </>
  );
}

function Body({ body, revealed, prepared }: { readonly body: PreparedBody; readonly revealed: PreparedBody | null; readonly prepared: PreparedRequest }) {
  const [view, setView] = useState<'decoded' | 'wire'>('decoded');
  const text = revealed?.text ?? body.publicText;
  const length = prepared.headers.find(({ name, origin }) => origin === 'service' && name === 'Content-Length')?.value;
  const isForm = body.encoding === 'form';
  const overridden = (prepared.overridden ?? []).filter(({ part }) => part === 'body');
  return (
    <>
      <h3 className={css.heading}>
        Body <Count>{bytesText(length === undefined ? new TextEncoder().encode(text).length : Number(length))}</Count>
        <span className={css.grow} />
        {isForm && <Segmented label="View of the body" size="small" value={view} onChange={setView} options={[{ value: 'decoded', label: 'Decoded' }, { value: 'wire', label: 'On the wire' }]} />}
        <CopyButton text={text} label="Copy body" />
      </h3>
      {isForm && view === 'decoded' ? (
        <div className={css.bleed}><PartTable label="Form fields of the body" parts={withOverridden((revealed ?? body).pairs.map(pairPart), overridden, 'body')} testId="request.form" /></div>
      ) : (
        <>
          <CappedText text={text} label="Body as sent" testId="request.body" />
          {overridden.length > 0 && <div className={css.bleed}><PartTable label="Members of the body that were replaced" parts={overridden.map(({ name, definitionValue, by }) => ({ name, value: definitionValue, origin: 'definition', replacedBy: by }))} testId="request.body.replaced" /></div>}
        </>
      )}
    </>
  );
}
