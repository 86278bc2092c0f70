import type { Connection } from '../../http/connection.ts';
import { connectionAsAws } from '../../http/connectionAsAws.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import css from './ConnectionDialog.module.css';

/** What `aws events describe-connection` would answer; nothing secret is in it. */
export function AsAws({ connection, authorized }: { readonly connection: Connection; readonly authorized: boolean }) {
  const text = JSON.stringify(connectionAsAws(connection, authorized), null, 2);
  return (
    <>
      <div className={css.lead}>
        <p className={css.why}>As <code>aws events describe-connection</code> answers it. AWS shows no secret either, so what you see is safe to share.</p>
        <CopyButton text={text} label="Copy the connection as AWS describes it" />
      </div>
      <pre className={css.json} tabIndex={0} aria-label="The connection as AWS describes it" data-testid="connection.aws">{text}</pre>
    </>
  );
}
