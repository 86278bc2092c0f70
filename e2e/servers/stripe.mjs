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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await startStripe();
  console.log(`Stripe: ${origin}`);
}
