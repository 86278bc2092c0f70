import type { JsonObject } from '../lib/Json.ts';

export interface Customer {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Cents; above zero the customer owes them and the next invoice collects them. */
  readonly balance: number;
  /** What this customer is here to show. */
  readonly description: string;
}

/** One customer for every way through a workflow. */
export const CUSTOMERS: readonly Customer[] = [
  { id: 'cus_northwind', email: 'billing@northwind.example', name: 'Northwind', balance: 12_900, description: 'The customer of the starter workflow: owes 129.00.' },
  { id: 'cus_sandbox_balance', email: 'with-balance@example.com', name: 'Customer with a balance', balance: 4200, description: 'Owes 42.00: gets an invoice.' },
  { id: 'cus_sandbox_zero', email: 'no-balance@example.com', name: 'Customer without a balance', balance: 0, description: 'Owes nothing: needs no invoice.' },
  { id: 'cus_sandbox_busy', email: 'busy@example.com', name: 'Busy customer', balance: 1500, description: 'The first two attempts to make an invoice answer 429.' },
  { id: 'cus_sandbox_declined', email: 'declined@example.com', name: 'Customer with a declined card', balance: 9900, description: 'Making an invoice answers 402.' },
];

export const customerJson = (customer: Customer): JsonObject => ({
  id: customer.id,
  object: 'customer',
  balance: customer.balance,
  created: 1735689600,
  currency: 'usd',
  delinquent: customer.balance > 0,
  description: customer.description,
  email: customer.email,
  invoice_prefix: 'SANDBOX',
  livemode: false,
  metadata: {},
  name: customer.name,
});

/** Stripe's search language as far as samples use it: `email:"a@b.c"`, `name~"part"`, joined by AND. Null: not understood. */
export function searchCustomers(customers: readonly Customer[], query: string): readonly Customer[] | null {
  const clauses = query.split(/\s+AND\s+/i).map((clause) => /^\s*(email|name)\s*([:~])\s*(["'])(.*)\3\s*$/.exec(clause));
  if (clauses.some((clause) => clause === null)) return null;
  return customers.filter((customer) =>
    clauses.every((clause) => {
      const value = (clause?.[1] === 'email' ? customer.email : customer.name).toLowerCase();
      const wanted = (clause?.[4] ?? '').toLowerCase();
      return clause?.[2] === '~' ? value.includes(wanted) : value === wanted;
    }),
  );
}
