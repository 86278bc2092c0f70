import { expect, it } from 'vitest';
import { mayBeCut } from './mayBeCut.ts';

it('says so of what might not fit, and of nothing that surely does', () => {
  expect(mayBeCut('Look up customer', 13)).toBeUndefined();
  expect(mayBeCut('Look up customer', 13, 2)).toBe(true);
  expect(mayBeCut('Wait until the invoice was paid or is due', 13)).toBe(true);
  expect(mayBeCut('POST {% $customer.url %}/v1/invoices', 11.5)).toBe(true);
  expect(mayBeCut('請求書を作成する', 13)).toBeUndefined();
});
