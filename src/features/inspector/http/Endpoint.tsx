import { isUrl } from '../../../lib/isUrl.ts';
import { HTTP_METHODS } from '../../../http/readArguments.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { LiveField } from '../data/LiveField.tsx';
import { useArgument } from './useArgument.ts';
import css from './Endpoint.module.css';

/** Method and URL as one control. */
export function Endpoint({ entry }: { readonly entry: StateEntry }) {
  const url = useArgument(entry, 'ApiEndpoint');
  const method = useArgument(entry, 'Method');
  const known = HTTP_METHODS.some((name) => name === method.text);
  const methods = HTTP_METHODS.map((name) => ({ value: name as string, label: name }));
  const options = known || method.text === '' ? methods : [...methods, { value: method.text, label: method.computed ? 'fx' : method.text, description: method.computed ? method.text : 'No method of an HTTP task' }];
  return (
    <LiveField entry={entry} path={url.path} label="URL" plain>
      <div className={css.endpoint}>
        <div className={css.join}>
          <SelectField label="Method" hideLabel mono className={css.method} options={options} value={method.text} placeholder="Method" onChange={method.commit} data-testid="inspector.method" />
          <div className={css.url}>
            <TextField
              label="URL"
              hideLabel
              mono
              value={url.text}
              placeholder="https://api.example.com/v1/items"
              onChange={url.clear}
              onCommit={url.commit}
              end={url.computed ? <Chip tone="accent" title="Step Functions computes it from this expression when the state runs.">computed</Chip> : null}
              data-testid="inspector.url"
            />
          </div>
        </div>
        {url.computed && entry.language === 'JSONPath' && <p className={css.hint}>Stands as ApiEndpoint.$ in the definition.</p>}
        {(url.error ?? method.error ?? urlProblem(url.text, url.computed)) !== null && <p role="alert" className={css.error}>{url.error ?? method.error ?? urlProblem(url.text, url.computed)}</p>}
      </div>
    </LiveField>
  );
}

function urlProblem(text: string, computed: boolean): string | null {
  if (computed || text === '' || text.includes('${')) return null;
  if (/^https:\/\/[^/]/.test(text)) return isUrl(text) ? null : 'This is no URL. Type it like https://api.example.com/v1/items.';
  if (text.startsWith('http://')) return 'AWS calls https:// only. It can be tested here, but AWS would refuse it.';
  return 'Type the whole URL, beginning with https://.';
}
