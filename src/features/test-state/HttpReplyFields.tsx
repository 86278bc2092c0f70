import { mockFromHttp, replySays } from '../../editor/httpMock.ts';
import type { MockHttp, MockReply } from '../../editor/sidecar.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './MockEditor.module.css';

interface Props {
  readonly reply: MockReply;
  readonly http: MockHttp;
  readonly onChange: (reply: MockReply) => void;
}

/** Status, headers, body and time of a web server's reply, and what Step Functions makes of it. */
export function HttpReplyFields({ reply, http, onChange }: Props) {
  const change = (part: Partial<MockHttp>): void => onChange(mockFromHttp({ ...http, ...part }, reply.latencyMs));
  const commitStatus = (typed: string): void => {
    const status = Number(typed);
    if (Number.isInteger(status) && status >= 100 && status <= 599) change({ status });
  };
  const commitLatency = (typed: string): void => {
    const latencyMs = Number(typed);
    onChange(mockFromHttp(http, typed.trim() === '' || !Number.isInteger(latencyMs) || latencyMs < 0 ? undefined : latencyMs));
  };
  const became = reply.result === undefined ? `The task fails with ${reply.errorOutput?.error ?? 'an error'}.` : 'The task succeeds with StatusCode, Headers and ResponseBody of this reply.';
  return (
    <div className={css.http}>
      <div className={css.pair}>
        <TextField label="Status" mono inputMode="numeric" value={String(http.status)} hint="100 to 599" onCommit={commitStatus} data-testid="test.mock.status" />
        <TextField label="Answers after, in ms" mono inputMode="numeric" value={reply.latencyMs === undefined ? '' : String(reply.latencyMs)} placeholder="0" hint="Nothing waits" onCommit={commitLatency} data-testid="test.mock.latency" />
      </div>
      <TextArea label="Headers" mono rows={2} value={headersText(http)} placeholder="Content-Type: application/json" hint="One on a line, Name: value" onCommit={(typed) => change({ headers: headersIn(typed) })} data-testid="test.mock.headers" />
      <CodeField label="Body" lines={[4, 14]} language={isJson(http) ? 'json' : 'text'} allowEmpty value={http.body ?? ''} onChange={(body) => change({ body })} data-testid="test.mock.body" />
      <p className={css.hint} role="status" aria-label={replySays(reply)}>{became} With a TimeoutSeconds that is shorter than the time above it fails with States.Timeout.</p>
    </div>
  );
}

const headersText = ({ headers = [] }: MockHttp): string => headers.map(({ name, value }) => `${name}: ${value}`).join('\n');

/** A line without a colon is no header. */
const headersIn = (text: string): NonNullable<MockHttp['headers']> =>
  text.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }];
  });

const isJson = ({ headers = [] }: MockHttp): boolean => {
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type');
  return type === undefined || type.value.includes('json');
};
