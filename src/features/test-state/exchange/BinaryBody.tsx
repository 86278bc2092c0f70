import type { ReceivedResponse } from '../../../http/exchange.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip, Count } from '../../../ui/Chip.tsx';
import { bytesText } from '../figures.ts';
import type { HexLine } from './bodyKind.ts';
import { downloadBody } from './downloadBody.ts';
import css from './Exchange.module.css';

interface Props {
  readonly response: ReceivedResponse;
  readonly label: string;
  readonly start: readonly HexLine[];
}

/** What is no text: its type, its size, how it begins, and a way to take it along. */
export function BinaryBody({ response, label, start }: Props) {
  const { body } = response;
  return (
    <section aria-label="Response body" data-testid="response.body">
      <h3 className={css.heading}>
        Body <Count>{bytesText(body.length)}</Count> <Chip>Binary body</Chip>
        <span className={css.grow} />
        <Button size="small" variant="ghost" icon="download" onClick={() => downloadBody(response)}>Download</Button>
      </h3>
      <p className={css.quiet}>{`${label}, ${body.length.toLocaleString('en')} bytes${response.truncated ? ', cut at what Step Functions takes' : ''}. It begins with:`}</p>
      <pre className={css.hex} tabIndex={0} aria-label="First bytes, as hex and letters">
        {start.map((line) => <span key={line.offset}><i>{line.offset}</i>  {line.hex.padEnd(47)}  <b>{line.letters}</b>{'\n'}</span>)}
      </pre>
    </section>
  );
}
