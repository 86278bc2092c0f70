import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { indexStates } from '../asl/states.ts';
import { iamOnDisk } from '../catalog/testing/catalogOnDisk.ts';
import { machinePolicy } from './machinePolicy.ts';
import { mayRun } from './mayRun.ts';
import { servicesIn, type IamFacts } from './needs/machineNeeds.ts';
import { readPolicy } from './readPolicy.ts';
import { cloudFormationRole, terraformRole } from './roleTemplates.ts';
import type { Json } from '../lib/Json.ts';
import type { Tree } from '../asl/tree.ts';

const corpus = '../shared/corpus';
const files = existsSync(corpus) ? readdirSync(corpus, { recursive: true }).map(String).filter((name) => /\.asl\.(json|ya?ml)$/.test(name)).toSorted() : [];
const stateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:Corpus';
const factsFor = (tree: Tree): IamFacts => new Map(servicesIn(tree).flatMap((service) => {
  const file = iamOnDisk(service);
  return file ? [[service, file] as const] : [];
}));

describe.skipIf(files.length === 0)('the policies of real definitions (../shared/corpus, absent elsewhere)', () => {
  it('speak of every task, hold only what IAM takes, and allow every state what it needs', () => {
    for (const file of files) {
      const tree = parse(readFileSync(join(corpus, file), 'utf8'), /ya?ml$/.test(file) ? 'yaml' : 'json');
      const policy = machinePolicy(tree, { region: 'us-east-1', stateMachineArn, placeholder: true, logging: true, tracing: true }, factsFor(tree));
      const spoken = new Set([...policy.needs, ...policy.remarks].map(({ state }) => state));
      const silent = indexStates(tree).all.filter(({ type, name }) => type === 'Task' && !spoken.has(name)).map(({ name }) => name);
      expect(silent, file).toEqual([]);
      // Each statement by itself: a whole policy may be longer than one may be, and says so.
      for (const statement of policy.document.Statement) expect(readPolicy({ Version: '2012-10-17', Statement: [statement] } as unknown as Json), `${file} ${JSON.stringify(statement)}`).toMatchObject({ ok: true });
      const refused = mayRun([policy.document], policy.needs, policy.remarks).filter(({ verdict }) => !['allowed', 'unknown', 'nothing'].includes(verdict));
      expect(refused, file).toEqual([]);
      const options = { stateMachineArn, placeholder: true };
      expect(cloudFormationRole(policy.document, options)).toContain('AWS::IAM::Role');
      expect(terraformRole(policy.document, options)).toContain('aws_iam_role');
    }
  });
});
