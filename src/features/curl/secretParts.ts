import type { SuggestedConnection } from '../../http/curl/suggestedConnection.ts';

export interface SecretPart {
  readonly place: 'header' | 'query';
  readonly name: string;
}

/** Where the credentials of a command stood, without their values. */
export function secretParts({ authorization, parameters }: SuggestedConnection): readonly SecretPart[] {
  const header = (name: string): SecretPart => ({ place: 'header', name });
  const authorizing = authorization.type === 'API_KEY' ? authorization.apiKeyName : 'Authorization';
  return [header(authorizing), ...parameters.header.map(({ key }) => header(key)), ...parameters.query.map(({ key }): SecretPart => ({ place: 'query', name: key }))];
}
