// stripe-stateful-mock keeps what it is sent (customers, charges, refunds, products, prices, subscriptions; no invoices): a form
// body comes back as JSON, read by somebody else's decoder.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { listen } from './listen.mjs';

/** @returns {Promise<import('./listen.mjs').TestServer>} */
export async function startStripe() {
  process.env.LOG_LEVEL ??= 'silent';
  const { createExpressApp } = createRequire(import.meta.url)('stripe-stateful-mock');
  return listen(createServer(createExpressApp()));
}

/** Stripe's own client: an independent second encoder of nested forms, and a reader of what was kept. */
export function stripeClient(origin) {
  const { Stripe } = createRequire(import.meta.url)('stripe');
  const { hostname, port } = new URL(origin);
  return new Stripe('sk_test_counterpart', { host: hostname, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await startStripe();
  console.log(`Stripe: ${origin}`);
}
