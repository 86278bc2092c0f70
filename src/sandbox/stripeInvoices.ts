import { type Json, isJsonObject, type JsonObject, member } from '../lib/Json.ts';
import type { SandboxReply } from './api.ts';
import type { Customer } from './stripeData.ts';
import { cardDeclined, missing, noSuch, rateLimited, stripeError, stripeList, stripeOk } from './stripeReply.ts';

interface Invoice {
  readonly id: string;
  readonly customer: Customer;
  readonly fields: JsonObject;
  readonly lines: readonly JsonObject[];
  readonly created: number;
  status: 'draft' | 'open' | 'paid' | 'void';
}

export interface InvoiceCalls {
  create(form: JsonObject, attemptKey: string): SandboxReply;
  addItem(form: JsonObject): SandboxReply;
  list(customer: string | null): SandboxReply;
  /** `action` null: read it. */
  act(id: string, action: string | null): SandboxReply;
}

const BUSY_ATTEMPTS = 2;

/** Invoices and what waits to be put on one, in memory. `now` in milliseconds. */
export function createInvoices(customers: ReadonlyMap<string, Customer>, now: () => number): InvoiceCalls {
  const invoices = new Map<string, Invoice>();
  const pending: JsonObject[] = [];
  const attempts = new Map<string, number>();
  let items = 0;

  const customerOf = (form: JsonObject): Customer | SandboxReply => {
    const id = text(form, 'customer');
    return id === undefined ? missing('customer') : (customers.get(id) ?? noSuch('customer', id, 'customer', 400));
  };

  const isBusy = (customer: Customer, attemptKey: string): boolean => {
    const attempt = (attempts.get(attemptKey) ?? 0) + 1;
    attempts.set(attemptKey, attempt);
    return customer.id === 'cus_sandbox_busy' && attempt <= BUSY_ATTEMPTS;
  };

  return {
    create(form, attemptKey) {
      const customer = customerOf(form);
      if ('status' in customer) return customer;
      if (isBusy(customer, attemptKey)) return rateLimited;
      if (customer.id === 'cus_sandbox_declined') return cardDeclined;
      const lines = pending.filter((item) => item['customer'] === customer.id);
      for (const line of lines) pending.splice(pending.indexOf(line), 1);
      const invoice: Invoice = { id: `in_sandbox_${invoices.size + 1}`, customer, fields: form, lines, status: 'draft', created: seconds(now()) };
      invoices.set(invoice.id, invoice);
      return stripeOk(invoiceJson(invoice));
    },
    addItem(form) {
      const customer = customerOf(form);
      if ('status' in customer) return customer;
      const amount = Number(text(form, 'amount') ?? Number.NaN);
      if (!Number.isInteger(amount)) return text(form, 'amount') === undefined ? missing('amount') : invalidInteger('amount');
      items += 1;
      const item = {
        id: `ii_sandbox_${items}`, object: 'invoiceitem', amount, currency: text(form, 'currency') ?? 'usd', customer: customer.id, date: seconds(now()),
        description: text(form, 'description') ?? null, livemode: false, metadata: metadataOf(form),
      };
      pending.push(item);
      return stripeOk(item);
    },
    list: (customer) => stripeList('/v1/invoices', [...invoices.values()].filter((one) => customer === null || one.customer.id === customer).map(invoiceJson)),
    act(id, action) {
      const invoice = invoices.get(id);
      if (!invoice) return noSuch('invoice', id, 'invoice', 404);
      return action === null ? stripeOk(invoiceJson(invoice)) : change(invoice, action);
    },
  };
}

function change(invoice: Invoice, action: string): SandboxReply {
  if (action === 'finalize') {
    if (invoice.status !== 'draft') {
      return stripeError(400, { type: 'invalid_request_error', code: 'invoice_not_editable', message: "This invoice is already finalized, you can't re-finalize a non-draft invoice." });
    }
    invoice.status = 'open';
  } else if (action === 'pay') {
    if (invoice.status === 'paid') return stripeError(400, { type: 'invalid_request_error', code: 'invoice_already_paid', message: 'Invoice is already paid' });
    invoice.status = 'paid';
  } else if (action === 'void') {
    invoice.status = 'void';
  }
  return stripeOk(invoiceJson(invoice));
}

function invoiceJson({ id, customer, fields, lines, status, created }: Invoice): JsonObject {
  const subtotal = lines.reduce((sum, line) => sum + Number(line['amount']), 0);
  const due = Math.max(0, subtotal + customer.balance);
  const final = status !== 'draft';
  return {
    id, object: 'invoice', amount_due: due, amount_paid: status === 'paid' ? due : 0, amount_remaining: status === 'paid' ? 0 : due,
    auto_advance: text(fields, 'auto_advance') === 'true', collection_method: text(fields, 'collection_method') ?? 'charge_automatically',
    created, currency: text(fields, 'currency') ?? 'usd', customer: customer.id, customer_email: customer.email, customer_name: customer.name,
    description: text(fields, 'description') ?? null, due_date: dueDate(fields, created), hosted_invoice_url: final ? `https://invoice.stripe.com/i/${id}` : null,
    lines: { object: 'list', data: [...lines], has_more: false, total_count: lines.length, url: `/v1/invoices/${id}/lines` },
    livemode: false, metadata: metadataOf(fields), number: final ? `SANDBOX-${id.replace(/\D+/, '').padStart(4, '0')}` : null,
    paid: status === 'paid', starting_balance: customer.balance, status, subtotal, total: subtotal,
  };
}

function dueDate(fields: JsonObject, created: number): number | null {
  const days = Number(text(fields, 'days_until_due') ?? Number.NaN);
  return Number.isInteger(days) ? created + days * 86_400 : null;
}

const invalidInteger = (param: string): SandboxReply =>
  stripeError(400, { type: 'invalid_request_error', code: 'parameter_invalid_integer', param, message: `Invalid integer: ${param}` });

const seconds = (ms: number): number => Math.floor(ms / 1000);

function metadataOf(form: JsonObject): Json {
  const metadata = member(form, 'metadata');
  return isJsonObject(metadata) ? metadata : {};
}

function text(form: JsonObject, key: string): string | undefined {
  const value = member(form, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
