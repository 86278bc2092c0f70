import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstSentence } from './docText.mjs';

/** What IAM calls services of which no package has a model. */
const IAM_NAMES = {
  bcmdashboards: 'bcm-dashboards', computeoptimizerautomation: 'aco-automation', devopsagent: 'aidevops', honeycode: 'honeycode', interconnect: 'interconnect', novaact: 'nova-act',
  route53globalresolver: 'route53globalresolver', rtbfabric: 'rtbfabric', securityagent: 'securityagent', signin: 'signin', supportauthz: 'supportauthz', sustainability: 'sustainability',
  uxc: 'uxc', wickr: 'wickr',
};

/** IAM's actions are mostly named as the operations are. Names only: nothing is known of their members. */
export function readIam(folder, service) {
  const file = join(folder, 'data/actions', `${IAM_NAMES[service]}.json`);
  if (!existsSync(file)) return null;
  const actions = Object.values(JSON.parse(readFileSync(file, 'utf8')));
  const operations = actions.map((action) => ({ name: action.name, input: 'd', output: 'd', errors: [], doc: firstSentence(action.description, 160) }));
  return { kind: 'names', from: 'IAM action names', operations, shapes: [] };
}
