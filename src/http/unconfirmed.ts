/** What no documentation page and no recording settles. Shown as notes on a prepared request where they matter. */
export const UNCONFIRMED = {
  endpointQuery: 'How AWS joins a query string in ApiEndpoint with QueryParameters is not documented; the studio puts the endpoint\'s own first.',
  queryArray: 'How AWS sends arrays in QueryParameters is not documented; the studio repeats the key.',
  queryObject: 'How AWS sends objects in QueryParameters is not documented; the studio writes key[member].',
  rangeHeader: 'Your Range header is replaced by Step Functions\' own (bytes=0-262144).',
  userAgentHeader: 'Your User-Agent header is replaced by Step Functions\' own. Whether AWS does the same is not documented.',
  contentLengthHeader: 'Your Content-Length header is left out: Step Functions counts the bytes itself.',
  formNull: 'How AWS form-encodes null is not documented; the studio sends an empty value.',
  formNested: 'How AWS form-encodes arrays that hold objects or arrays is not documented; the studio goes on in the same pattern.',
  formText: 'How AWS form-encodes a RequestBody that is a string is not documented; the studio percent-encodes the whole text. Use an object, or Transform NONE.',
  formScalar: 'How AWS form-encodes a RequestBody that is not an object is not documented.',
  bodyNotObject: 'AWS documents RequestBody as an object; the studio sends other values as their JSON text.',
  headerArray: 'How AWS sends a header with several values is not documented; the studio sends one line for each.',
  brokenJson: 'The response says it is JSON and does not parse. What AWS makes of that is not documented; the studio hands on the text.',
} as const;

export type Unconfirmed = keyof typeof UNCONFIRMED;
