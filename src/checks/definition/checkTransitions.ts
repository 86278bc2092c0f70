import { isJsonArray, isJsonObject, member, type Json, type JsonObject } from '../../lib/Json.ts';
import type { Diagnostic } from './Diagnostic.ts';

interface Transition {
  readonly to: Json | undefined;
  readonly at: string;
}

const missingTarget = (to: string, location: string): Diagnostic => ({
  severity: 'ERROR', code: 'MISSING_TRANSITION_TARGET', message: `Missing 'Next' target: ${to}`, location, evaluable: true,
});

/** Transitions that lead nowhere, states that nothing leads to, and a machine that never ends. The shape has been proved. */
export function checkTransitions(machine: JsonObject): Diagnostic[] {
  const found: Diagnostic[] = [];
  const endless = !Object.values(machine['States'] as JsonObject).some((state) => isTerminal(state as JsonObject));
  checkScope(machine, '', found, endless);
  if (endless) found.push({ severity: 'ERROR', code: 'MISSING_END_STATE', message: 'Workflow has no terminal state', evaluable: true });
  return found;
}

const isTerminal = (state: JsonObject): boolean => state['End'] === true || state['Type'] === 'Succeed' || state['Type'] === 'Fail';

/** A machine that never ends hides the states that cannot be reached (measured). */
function checkScope(machine: JsonObject, at: string, found: Diagnostic[], endless: boolean): void {
  const states = machine['States'] as JsonObject;
  const start = typeof machine['StartAt'] === 'string' ? machine['StartAt'] : '';
  const reached = new Set([start]);
  if (!Object.hasOwn(states, start)) found.push(missingTarget(start, `${at}/StartAt`));
  for (const [name, state] of Object.entries(states)) {
    for (const { to, at: place } of transitions(state as JsonObject, `${at}/States/${name}`)) {
      if (typeof to !== 'string') continue;
      reached.add(to);
      if (!Object.hasOwn(states, to)) found.push(missingTarget(to, place));
    }
    for (const [inner, place] of innerScopes(state as JsonObject, `${at}/States/${name}`)) checkScope(inner, place, found, false);
  }
  if (endless) return;
  for (const name of Object.keys(states)) {
    if (reached.has(name)) continue;
    const message = `State "${name}" is not reachable.`;
    found.push({ severity: 'ERROR', code: 'MISSING_TRANSITION_TARGET', message, location: `${at}/States/${name}`, evaluable: true });
  }
}

function transitions(state: JsonObject, at: string): Transition[] {
  const list = (name: string): Transition[] => {
    const entries = member(state, name);
    return entries !== undefined && isJsonArray(entries)
      ? entries.map((entry, i) => ({ to: isJsonObject(entry) ? entry['Next'] : undefined, at: `${at}/${name}[${i}]/Next` }))
      : [];
  };
  return [{ to: member(state, 'Next'), at: `${at}/Next` }, ...list('Choices'), { to: member(state, 'Default'), at: `${at}/Default` }, ...list('Catch')];
}

function innerScopes(state: JsonObject, at: string): [JsonObject, string][] {
  const branches = member(state, 'Branches');
  const scopes: [JsonObject, string][] = [];
  if (branches !== undefined && isJsonArray(branches)) branches.forEach((branch, i) => scopes.push([branch as JsonObject, `${at}/Branches[${i}]`]));
  for (const name of ['ItemProcessor', 'Iterator']) {
    const processor = member(state, name);
    if (isJsonObject(processor)) scopes.push([processor, `${at}/${name}`]);
  }
  return scopes;
}
