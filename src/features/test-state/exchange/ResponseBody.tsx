import { useMemo } from 'react';
import type { ReceivedResponse } from '../../../http/exchange.ts';
import { Button } from '../../../ui/Button.tsx';
import { Count } from '../../../ui/Chip.tsx';
import type { PathRoots } from '../../../ui/json/PathBar.tsx';
import { ValueView } from '../ValueView.tsx';
import { bytesText } from '../figures.ts';
import { BinaryBody } from './BinaryBody.tsx';
import { bodyKind } from './bodyKind.ts';
import { downloadBody } from './downloadBody.ts';
import css from './Exchange.module.css';

interface Props {
  readonly response: ReceivedResponse;
  readonly language: PathRoots['shown'];
}

/** The body of an answer as it is best looked at. */
export function ResponseBody({ response, language }: Props) {
  const body = useMemo(() => bodyKind(response), [response]);
  // Paths as the state's own fields would say them.
  const roots: PathRoots = { jsonPath: '$.ResponseBody', jsonata: '$states.result.ResponseBody', ...(language === undefined ? {} : { shown: language }) };
  switch (body.kind) {
    case 'empty':
      return <section aria-label="Response body" data-testid="response.body"><h3 className={css.heading}>Body <Count>0 B</Count></h3><p className={css.quiet}>The body is empty, so the result has no ResponseBody.</p></section>;
    case 'binary':
      return <BinaryBody response={response} label={body.label} start={body.start} />;
    case 'text':
      return (
        <ValueView
          heading="Body" label="Response body" text={body.text} kind={body.label} size={bytesText(response.body.length)} roots={roots} testId="response.body"
          end={<Button size="small" variant="ghost" icon="download" onClick={() => downloadBody(response)} aria-label="Download the body" />}
        />
      );
  }
}
