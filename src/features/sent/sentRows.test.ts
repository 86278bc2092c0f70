import { describe, expect, it } from 'vitest';
import type { StateName } from '../../asl/names.ts';
import type { SentEntry } from '../../services/consent.ts';
import { sentRows } from './sentRows.ts';

const entry = (id: string, more: Partial<SentEntry>): SentEntry => ({ id, at: 0, workflow: 'invoices', state: 'Pay' as StateName, method: 'POST', url: 'https://api.stripe.com/v1/x', sentTo: 'https://api.stripe.com/v1/x', connection: 'stripe', status: 200, bytes: 1, ...more });
const sent = [entry('1', {}), entry('2', { method: 'GET', status: 503 }), entry('3', { status: null, failure: 'The connection was reset.', state: 'Refund' as StateName })];
const found = (text: string) => sentRows(sent, text).map(({ id }) => id);

describe('sentRows', () => {
  it('keeps what holds every word, in any column and any case', () => {
    expect(found('get 503')).toEqual(['2']);
    expect(found('STRIPE refund')).toEqual(['3']);
    expect(found('reset')).toEqual(['3']);
    expect(found('no answer')).toEqual(['3']);
  });

  it('keeps all for nothing', () => expect(found('  ')).toEqual(['1', '2', '3']));
});
