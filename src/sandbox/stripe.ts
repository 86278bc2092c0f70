import { type SandboxApi, type SandboxReply, type SandboxRequest, segmentsOf } from './api.ts';
import { decodeForm } from './decodeForm.ts';
import { CUSTOMERS, customerJson, searchCustomers } from './stripeData.ts';
import { createInvoices, type InvoiceCalls } from './stripeInvoices.ts';
import { noSuch, stripeError, stripeList, stripeOk } from './stripeReply.ts';

const ACTIONS: ReadonlySet<string> = new Set(['finalize', 'pay', 'void']);

/** A customers-and-invoices API in the manner of Stripe: form-encoded bodies, its error bodies, its idempotency keys. */
export function createStripeApi(now: () => number): SandboxApi {
  const customers = new Map(CUSTOMERS.map((customer) => [customer.id, customer]));
  const invoices = createInvoices(customers, now);
  const replays = createReplays();
  let requests = 0;

  return (request) => {
    const path = segmentsOf(request.url);
    if (path?.[0] !== 'v1') return null;
    requests += 1;
    const reply = refuse(request) ?? route(request, path, invoices, replays);
    return { ...reply, headers: { 'request-id': `req_sandbox_${requests}`, 'stripe-version': '2020-08-27', ...reply.headers } };
  };
}

function refuse(request: SandboxRequest): SandboxReply | null {
  const key = apiKey(request);
  if (key === '') {
    const message = "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";
    return { ...stripeError(401, { type: 'invalid_request_error', message }), headers: { 'www-authenticate': 'Basic realm="Stripe"' } };
  }
  const type = request.headers['content-type'] ?? '';
  if (request.method === 'POST' && request.body.length > 0 && !/^application\/x-www-form-urlencoded/i.test(type)) {
    const message = `Invalid request: the body has to be form-encoded, but its Content-Type is "${type}". In an HTTP task, set Transform.RequestBodyEncoding to URL_ENCODED and the Content-Type header to application/x-www-form-urlencoded.`;
    return stripeError(400, { type: 'invalid_request_error', message });
  }
  return null;
}

/** The key of `Bearer key` or of Basic credentials (key as user name); never kept. */
function apiKey({ headers }: SandboxRequest): string {
  const [scheme = '', value = ''] = (headers.authorization ?? '').trim().split(/\s+/, 2);
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':', 1)[0] ?? '';
  return /^bearer$/i.test(scheme) ? value : '';
}

function route(request: SandboxRequest, path: readonly string[], invoices: InvoiceCalls, replays: Replays): SandboxReply {
  const [, collection, id, action] = path;
  const call = `${request.method} ${collection ?? ''}`;
  if (request.method === 'GET' && collection === 'customers' && action === undefined) return readCustomers(request.url, id);
  if (call === 'GET invoices' && action === undefined) return id === undefined ? invoices.list(request.url.searchParams.get('customer')) : invoices.act(id, null);
  if (call === 'POST invoices' && id === undefined) {
    return replays(request, () => invoices.create(decodeForm(request.body.toString('utf8')), idempotencyKey(request) ?? 'no key'));
  }
  if (call === 'POST invoices' && id !== undefined && action !== undefined && ACTIONS.has(action) && path.length === 4) {
    return replays(request, () => invoices.act(id, action));
  }
  if (call === 'POST invoiceitems' && id === undefined) return replays(request, () => invoices.addItem(decodeForm(request.body.toString('utf8'))));
  return stripeError(404, { type: 'invalid_request_error', message: `Unrecognized request URL (${request.method}: ${request.url.pathname}).` });
}

function readCustomers({ searchParams }: URL, id: string | undefined): SandboxReply {
  if (id === undefined) {
    const email = searchParams.get('email');
    const found = CUSTOMERS.filter((one) => email === null || one.email === email);
    return stripeList('/v1/customers', found.slice(0, Number(searchParams.get('limit') ?? 10) || 10).map(customerJson));
  }
  if (id === 'search') {
    const found = searchCustomers(CUSTOMERS, searchParams.get('query') ?? '');
    if (found) return stripeList('/v1/customers/search', found.map(customerJson), 'search_result');
    return stripeError(400, { type: 'invalid_request_error', param: 'query', message: "We were unable to parse your search query. Try email:'with-balance@example.com'." });
  }
  const customer = CUSTOMERS.find((one) => one.id === id);
  return customer ? stripeOk(customerJson(customer)) : noSuch('customer', id, 'id', 404);
}

type Replays = (request: SandboxRequest, act: () => SandboxReply) => SandboxReply;

const idempotencyKey = ({ headers }: SandboxRequest): string | undefined => {
  const key = headers['idempotency-key'];
  return typeof key === 'string' && key !== '' ? key : undefined;
};

/**
 * The same key answers the same again; the same key with another request is an error. As at Stripe, answers that never came
 * to act (429) are not kept.
 */
function createReplays(): Replays {
  const kept = new Map<string, { readonly asked: string; readonly reply: SandboxReply }>();
  return (request, act) => {
    const key = idempotencyKey(request);
    if (key === undefined) return act();
    const asked = `${request.method} ${request.url.pathname} ${request.body.toString('base64')}`;
    const before = kept.get(key);
    if (before && before.asked !== asked) {
      const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
      return stripeError(400, { type: 'idempotency_error', message });
    }
    if (before) return { ...before.reply, headers: { ...before.reply.headers, 'idempotency-key': key, 'idempotent-replayed': 'true' } };
    const reply = act();
    if (reply.status !== 429) kept.set(key, { asked, reply });
    return { ...reply, headers: { ...reply.headers, 'idempotency-key': key } };
  };
}
