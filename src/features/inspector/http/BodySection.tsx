import { setField } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { JsonValue } from '../JsonValue.tsx';
import { newGesture } from '../newGesture.ts';
import { Section } from '../Section.tsx';
import { useApply } from '../useApply.ts';
import { nodeIn } from '../values.ts';
import { ARRAY_FORMATS, arrayFormatOf, changeEncoding, encodingOf, type BodyEncoding } from './bodyEncoding.ts';
import { argumentIn, argumentPath } from './httpFields.ts';
import css from './BodySection.module.css';

const ENCODINGS = [{ value: 'json', label: 'JSON' }, { value: 'form', label: 'Form encoded' }] as const;

/** What is sent with the request, and how it is written on the wire. */
export function BodySection({ entry }: { readonly entry: StateEntry }) {
  const { error, apply } = useApply();
  const encoding = encodingOf(entry);
  const method = argumentIn(entry, 'Method').text;
  const hasBody = nodeIn(entry, argumentPath(entry, 'RequestBody')) !== null || argumentIn(entry, 'RequestBody').computed;
  const change = (to: BodyEncoding): void => {
    const gesture = newGesture();
    for (const command of changeEncoding(entry, to)) if (!apply(command, gesture)) return;
  };
  const end = (
    <span className={css.end}>
      <Segmented<BodyEncoding> label="Encoding of the body" size="small" options={ENCODINGS} value={encoding} onChange={change} data-testid="inspector.body.encoding" />
      {encoding === 'form' && (
        <SelectField label="How lists are written" hideLabel size="small" className={css.format} options={ARRAY_FORMATS} value={arrayFormatOf(entry)} onChange={(to) => apply(setField(entry.id, argumentPath(entry, 'Transform', 'RequestEncodingOptions', 'ArrayFormat'), to))} data-testid="inspector.body.arrayFormat" />
      )}
    </span>
  );
  const unusual = hasBody && (method === 'GET' || method === 'HEAD') ? `Step Functions sends a body with ${method} too; many servers ignore or refuse it.` : undefined;
  return (
    <Section title="Body" end={end}>
      <JsonValue entry={entry} path={argumentPath(entry, 'RequestBody')} template label="Body" hideLabel lines={hasBody ? [3, 16] : [2, 16]} placeholder={'{ "name": "value" }'} hint={unusual} testId="inspector.body" />
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
    </Section>
  );
}
