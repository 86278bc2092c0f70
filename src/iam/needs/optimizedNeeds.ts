import { OPTIMIZED } from '../../catalog/optimized.ts';
import type { Pattern } from '../../catalog/resource.ts';
import type { ConditionBlock } from '../policyTypes.ts';
import type { Grant, Place } from './Need.ts';
import { OPTIMIZED_GRANTS, type GrantTemplate } from './optimizedGrants.ts';
import { OWN_GRANTS, type Grants } from './ownGrants.ts';
import { resourcesOf } from './resources.ts';
import type { TaskArgs } from './taskArgs.ts';

export const optimizedTitle = (service: string): string => (Object.hasOwn(OPTIMIZED, service) ? OPTIMIZED[service]?.title : undefined) ?? service;

/** What an optimized integration needs; null where there is no such action. */
export function optimizedGrants(service: string, action: string, pattern: Pattern, args: TaskArgs, place: Place): Grants | null {
  const key = `${service}:${action}`;
  const own = Object.hasOwn(OWN_GRANTS, key) ? OWN_GRANTS[key] : undefined;
  if (own) return own(args, place);
  const templates = Object.hasOwn(OPTIMIZED_GRANTS, key) ? OPTIMIZED_GRANTS[key] : undefined;
  const waits = pattern === 'sync' || pattern === 'sync:2';
  return templates ? { grants: templates.filter(({ when }) => when === undefined || waits).filter(({ given }) => given === undefined || isGiven(args, given)).map((template) => grantOf(template, args, place)) } : null;
}

/** Of arguments that are computed as a whole, an optional one is not supposed. */
const isGiven = (args: TaskArgs, path: string): boolean => args.first(path).kind !== 'absent' && args.members().length > 0;

function grantOf({ kind, actions, on, condition, note }: GrantTemplate, args: TaskArgs, place: Place): Grant {
  const found = on.map((template) => resourcesOf(template, args, place));
  const held = condition ? conditionOf(condition, args, place) : { notes: [] };
  const notes = [...new Set([...(note === undefined ? [] : [note]), ...found.flatMap((one) => one.notes), ...held.notes])];
  return { kind, actions: actions.split(' '), resources: [...new Set(found.flatMap(({ resources }) => resources))], notes, ...('condition' in held ? { condition: held.condition } : {}) };
}

/** Values with an argument in them; where it is computed, the condition holds as much as can be read, or is left out. */
function conditionOf(condition: ConditionBlock, args: TaskArgs, place: Place): { readonly condition?: ConditionBlock; readonly notes: readonly string[] } {
  const [operator, keys] = Object.entries(condition)[0] ?? [];
  const [key, value] = Object.entries(keys ?? {})[0] ?? [];
  if (operator === undefined || key === undefined || typeof value !== 'string' || !value.includes('{')) return { condition, notes: [] };
  const { resources: [text = '*'], notes } = resourcesOf(value, args, place);
  if (text === '*') return { notes: [`${notes[0] ?? ''} The condition ${key} could bind it to one role.`.trim()] };
  return { condition: { [text.includes('*') ? 'StringLike' : operator]: { [key]: text } }, notes };
}
