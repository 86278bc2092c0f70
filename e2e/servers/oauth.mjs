// An OAuth 2.0 authorization server (oidc-provider, a certified implementation) that issues client_credentials tokens, and a
// resource server that checks them against its key set (jose): somebody else's reading of both ends of an OAuth connection.
//   token server  POST /token  client `studio` with its secret in the Authorization header (client_secret_basic), `studio-post` in the body
//   resource      POST /orders wants a bearer token of the scope orders:write: 401 without, 403 for another scope, 201 with it
import { createServer } from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { HOST, freePort, listen } from './listen.mjs';

export const CLIENT = { id: 'studio', secret: 's3cret-of-the-studio', scope: 'orders:write orders:read' };
export const POST_CLIENT = { id: 'studio-post', secret: 's3cret-in-the-body' };

/**
 * @returns {Promise<import('./listen.mjs').TestServer & { tokenUrl: string, issued: () => number, orders: { client: string, body: unknown }[], revoke: () => void }>}
 * `origin` is the resource server's. `revoke`: what was used so far is answered 401, as when somebody took it back.
 */
export async function startOauth() {
  const [{ default: Provider }, jose] = await Promise.all([import('oidc-provider'), import('jose')]);
  const issuer = `http://${HOST}:${await freePort()}`;
  const audience = 'https://orders.example.com/';
  const state = { issued: 0, orders: [], seen: new Set(), revoked: new Set() };
  const provider = quietly(() => new Provider(issuer, configuration(audience)));
  provider.on('client_credentials.issued', () => (state.issued += 1));
  const tokenServer = createServer(provider.callback());
  tokenServer.listen(Number(new URL(issuer).port), HOST);
  await once(tokenServer, 'listening');

  const keys = jose.createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const check = async (token) => (await jose.jwtVerify(token, keys, { issuer, audience, typ: 'at+jwt' })).payload;
  const resource = await listen(createServer((request, response) => {
    answer(request, response, check, state).catch((error) => response.destroy(error));
  }));
  return {
    origin: resource.origin, tokenUrl: `${issuer}/token`, issued: () => state.issued, orders: state.orders,
    revoke: () => state.seen.forEach((id) => state.revoked.add(id)),
    stop: async () => {
      await resource.stop();
      tokenServer.closeAllConnections();
      tokenServer.close();
      await once(tokenServer, 'close');
    },
  };
}

const client = (id, secret, method) => ({
  client_id: id, client_secret: secret, token_endpoint_auth_method: method, grant_types: ['client_credentials'], response_types: [], redirect_uris: [], scope: CLIENT.scope,
});

const configuration = (audience) => ({
  clients: [client(CLIENT.id, CLIENT.secret, 'client_secret_basic'), client(POST_CLIENT.id, POST_CLIENT.secret, 'client_secret_post')],
  scopes: CLIENT.scope.split(' '),
  ttl: { ClientCredentials: 600 },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    // Without a resource indicator the token would be opaque; with one it is a signed JWT that the resource server can read.
    resourceIndicators: {
      enabled: true, defaultResource: () => audience, useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: CLIENT.scope, audience, accessTokenFormat: 'jwt', accessTokenTTL: 600, jwt: { sign: { alg: 'RS256' } } }),
    },
  },
});

/** It warns about keys in memory and about a version of Node that it would rather have; both are as meant here. */
function quietly(make) {
  const { warn, info } = console;
  console.warn = console.info = () => {};
  try {
    return make();
  } finally {
    Object.assign(console, { warn, info });
  }
}

async function answer(request, response, check, state) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return json(response, 401, { error: 'missing_token' }, { 'www-authenticate': 'Bearer' });
  const claims = await check(token).catch((error) => ({ wrong: error.code ?? String(error) }));
  if ('wrong' in claims) return json(response, 401, { error: 'invalid_token', error_description: claims.wrong }, { 'www-authenticate': 'Bearer error="invalid_token"' });
  state.seen.add(claims.jti);
  if (state.revoked.has(claims.jti)) return json(response, 401, { error: 'invalid_token', error_description: 'revoked' }, { 'www-authenticate': 'Bearer error="invalid_token"' });
  if (!String(claims.scope ?? '').split(' ').includes('orders:write')) return json(response, 403, { error: 'insufficient_scope', scope: claims.scope ?? null });
  const order = { client: claims.client_id, body: JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null') };
  state.orders.push(order);
  return json(response, 201, order, { location: `/orders/${state.orders.length}` });
}

function json(response, status, value, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin, tokenUrl } = await startOauth();
  console.log(`OAuth: tokens at ${tokenUrl}, orders at ${origin}/orders`);
}
