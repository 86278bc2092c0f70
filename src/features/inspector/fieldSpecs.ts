import { FIELD_NOTES } from '../../asl/fieldNotes.ts';

/** How the form edits a value. `path`: a JSONPath or `null`; `count`: a whole number; `decimal`: any number. */
export type FieldKind = 'text' | 'path' | 'count' | 'decimal' | 'json';
export type LineKind = Exclude<FieldKind, 'json'>;

export interface FieldSpec {
  readonly kind: FieldKind;
  readonly placeholder?: string;
  /** JSONata may compute it: `{% … %}`. */
  readonly computed?: true;
  /** JSONPath may take it from the input under the name with `Path`. */
  readonly twin?: true;
  /** What a toggle begins with where nothing was written. */
  readonly start?: string | number;
}

const line = (kind: LineKind, placeholder: string, more: Omit<FieldSpec, 'kind' | 'placeholder'> = {}): FieldSpec => ({ kind, placeholder, ...more });
const amount = (start: number): FieldSpec => line('count', String(start), { computed: true, twin: true, start });
const path = (placeholder: string): FieldSpec => line('path', placeholder);
const json: FieldSpec = { kind: 'json' };
const template: FieldSpec = { kind: 'json', computed: true };

/** Source: asl-semantics.md sections 1.1, 2 and 3. */
export const FIELD_SPECS: { readonly [field: string]: FieldSpec } = {
  Resource: line('text', 'arn:aws:states:::lambda:invoke'),
  Credentials: json,
  InputPath: path('$'),
  Parameters: json,
  Arguments: template,
  ItemsPath: path('$.items'),
  Items: template,
  ItemSelector: template,
  ItemReader: json,
  ItemBatcher: json,
  ResultWriter: json,
  Label: line('text', 'Orders'),
  MaxConcurrency: amount(0),
  MaxConcurrencyPath: path('$.concurrency'),
  ToleratedFailureCount: amount(0),
  ToleratedFailureCountPath: path('$.tolerated'),
  ToleratedFailurePercentage: line('decimal', '0', { computed: true, twin: true, start: 0 }),
  ToleratedFailurePercentagePath: path('$.tolerated'),
  Seconds: amount(5),
  SecondsPath: path('$.seconds'),
  Timestamp: line('text', '2030-01-31T08:00:00Z', { computed: true, twin: true, start: '2030-01-31T08:00:00Z' }),
  TimestampPath: path('$.until'),
  Error: line('text', 'Billing.PaymentRequired', { computed: true, twin: true, start: 'Failed' }),
  ErrorPath: path('$.error'),
  Cause: line('text', 'The card was declined', { computed: true, twin: true, start: '' }),
  CausePath: path('$.cause'),
  Result: json,
  ResultSelector: json,
  ResultPath: path('$'),
  OutputPath: path('$'),
  Output: template,
  Assign: json,
  TimeoutSeconds: amount(60),
  TimeoutSecondsPath: path('$.timeout'),
  HeartbeatSeconds: amount(30),
  HeartbeatSecondsPath: path('$.heartbeat'),
  Iterator: json,
  Retry: json,
  Catch: json,
};

/** What a field is for and what it may hold, on one line. */
export function fieldHint(field: string): string | undefined {
  if (!Object.hasOwn(FIELD_NOTES, field)) return undefined;
  const note = FIELD_NOTES[field];
  const without = note?.default === undefined ? undefined : `Without it: ${note.default}.`;
  return [note?.says, note?.limit, without].filter((part) => part !== undefined).join(' ');
}
