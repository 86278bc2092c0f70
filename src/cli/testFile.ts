import { decodeFile } from '../asl/fileText.ts';
import { parse } from '../asl/parse.ts';
import { itemsOf, memberOf, stringOf, valueOf } from '../asl/pointer.ts';
import { toJson } from '../asl/toJson.ts';
import type { Tree, ValueNode } from '../asl/tree.ts';
import type { PolicyDocument } from '../iam/policyTypes.ts';
import { policiesFrom } from '../iam/readPolicy.ts';
import type { TestStateRequest } from '../interpreter/testStateApi.ts';
import { objectOf, type Json } from '../lib/Json.ts';
import { err, ok, type Result } from '../lib/Result.ts';
import { compactText } from './compactText.ts';
import { fatalProblem } from './fatalProblem.ts';
import { type GivenConnection, readConnection } from './connectionInput.ts';

/** What `test-state FILE` reads: `{request, connections?, policies?, region?}` (design.md section 7). */
export interface TestFile {
  readonly request: TestStateRequest;
  readonly connections: readonly GivenConnection[];
  /** The role's; absent: everything is allowed. */
  readonly policies?: readonly PolicyDocument[];
  readonly region: string;
  /** Members that mean nothing here. */
  readonly unknown: readonly string[];
}

const KNOWN: ReadonlySet<string> = new Set(['request', 'connections', 'policies', 'region', '$schema', 'comment']);

export function readTestFile(bytes: Uint8Array): Result<TestFile, string> {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return err(decoded.error.message);
  const tree = parse(decoded.value.text, 'json');
  const broken = fatalProblem(tree);
  if (broken !== null) return err(broken);
  const request = valueOf(tree.root, 'request');
  if (request?.kind !== 'object') return err('it has no "request". Write {"request": {"definition": …, "input": …}}, a TestState request.');
  if (memberOf(request, 'definition') === undefined) return err('its "request" has no "definition". Put a state or a state machine there.');
  const connections: GivenConnection[] = [];
  for (const item of itemsOf(valueOf(tree.root, 'connections'))) {
    const read = readConnection(toJson(item));
    if (!read.ok) return err(`${read.error}.`);
    connections.push(read.value);
  }
  const given = valueOf(tree.root, 'policies');
  const policies = given === undefined ? undefined : policiesFrom(toJson(given));
  if (policies?.ok === false) return err(`IAM would not take its "policies". ${policies.error}`);
  const members = tree.root?.kind === 'object' ? tree.root.members.map(({ key }) => key.value) : [];
  return ok({
    request: requestFrom(tree, request),
    connections,
    ...(policies === undefined ? {} : { policies: policies.value }),
    region: stringOf(tree.root, 'region') ?? 'us-east-1',
    unknown: members.filter((name) => !KNOWN.has(name)),
  });
}

/** Fields of the API that are JSON inside a text. They may be given as JSON; then the text is theirs, as it was written. */
const JSON_TEXTS: ReadonlySet<string> = new Set(['definition', 'input', 'variables', 'context', 'mock/result', 'stateConfiguration/mapItemReaderData']);

function requestFrom(tree: Tree, request: Extract<ValueNode, { kind: 'object' }>): TestStateRequest {
  const read = (node: ValueNode, path: string): Json => {
    if (JSON_TEXTS.has(path)) return node.kind === 'string' ? node.value : compactText(tree, node);
    if (node.kind !== 'object' || (path !== '' && path !== 'mock' && path !== 'stateConfiguration')) return toJson(node);
    return objectOf(node.members.map(({ key, value }) => [key.value, read(value, path === '' ? key.value : `${path}/${key.value}`)] as const));
  };
  // Not checked further: a field of the wrong type gets AWS's own refusal from the interpreter.
  return read(request, '') as unknown as TestStateRequest;
}
