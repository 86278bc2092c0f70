import type { Connection, HttpParameters } from './connection.ts';

/** Every place of `ConnectionSecrets` that this connection needs. */
export function secretPlaces({ authorization, parameters }: Connection): readonly string[] {
  switch (authorization.type) {
    case 'BASIC':
      return ['password', ...placesIn(parameters, '')];
    case 'API_KEY':
      return ['apiKeyValue', ...placesIn(parameters, '')];
    case 'OAUTH_CLIENT_CREDENTIALS':
      return ['clientSecret', ...placesIn(authorization.parameters, 'oauth.'), ...placesIn(parameters, '')];
  }
}

const placesIn = (parameters: HttpParameters, prefix: string): readonly string[] =>
  (['header', 'query', 'body'] as const).flatMap((kind) => parameters[kind].filter(({ isSecret }) => isSecret).map(({ key }) => `${prefix}${kind}.${key}`));
