import { type Json, type JsonObject, member, objectOf } from '../lib/Json.ts';
import { hasCredentials, type SandboxApi, type SandboxReply, type SandboxRequest, segmentsOf } from './api.ts';
import { decodeForm } from './decodeForm.ts';

/** Records by object; every field that a query may name stands in them. */
const RECORDS: { readonly [object: string]: readonly JsonObject[] } = {
  Account: [
    { Id: '001000000000001AAA', Name: 'First sample account', Industry: 'Energy', AnnualRevenue: 5600000, BillingCountry: 'Germany', LastModifiedDate: '2026-01-12T08:30:00.000+0000' },
    { Id: '001000000000002AAA', Name: 'Second sample account', Industry: 'Retail', AnnualRevenue: 350000, BillingCountry: 'Japan', LastModifiedDate: '2026-02-03T16:05:00.000+0000' },
    { Id: '001000000000003AAA', Name: 'Third sample account', Industry: 'Energy', AnnualRevenue: null, BillingCountry: 'Brazil', LastModifiedDate: '2026-03-21T11:45:00.000+0000' },
  ],
  Contact: [
    { Id: '003000000000001AAA', Name: 'First sample contact', Email: 'first.contact@example.com', AccountId: '001000000000001AAA' },
    { Id: '003000000000002AAA', Name: 'Second sample contact', Email: 'second.contact@example.com', AccountId: '001000000000002AAA' },
  ],
  Opportunity: [
    { Id: '006000000000001AAA', Name: 'Sample renewal', StageName: 'Closed Won', Amount: 12000, AccountId: '001000000000001AAA' },
    { Id: '006000000000002AAA', Name: 'Sample extension', StageName: 'Prospecting', Amount: 4500, AccountId: '001000000000002AAA' },
    { Id: '006000000000003AAA', Name: 'Spring order', StageName: 'Proposal', Amount: 12000, AccountId: '001000000000003AAA' },
    { Id: '006000000000004AAA', Name: 'Summer order', StageName: 'Proposal', Amount: 8400, AccountId: '001000000000001AAA' },
  ],
};

const problem = (status: number, errorCode: string, message: string): SandboxReply => ({ status, body: [{ message, errorCode }] });

/** Queries in the manner of Salesforce's REST API, and its token endpoint for client credentials. */
export function createSalesforceApi(): SandboxApi {
  return (request) => {
    const path = segmentsOf(request.url);
    if (path?.[0] !== 'services') return null;
    if (path.join('/') === 'services/oauth2/token') return token(request);
    const [, data, version = '', resource] = path;
    if (!hasCredentials(request)) {
      return { ...problem(401, 'INVALID_SESSION_ID', 'Session expired or invalid'), headers: { 'www-authenticate': 'Token' } };
    }
    if (data !== 'data' || !/^v\d+\.0$/.test(version) || resource !== 'query') return problem(404, 'NOT_FOUND', 'The requested resource does not exist');
    if (request.method !== 'GET') return problem(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${request.method}' not allowed. Allowed are GET`);
    return { ...query(request.url.searchParams.get('q'), version), headers: { 'sforce-limit-info': 'api-usage=1/15000' } };
  };
}

/** Compares `=` and `!=` joined by AND, ORDER BY ignored, LIMIT: what a sample needs. */
const SELECT = /^\s*SELECT\s+(?<fields>[\w.]+(?:\s*,\s*[\w.]+)*)\s+FROM\s+(?<object>\w+)(?:\s+WHERE\s+(?<where>.+?))?(?:\s+ORDER\s+BY\s+\w+(?:\s+(?:ASC|DESC))?)?(?:\s+LIMIT\s+(?<limit>\d+))?\s*$/is;

function query(soql: string | null, version: string): SandboxReply {
  const found = SELECT.exec(soql ?? '')?.groups;
  if (!found) return problem(400, 'MALFORMED_QUERY', 'unexpected token: the query should look like SELECT Id, Name FROM Account WHERE Industry = \'Energy\' LIMIT 10');
  const object = Object.keys(RECORDS).find((name) => name.toLowerCase() === found['object']?.toLowerCase());
  const records = object === undefined ? undefined : RECORDS[object];
  if (object === undefined || records === undefined) return problem(400, 'INVALID_TYPE', `sObject type '${found['object'] ?? ''}' is not supported.`);
  const known = Object.keys(records[0] ?? {});
  const names = (found['fields'] ?? '').split(',').map((name) => name.trim());
  const unknown = names.find((name) => fieldOf(known, name) === undefined);
  if (unknown !== undefined) return problem(400, 'INVALID_FIELD', `No such column '${unknown}' on entity '${object}'.`);
  const matches = condition(found['where'], known);
  if (matches === null) return problem(400, 'MALFORMED_QUERY', `unexpected token: '${found['where'] ?? ''}'`);
  const rows = records.filter(matches).slice(0, Number(found['limit'] ?? records.length));
  const fields = names.map((name) => fieldOf(known, name) ?? name);
  return { status: 200, body: { totalSize: rows.length, done: true, records: rows.map((row) => recordJson(row, object, version, fields)) } };
}

const fieldOf = (known: readonly string[], name: string) => known.find((field) => field.toLowerCase() === name.toLowerCase());

function recordJson(row: JsonObject, object: string, version: string, fields: readonly string[]): JsonObject {
  const attributes = { type: object, url: `/services/data/${version}/sobjects/${object}/${textOf(row['Id'])}` };
  return objectOf([['attributes', attributes], ...fields.map((field): readonly [string, Json] => [field, member(row, field) ?? null])]);
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

function condition(where: string | undefined, known: readonly string[]): ((row: JsonObject) => boolean) | null {
  if (where === undefined) return () => true;
  const clauses = where.split(/\s+AND\s+/i).map((clause) => /^\s*(\w+)\s*(=|!=)\s*(?:'((?:[^'\\]|\\.)*)'|(-?\d+(?:\.\d+)?|true|false|null))\s*$/i.exec(clause));
  if (clauses.some((clause) => clause === null || fieldOf(known, clause[1] ?? '') === undefined)) return null;
  return (row) =>
    clauses.every((clause) => {
      const value = member(row, fieldOf(known, clause?.[1] ?? '') ?? '') ?? null;
      const wanted = clause?.[3]?.replace(/\\(.)/g, '$1') ?? clause?.[4]?.toLowerCase() ?? '';
      return (textOf(value).toLowerCase() === wanted.toLowerCase()) === (clause?.[2] === '=');
    });
}

function token(request: SandboxRequest): SandboxReply {
  const form = decodeForm(request.body.toString('utf8'));
  if (request.method !== 'POST' || form['grant_type'] !== 'client_credentials') {
    return { status: 400, body: { error: 'unsupported_grant_type', error_description: 'grant type not supported' } };
  }
  const known = hasCredentials(request) || (form['client_id'] !== undefined && form['client_secret'] !== undefined);
  if (!known) return { status: 400, body: { error: 'invalid_client_id', error_description: 'client identifier invalid' } };
  return { status: 200, body: { access_token: 'sandbox-access-token', token_type: 'Bearer', instance_url: 'https://example.my.salesforce.com', scope: 'api' } };
}
