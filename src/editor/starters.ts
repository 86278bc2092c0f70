import type { StateId } from '../asl/names.ts';
import { noParameters, type Connection, type ConnectionSecrets } from '../http/connection.ts';

/** A workflow to begin with. Its definition and what lies beside it stand in `public/starters`, so it works offline. */
export interface Starter {
  /** File name in `public/starters`, without its ending. */
  readonly file: string;
  readonly name: string;
  readonly text: string;
  /** The state whose test is shown first. */
  readonly firstState: StateId;
  readonly connection: Connection;
}

/** No secret: the sandbox takes any key, real services refuse this one. */
export const SAMPLE_SECRETS: ConnectionSecrets = { apiKeyValue: 'Bearer sandbox-sample-key' };

const sample = (name: string, id: string, origin: string): Connection => ({
  arn: `arn:aws:events:us-east-1:000000000000:connection/${name}/${id}`,
  name,
  authorization: { type: 'API_KEY', apiKeyName: 'Authorization' },
  parameters: noParameters,
  allowedOrigins: [origin],
  madeUp: true,
  sample: true,
});

export const STARTERS: readonly Starter[] = [
  {
    file: 'stripe-invoices',
    name: 'Generate invoices with Stripe',
    text: 'Look up a customer, choose, create an invoice with an idempotency key, retry and catch.',
    firstState: 'Look up customer' as StateId,
    connection: sample('stripe', '7d3f0c52-1b8e-4a55-9c0e-5f1a2b3c4d5e', 'https://api.stripe.com'),
  },
  {
    file: 'github-issue',
    name: 'Open a GitHub issue',
    text: 'Turn an alarm into an issue, with labels, a retry and a refusal that is caught.',
    firstState: 'Open issue' as StateId,
    connection: sample('github', '2c9e6b1f-8f7d-4f0a-8b1c-6d5e4f3a2b10', 'https://api.github.com'),
  },
  {
    file: 'salesforce-query',
    name: 'Query Salesforce',
    text: 'Read records with a query and prepare a line for each of them in a Map.',
    firstState: 'Query opportunities' as StateId,
    connection: sample('salesforce', '9a4d2e70-3c1b-4e6f-a7d8-0b1c2d3e4f5a', 'https://mydomainname.my.salesforce.com'),
  },
];
