import { stringOf } from '../../asl/pointer.ts';
import { INTRINSIC_NAMES, type IntrinsicName } from '../../expr/intrinsics/intrinsicNames.ts';
import { pathTokens } from '../embedded/pathTokens.ts';
import type { TextUse } from '../embedded/textUse.ts';
import { contextMembers, type ContextNote, type ContextUse } from '../notes/context.ts';
import { IN_FAIL, INTRINSIC_NOTES, type FunctionNote } from '../notes/intrinsics.ts';
import { literal } from '../Skeleton.ts';
import type { Suggestion } from '../Suggestion.ts';
import { variablesSeenBy } from '../variables.ts';
import { dataFor, inMap, membersOfData } from './data.ts';
import { partSuggestion, type Offer, type Place } from './Place.ts';

const PIECE = /\$\$?[\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_$-]*|\[[^\]]*\])*$/u;
const PLAIN_NAME = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/** Paths, variables and functions for a text that is a path or a call. */
export function completePath(place: Place, use: Exclude<TextUse, 'jsonata' | null>): readonly Suggestion[] {
  const { before } = place.spot;
  if (pathTokens(before).at(-1)?.open) return [];
  const piece = PIECE.exec(before)?.[0];
  if (piece !== undefined && /^\$\$?[^$.[]*[.[]/.test(piece)) return deeper(place, piece);
  const word = piece ?? /[A-Za-z][\w.]*$/.exec(before)?.[0] ?? '';
  const from = before.length - word.length;
  const inCall = use !== 'path' && use !== 'reference' && before.startsWith('States.') && from > 0;
  if (before.trim() !== word && !inCall) return [];
  return topLevel(place, use, from);
}

function topLevel(place: Place, use: TextUse, from: number): readonly Suggestion[] {
  const { role, known, tree } = place;
  const offer = (insert: string, about: Offer): Suggestion => partSuggestion(place, from, literal(insert), insert, about);
  const fields = membersOfData(dataFor(role, known), []).map(({ name, shows }) => offer(pathTo('$', [], name), { label: pathTo('$', [], name), kind: 'path', detail: shows }));
  const whole = offer('$', { label: '$', kind: 'path', says: 'All of it.' });
  if (use === 'reference') return [...fields, whole];
  const variables = role.state ? variablesSeenBy(tree, role.state).map((name) => offer(`$${name}`, { label: `$${name}`, kind: 'variable', says: 'A variable that a state before assigns.' })) : [];
  const context = contextLeaves(contextUse(place)).map(([way, note]) => offer(`$$.${way.join('.')}`, { label: `$$.${way.join('.')}`, kind: 'path', says: note.says }));
  return [...fields, whole, ...variables, ...(use === 'path' ? [] : intrinsics(place, use, from)), ...context];
}

function intrinsics(place: Place, use: TextUse, from: number): readonly Suggestion[] {
  const names = (Object.keys(INTRINSIC_NOTES) as IntrinsicName[]).filter((name) => INTRINSIC_NAMES.includes(name) && (use !== 'fail-path' || IN_FAIL.has(name)));
  return names.map((name) => partSuggestion(place, from, callOf(name, INTRINSIC_NOTES[name]), name, { label: name, kind: 'function', detail: signature(name, INTRINSIC_NOTES[name]), says: INTRINSIC_NOTES[name].says }));
}

export const signature = (name: string, { args }: FunctionNote): string => `${name}(${args.join(', ')})`;

/** A call to fill in; what may be missing is left out. */
export function callOf(name: string, { args }: FunctionNote): string {
  const needed = args.filter((arg) => !arg.startsWith('['));
  return `${literal(name)}(${needed.map((arg, nth) => (arg === 'false' ? 'false' : `\${${nth + 1}:${literal(arg)}}`)).join(', ')})`;
}

/** Below `$.…` or `$$.…`: the names at that place. */
function deeper(place: Place, piece: string): readonly Suggestion[] {
  const root = /^\$\$?[\p{L}\p{N}_]*/u.exec(piece)?.[0] ?? '$';
  const parts = [...piece.slice(root.length).matchAll(/\.([^.[]*)|\[['"]?([^\]'"]*)['"]?\]/g)].map(([, dotted, bracket]) => dotted ?? bracket ?? '');
  if (piece.endsWith(']')) return [];
  const way = parts.slice(0, -1);
  const from = place.spot.before.length - piece.length;
  const typed = piece.slice(0, piece.length - (parts.at(-1) ?? '').length - 1);
  const members = root === '$$' ? Object.entries(contextMembers(way, contextUse(place))).map(([name, note]) => ({ name, shows: note.says }))
    : root === '$' ? membersOfData(dataFor(place.role, place.known), way) : [];
  return members.map(({ name, shows }) => {
    const path = pathTo(typed, [], name);
    return partSuggestion(place, from, literal(path), `${typed}.${name}`, { label: name, kind: 'path', detail: shows });
  });
}

const pathTo = (root: string, way: readonly string[], name: string): string => [...way, name].reduce((path, part) => (PLAIN_NAME.test(part) ? `${path}.${part}` : `${path}['${part.replaceAll("'", String.raw`\'`)}']`), root);

export function contextUse({ role }: Place): ContextUse {
  const resource = stringOf(role.state?.node, 'Resource') ?? '';
  return { inMap: inMap(role), hasToken: /\.waitForTaskToken$|:activity:/.test(resource) && (role.field === 'Parameters' || role.field === 'Arguments') };
}

export function contextLeaves(use: ContextUse): readonly (readonly [readonly string[], ContextNote])[] {
  const leaves: [readonly string[], ContextNote][] = [];
  const walk = (members: { readonly [name: string]: ContextNote }, way: readonly string[]): void => {
    for (const [name, note] of Object.entries(members)) {
      if (note.members) walk(note.members, [...way, name]);
      else leaves.push([[...way, name], note]);
    }
  };
  walk(contextMembers([], use), []);
  return leaves;
}
