import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { Button } from '../../ui/Button.tsx';
import css from './SentPanel.module.css';

/** What a person allowed always; each can be taken back. */
export function GrantList() {
  const grants = useEditor((s) => s.grants);
  const { removeGrants } = useActions();
  if (grants.length === 0) return null;
  return (
    <ul className={css.grants} aria-label="Always allowed">
      {grants.map((grant) => (
        <li key={[grant.key.workflow, grant.key.origin, grant.key.sentTo, grant.key.connection, grant.key.method, grant.key.purpose].join(' ')} className={css.grant}>
          <span>{`Always allowed: ${grant.key.method} ${grant.key.origin}${grant.key.purpose === 'token' ? ' for an access token' : ''} in this workflow`}</span>
          <Button size="small" variant="ghost" onClick={() => removeGrants([grant])}>
            Take back
          </Button>
        </li>
      ))}
    </ul>
  );
}
