import type { Authorization, HttpParameters } from './connection.ts';
import { noParameters } from './connection.ts';
import { NO_AUTHENTICATION } from './connectionParts.ts';
import { originOf, parseAllowedOrigin } from './allowedOrigins.ts';

/** A ready-made kind of connection, to be completed by its secret. */
export interface ConnectionPreset {
  readonly id: 'stripe' | 'github' | 'salesforce' | 'none';
  readonly label: string;
  /** Name the connection begins with. */
  readonly name: string;
  /** Why it looks as it does; shown under the choice. */
  readonly explanation: string;
  readonly authorization: Authorization;
  readonly parameters: HttpParameters;
  readonly allowedOrigins: readonly string[];
  /** Null: the person types nothing, `secrets` are fixed. */
  readonly secret: { readonly place: string; readonly label: string; readonly placeholder: string; readonly prefix: string } | null;
  readonly secrets: { readonly [place: string]: string };
}

export const CONNECTION_PRESETS: readonly ConnectionPreset[] = [
  {
    id: 'stripe', label: 'Stripe secret key', name: 'Stripe',
    explanation: 'Stripe takes its key as a bearer token. Use a test key (sk_test_…) here.',
    authorization: { type: 'API_KEY', apiKeyName: 'Authorization' }, parameters: noParameters, allowedOrigins: ['https://api.stripe.com'],
    secret: { place: 'apiKeyValue', label: 'Secret key', placeholder: 'sk_test_…', prefix: 'Bearer ' }, secrets: {},
  },
  {
    id: 'github', label: 'GitHub token', name: 'GitHub',
    explanation: 'GitHub takes a personal access token as a bearer token; the version header keeps its answers stable.',
    authorization: { type: 'API_KEY', apiKeyName: 'Authorization' },
    parameters: { ...noParameters, header: [{ key: 'X-GitHub-Api-Version', value: '2022-11-28', isSecret: false }] },
    allowedOrigins: ['https://api.github.com'],
    secret: { place: 'apiKeyValue', label: 'Personal access token', placeholder: 'github_pat_…', prefix: 'Bearer ' }, secrets: {},
  },
  {
    id: 'salesforce', label: 'Salesforce (OAuth)', name: 'Salesforce',
    explanation: 'Salesforce issues tokens for a connected app with the client credentials flow. Put the name of your domain into the token endpoint and the allowed origin.',
    authorization: {
      type: 'OAUTH_CLIENT_CREDENTIALS', clientId: '', endpoint: 'https://MyDomainName.my.salesforce.com/services/oauth2/token', method: 'POST',
      parameters: { ...noParameters, body: [{ key: 'grant_type', value: 'client_credentials', isSecret: false }] },
    },
    parameters: noParameters, allowedOrigins: ['https://mydomainname.my.salesforce.com'],
    secret: { place: 'clientSecret', label: 'Consumer secret', placeholder: 'The consumer secret of the connected app', prefix: '' }, secrets: {},
  },
  {
    id: 'none', label: 'No authentication needed', name: 'No-authentication',
    explanation: `AWS has no unauthenticated mode: every HTTP task needs a connection. This one sends the harmless header ${NO_AUTHENTICATION.apiKeyName}: ${NO_AUTHENTICATION.apiKeyValue}, which an API without authentication ignores.`,
    authorization: { type: 'API_KEY', apiKeyName: NO_AUTHENTICATION.apiKeyName }, parameters: noParameters, allowedOrigins: [],
    secret: null, secrets: { apiKeyValue: NO_AUTHENTICATION.apiKeyValue },
  },
];

/** What the person typed, as the secret value to keep: the scheme is put in front once. */
export function presetSecret(preset: ConnectionPreset, typed: string): string {
  const prefix = preset.secret?.prefix ?? '';
  const bare = typed.trim();
  return bare.toLowerCase().startsWith(prefix.trim().toLowerCase() + ' ') || prefix === '' ? bare : prefix + bare;
}

/** The preset's origins, and for "no authentication" the one of the endpoint it is made for. */
export function presetOrigins(preset: ConnectionPreset, endpoint: string): readonly string[] {
  if (preset.allowedOrigins.length > 0) return preset.allowedOrigins;
  const origin = parseAllowedOrigin(originOf(endpoint));
  return origin.ok ? [origin.value] : [];
}
