import { isJsonArray, isJsonObject, type Json, type JsonObject, member } from '../lib/Json.ts';
import { hasCredentials, jsonBody, type SandboxApi, type SandboxReply, type SandboxRequest, segmentsOf } from './api.ts';

const DOCS = 'https://docs.github.com/rest/issues/issues';

/** Issues of repositories in the manner of GitHub. Every repository exists but one named `missing`. */
export function createGitHubApi(now: () => number): SandboxApi {
  const issues = new Map<string, JsonObject[]>();
  let requests = 0;
  return (request) => {
    const path = segmentsOf(request.url);
    if (path?.[0] !== 'repos') return null;
    requests += 1;
    const reply = refuse(request, path) ?? route(request, path, issues, now);
    return { ...reply, headers: { 'x-github-media-type': 'github.v3; format=json', 'x-github-request-id': `SANDBOX:${requests}`, ...reply.headers } };
  };
}

const problem = (status: number, message: string, more: JsonObject = {}): SandboxReply => ({
  status,
  body: { message, ...more, documentation_url: DOCS, status: String(status) },
});

function refuse(request: SandboxRequest, [, owner, repository]: readonly string[]): SandboxReply | null {
  if (!request.headers['user-agent']) return problem(403, 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.');
  if (!hasCredentials(request)) return problem(401, 'Requires authentication');
  return owner === 'missing' || repository === 'missing' ? problem(404, 'Not Found') : null;
}

function route(request: SandboxRequest, path: readonly string[], all: Map<string, JsonObject[]>, now: () => number): SandboxReply {
  const [, owner = '', repository = '', collection, number] = path;
  if (collection !== 'issues' || path.length > 5 || owner === '' || repository === '') return problem(404, 'Not Found');
  const name = `${owner}/${repository}`;
  const issues = all.get(name) ?? [];
  if (request.method === 'GET' && number === undefined) return { status: 200, body: [...issues].reverse() };
  if (request.method === 'GET') {
    const issue = issues.find((one) => one['number'] === Number(number));
    return issue ? { status: 200, body: issue } : problem(404, 'Not Found');
  }
  if (request.method !== 'POST' || number !== undefined) return problem(404, 'Not Found');
  const made = newIssue(request, name, issues.length + 1, now());
  if ('status' in made) return made;
  all.set(name, [...issues, made.issue]);
  return { status: 201, headers: { location: made.url }, body: made.issue };
}

function newIssue(request: SandboxRequest, name: string, number: number, at: number): { readonly issue: JsonObject; readonly url: string } | SandboxReply {
  const json = jsonBody(request);
  if (json === null || !isJsonObject(json.value)) return problem(400, 'Problems parsing JSON');
  const title = member(json.value, 'title');
  if (typeof title !== 'string' && typeof title !== 'number') return invalid('missing_field', 'title');
  if (title === '') return invalid('missing', 'title');
  const labels = member(json.value, 'labels') ?? [];
  if (!isJsonArray(labels)) return invalid('invalid', 'labels');
  const url = `https://api.github.com/repos/${name}/issues/${number}`;
  return { url, issue: { url, ...issueJson(name, number, at, String(title), member(json.value, 'body') ?? null, labels) } };
}

const invalid = (code: string, field: string): SandboxReply => problem(422, 'Validation Failed', { errors: [{ resource: 'Issue', field, code }] });

function issueJson(name: string, number: number, at: number, title: string, body: Json, labels: readonly Json[]): JsonObject {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    id: 1_000_000 + number, node_id: `I_sandbox_${number}`, number, title, body, state: 'open', state_reason: null, locked: false, comments: 0,
    html_url: `https://github.com/${name}/issues/${number}`,
    repository_url: `https://api.github.com/repos/${name}`,
    labels: labels.map((label, index) => ({ id: index + 1, name: labelName(label), color: 'ededed', default: false })),
    assignees: [], user: { login: 'sandbox', id: 1, type: 'User' }, created_at: time, updated_at: time, closed_at: null,
  };
}

function labelName(label: Json): Json {
  return isJsonObject(label) ? (member(label, 'name') ?? null) : label;
}
