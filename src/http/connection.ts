/**
 * An EventBridge connection as a person keeps it here: everything but the secret values. Shapes follow CreateConnection.
 * Source: http-task.md section 9.
 */
export type AuthorizationType = 'BASIC' | 'API_KEY' | 'OAUTH_CLIENT_CREDENTIALS';

export interface ConnectionParameter {
  readonly key: string;
  /** Absent where `isSecret`: the value then lives in `ConnectionSecrets`. */
  readonly value?: string;
  readonly isSecret: boolean;
}

export interface HttpParameters {
  readonly header: readonly ConnectionParameter[];
  readonly query: readonly ConnectionParameter[];
  readonly body: readonly ConnectionParameter[];
}

export type Authorization =
  | { readonly type: 'BASIC'; readonly username: string }
  | { readonly type: 'API_KEY'; readonly apiKeyName: string }
  | {
      readonly type: 'OAUTH_CLIENT_CREDENTIALS';
      readonly clientId: string;
      readonly endpoint: string;
      readonly method: 'GET' | 'POST' | 'PUT';
      readonly parameters: HttpParameters;
    };

export interface Connection {
  readonly arn: string;
  readonly name: string;
  readonly authorization: Authorization;
  readonly parameters: HttpParameters;
  /** Origins the secrets may go to, `https://api.stripe.com`; `https://*.example.com` only where a person typed it. */
  readonly allowedOrigins: readonly string[];
  /** AWS would not know this ARN: it was made here and must be replaced before the definition ships. */
  readonly madeUp: boolean;
  /** Came with a starter and holds its public sample value, which only the sandbox accepts; gone once a person gives it a secret of their own. */
  readonly sample?: true;
}

/**
 * Secret values by place: `password`, `apiKeyValue`, `clientSecret`, `header.<key>`, `query.<key>`, `body.<key>`,
 * `oauth.header.<key>` … Kept apart from the connection, in memory unless a person chose otherwise.
 */
export type ConnectionSecrets = { readonly [place: string]: string };

export const noParameters: HttpParameters = { header: [], query: [], body: [] };
