import { jsonataTokens } from '../embedded/jsonataTokens.ts';
import { contextMembers } from '../notes/context.ts';
import { JSONATA_NOTES } from '../notes/jsonataFunctions.ts';
import { literal } from '../Skeleton.ts';
import type { Suggestion } from '../Suggestion.ts';
import { variablesSeenBy } from '../variables.ts';
import { callOf, contextLeaves, contextUse, signature } from './completePath.ts';
import { membersOfData } from './data.ts';
import { partSuggestion, type Offer, type Place } from './Place.ts';

const PIECE = /\$[\p{L}_][\p{L}\p{N}_]*(?:\[[^\]]*\])?(?:\.(?:`[^`]*`|[\p{L}\p{N}_]*)(?:\[[^\]]*\])?)*$/u;
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Inside `{% %}`: members of `$states`, variables in scope and functions. */
export function completeJsonata(place: Place): readonly Suggestion[] {
  const { before } = place.spot;
  if (jsonataTokens(before.slice(2)).at(-1)?.open) return [];
  const piece = PIECE.exec(before)?.[0];
  if (piece?.includes('.')) return deeper(place, piece);
  const word = piece ?? (before.endsWith('$') ? '$' : '');
  const previous = before.slice(2, before.length - word.length).trimEnd().at(-1);
  // Behind a value only an operator goes on.
  if (previous !== undefined && !/[-+*/%=<>&|?:,;([{~^]/.test(previous) && !/\b(?:and|or|in)\s*$/.test(before.slice(0, before.length - word.length))) return [];
  return topLevel(place, before.length - word.length);
}

/** What `$states` has in this place. */
export function statesMembers({ role }: Place): readonly { readonly name: string; readonly says: string }[] {
  const works = role.state?.type === 'Task' || role.state?.type === 'Map' || role.state?.type === 'Parallel';
  const after = role.field === 'Output' || role.field === 'Assign';
  return [
    ...(role.catching ? [{ name: 'errorOutput', says: 'The error: its Error and Cause.' }] : []),
    ...(works && after ? [{ name: 'result', says: 'What the task, the branches or the items answered.' }] : []),
    { name: 'input', says: 'The input of the state.' },
    { name: 'context', says: 'The context object: the execution, the state machine, the state.' },
  ];
}

function topLevel(place: Place, from: number): readonly Suggestion[] {
  const { role, tree } = place;
  const offer = (insert: string, about: Offer): Suggestion => partSuggestion(place, from, insert, about.label, about);
  const states = statesMembers(place).map(({ name, says }) => offer(`\\$states.${name}`, { label: `$states.${name}`, kind: 'path', says }));
  const variables = role.state ? variablesSeenBy(tree, role.state).map((name) => offer(`\\$${name}`, { label: `$${name}`, kind: 'variable', says: 'A variable that a state before assigns.' })) : [];
  const context = contextLeaves(contextUse(place)).map(([way, note]) => offer(`\\$states.context.${way.join('.')}`, { label: `$states.context.${way.join('.')}`, kind: 'path', says: note.says }));
  const functions = Object.entries(JSONATA_NOTES).map(([name, note]) => offer(callOf(`$${name}`, note), { label: `$${name}`, kind: 'function', detail: signature(`$${name}`, note), says: note.says }));
  return [...states, ...variables, ...functions, ...context];
}

function deeper(place: Place, piece: string): readonly Suggestion[] {
  const parts = [...piece.replaceAll(/\[[^\]]*\]/g, '').matchAll(/`([^`]*)`|[^.`]+|(?<=\.)$/g)].map(([whole, quoted]) => quoted ?? whole);
  if (piece.endsWith('.') && parts.at(-1) !== '') parts.push('');
  const [root, member, ...rest] = parts;
  const last = piece.lastIndexOf('.') + 1;
  const from = place.spot.before.length - (piece.length - last);
  const offer = (name: string, detail: string): Suggestion => {
    const spelled = PLAIN_NAME.test(name) ? name : `\`${name}\``;
    return partSuggestion(place, from, literal(spelled), name, { label: name, kind: 'path', detail });
  };
  if (root !== '$states' || member === undefined) return [];
  if (rest.length === 0) return statesMembers(place).map(({ name, says }) => offer(name, says));
  if (!statesMembers(place).some(({ name }) => name === member)) return [];
  return membersBelow(place, member, rest.slice(0, -1)).map(({ name, shows }) => offer(name, shows));
}

function membersBelow(place: Place, member: string, way: readonly string[]) {
  const { role: { state }, known } = place;
  switch (member) {
    case 'context':
      return Object.entries(contextMembers(way, contextUse(place))).map(([name, note]) => ({ name, shows: note.says }));
    case 'errorOutput':
      return way.length === 0 ? [{ name: 'Error', shows: 'The name of the error.' }, { name: 'Cause', shows: 'What is said about it.' }] : [];
    case 'result':
      return membersOfData(state && known.result?.(state.name), way);
    default:
      return membersOfData(state && known.input?.(state.name), way);
  }
}
