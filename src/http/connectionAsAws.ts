import type { Json, JsonObject } from '../lib/Json.ts';
import type { Authorization, Connection, ConnectionParameter, HttpParameters } from './connection.ts';

/**
 * The connection as `DescribeConnection` would answer it: no password, key or client secret, and no value that is marked secret.
 * Nothing in it is secret by construction: it is made without the secrets. Source: http-task.md section 9.1.
 */
export function connectionAsAws({ arn, name, authorization, parameters }: Connection, authorized: boolean): JsonObject {
  return {
    ConnectionArn: arn,
    Name: name,
    // A connection whose credentials are missing is none that AWS would let a task use.
    ConnectionState: authorized ? 'AUTHORIZED' : 'DEAUTHORIZED',
    AuthorizationType: authorization.type,
    AuthParameters: { ...authParameters(authorization), ...httpParameters('InvocationHttpParameters', parameters) },
  };
}

function authParameters(authorization: Authorization): JsonObject {
  switch (authorization.type) {
    case 'BASIC':
      return { BasicAuthParameters: { Username: authorization.username } };
    case 'API_KEY':
      return { ApiKeyAuthParameters: { ApiKeyName: authorization.apiKeyName } };
    case 'OAUTH_CLIENT_CREDENTIALS': {
      const { clientId, endpoint, method, parameters } = authorization;
      return { OAuthParameters: { ClientParameters: { ClientID: clientId }, AuthorizationEndpoint: endpoint, HttpMethod: method, ...httpParameters('OAuthHttpParameters', parameters) } };
    }
  }
}

function httpParameters(field: string, { header, query, body }: HttpParameters): JsonObject {
  const lists: JsonObject = {
    ...(header.length === 0 ? {} : { HeaderParameters: header.map(parameter) }),
    ...(query.length === 0 ? {} : { QueryStringParameters: query.map(parameter) }),
    ...(body.length === 0 ? {} : { BodyParameters: body.map(parameter) }),
  };
  return Object.keys(lists).length === 0 ? {} : { [field]: lists };
}

const parameter = ({ key, value, isSecret }: ConnectionParameter): Json => ({ Key: key, ...(isSecret ? {} : { Value: value ?? '' }), IsValueSecret: isSecret });
