import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { machinePolicy } from './machinePolicy.ts';
import { listOf, type PolicyStatement } from './policyTypes.ts';

interface Template {
  readonly api?: string;
  readonly resources?: 'static' | 'dynamic';
  readonly patterns?: readonly string[];
  readonly statements: readonly PolicyStatement[];
}
interface Integration {
  readonly id: string;
  readonly resourceService: string;
  readonly apis: readonly { readonly action: string; readonly patterns: readonly string[] }[];
  readonly iam?: readonly Template[];
}

const file = '../shared/data/sfn-optimized-integrations.json';
const integrations = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly integrations: readonly Integration[] }).integrations : [];
const SUFFIX: { readonly [pattern: string]: string } = { RUN_JOB: '.sync', WAIT_FOR_TASK_TOKEN: '.waitForTaskToken', REQUEST_RESPONSE: '' };
/** The role under which a call runs, and no argument at all: what the template says for resources that are not known. */
const Parameters = { AuthType: 'IAM_ROLE', 'Any.$': '$.any' };

const cases = integrations.flatMap(({ id, resourceService, apis, iam = [] }) =>
  iam.flatMap(({ api, patterns, statements }) => apis.filter(({ action }) => (api ?? action).toLowerCase() === action.toLowerCase()).flatMap(({ action, patterns: own }) =>
    own.filter((pattern) => patterns?.includes(pattern) ?? (pattern === 'RUN_JOB' || !own.includes('RUN_JOB'))).map((pattern) => ({ what: `${id}:${action}${SUFFIX[pattern] ?? ''}`, resource: `arn:aws:states:::${resourceService}:${action}${SUFFIX[pattern] ?? ''}`, documented: actionsOf(statements) })))));

function actionsOf(statements: readonly PolicyStatement[]): readonly string[] {
  return [...new Set(statements.flatMap(({ Action }) => listOf(Action)).map((action) => action.toLowerCase()))].toSorted();
}

/** Where a role needs less than the template gives. */
const LESS: { readonly [what: string]: string } = {
  ...Object.fromEntries(['getItem', 'putItem', 'updateItem', 'deleteItem'].map((action) => [`dynamodb:${action}`, 'one template for four actions'])),
  'sagemaker:createTransformJob': 'the call passes no role', 'sagemaker:createTransformJob.sync': 'the call passes no role',
};
/** Of some actions there are several templates: for known and for computed resources, or inside one of a sample project. */
const templatesOf = (what: string): readonly (readonly string[])[] => cases.filter((one) => one.what === what).map(({ documented }) => documented);

describe.skipIf(cases.length === 0)('the documented templates (../shared/data, absent elsewhere)', () => {
  it.each([...new Map(cases.map((one) => [one.what, one])).values()])('$what', ({ what, resource }) => {
    const tree = parse(JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Task', Resource: resource, Parameters, End: true } } }), 'json');
    const ours = actionsOf(machinePolicy(tree, { region: 'us-east-1', stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:M' }, new Map()).document.Statement);
    const templates = templatesOf(what);
    if (LESS[what] === undefined) expect(templates).toContainEqual(ours);
    else expect(templates.some((template) => ours.length > 0 && ours.every((action) => template.includes(action)))).toBe(true);
  });
});
