import { Fragment } from 'react';
import { MASK } from '../../../http/mask.ts';
import type { Origin, PreparedBody, PreparedPair, PreparedRequest } from '../../../http/prepared.ts';
import { SecretChip } from '../../../ui/OriginChip.tsx';
import css from './PreparedPreview.module.css';

const BODY_LETTERS = 2_000;

/** A request as text, each part in the colour of who set it; the word stands in its tooltip. */
export function RequestText({ prepared }: { readonly prepared: PreparedRequest }) {
  const [base = ''] = prepared.publicUrl.split('?');
  return (
    <pre className={css.request} tabIndex={0} aria-label="Prepared request">
      <strong>{prepared.method}</strong> <Part origin="definition">{base}</Part>
      {prepared.query.length > 0 && <>?<Pairs pairs={prepared.query} /></>}
      {prepared.headers.map(({ name, value, origin, secret }, at) => (
        <Fragment key={at}>
          {'\n'}
          <Part origin={origin}>{secret ? `${name}: ` : `${name}: ${value}`}</Part>
          {secret && <SecretChip>{MASK}</SecretChip>}
        </Fragment>
      ))}
      {prepared.overridden?.filter(({ part }) => part === 'header').map(({ name, definitionValue, by }, at) => (
        <Fragment key={`replaced ${at}`}>{'\n'}<s title={`The ${by} sets another value`}>{`${name}: ${definitionValue}`}</s></Fragment>
      ))}
      {prepared.body && <>{'\n\n'}<Body body={prepared.body} /></>}
    </pre>
  );
}

function Body({ body }: { readonly body: PreparedBody }) {
  if (body.encoding === 'form' && body.pairs.length > 0) return <Pairs pairs={body.pairs} />;
  const text = body.publicText;
  return <Part origin="definition">{text.length > BODY_LETTERS ? `${text.slice(0, BODY_LETTERS)}… (${text.length.toLocaleString('en')} characters)` : text}</Part>;
}

function Pairs({ pairs }: { readonly pairs: readonly PreparedPair[] }) {
  return pairs.map(({ name, value, origin, secret }, at) => (
    <Fragment key={at}>
      {at > 0 && '&'}
      <Part origin={origin}>{`${name}=${secret ? MASK : value}`}</Part>
    </Fragment>
  ));
}

function Part({ origin, children }: { readonly origin: Origin; readonly children: string }) {
  return <span data-origin={origin} title={`Set by the ${origin}`}>{children}</span>;
}
