import type { MouseEvent, ReactNode } from 'react';
import type { ConsentAnswer, ConsentQuestion, TokenQuestion } from '../../services/consent.ts';
import { useActions } from '../../editor/useActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { bytesText } from './figures.ts';
import css from './ConsentDialog.module.css';

/** The question before a request leaves (design.md section 6, rules 2 and 3). Closing it sends nothing. */
export function ConsentDialog({ question }: { readonly question: ConsentQuestion }) {
  const { answerConsent } = useActions();
  const answer = (given: ConsentAnswer): void => answerConsent(question.id, given);
  // The second half of a double click must not answer the next question, which stands in the same place.
  const press = (given: ConsentAnswer) => (event: MouseEvent): void => {
    if (event.detail <= 1) answer(given);
  };
  const footer = (
    <>
      <Button icon="pin" onClick={press('mock')}>Use a mock</Button>
      <Grow />
      <Button onClick={press('always')} tooltip="For this workflow, origin, connection and method">Always for this workflow</Button>
      <Button variant="primary" icon="send" onClick={press('once')} data-testid="consent.once">Send once</Button>
    </>
  );
  return (
    <Dialog open onClose={() => answer('cancel')} title={question.token ? 'This workflow wants to send two requests' : 'This workflow wants to send a request'} description="Nothing has left your machine yet." footer={footer} icon={<Icon name="send" />} data-testid="consent">
      {question.resolvedTo !== undefined && <Notice tone="warning" title="This name leads inside your network" text={`It resolves to ${question.resolvedTo}, an internal address.`} />}
      {question.token && <TokenFacts token={question.token} connection={question.connectionName} />}
      <dl className={css.facts}>
        <Fact name={question.token ? 'Then' : 'Request'}><code>{`${question.method} ${question.url}`}</code></Fact>
        {question.mapped && <Fact name="Sent to"><code>{question.sentTo}</code><Chip tone="accent">host mapping</Chip></Fact>}
        <Fact name="Goes to">{question.inside ? <Chip tone="caught" strong icon="warning">{question.addressLabel}</Chip> : question.addressLabel}</Fact>
        <Fact name="Connection">{question.connectionName}{question.connectionAdds.length > 0 && <span className={css.quiet}>{`adds ${question.connectionAdds.join(', ')}`}</span>}</Fact>
        <Fact name="Body">{question.bodyBytes === 0 ? 'none' : bytesText(question.bodyBytes)}</Fact>
        <Fact name="Route">{question.route === 'bridge' ? 'bridge on this machine' : 'directly from this page'}</Fact>
      </dl>
      {question.awsWouldRefuse !== undefined && <p className={css.note}>{question.awsWouldRefuse}</p>}
      <p className={css.note}>“Always” covers this workflow, origin, connection and method. You can take it back in Sent requests.{question.token && ' The two requests are allowed each for itself.'}</p>
    </Dialog>
  );
}

/** The request for an access token, which goes first: the same question, its own address. */
function TokenFacts({ token, connection }: { readonly token: TokenQuestion; readonly connection: string }) {
  return (
    <dl className={css.facts} data-testid="consent.token">
      <Fact name="First"><code>{`${token.method} ${token.url}`}</code><span className={css.quiet}>{`asks for an access token with the client ID and secret of ${connection}`}</span></Fact>
      {token.mapped && <Fact name="Sent to"><code>{token.sentTo}</code><Chip tone="accent">host mapping</Chip></Fact>}
      <Fact name="Goes to">{token.inside ? <Chip tone="caught" strong icon="warning">{token.addressLabel}</Chip> : token.addressLabel}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
