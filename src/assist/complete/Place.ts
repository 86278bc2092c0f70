import type { ObjectNode, Tree } from '../../asl/tree.ts';
import { nodeAt, pointerOf } from '../../asl/pointer.ts';
import type { TextEdit } from '../../asl/operations.ts';
import type { Range } from '../../asl/tree.ts';
import { roleAt, type Role } from '../roleAt.ts';
import { behindColon, literal, render, type Skeleton } from '../Skeleton.ts';
import type { Spot } from '../Spot.ts';
import type { Known, Suggestion, SuggestionKind } from '../Suggestion.ts';

/** The caret, and everything that decides what may stand there. */
export interface Place {
  readonly tree: Tree;
  readonly caret: number;
  readonly spot: Spot;
  readonly role: Role;
  /** The object the caret is in, where the text shows one. */
  readonly node: ObjectNode | null;
  readonly known: Known;
}

export function placeOf(tree: Tree, caret: number, spot: Spot, known: Known): Place {
  const node = nodeAt(tree, pointerOf(spot.way));
  const role = roleAt(tree, spot.way);
  const field = role.kind === 'state' && spot.key !== null ? { field: String(spot.key) } : {};
  return { tree, caret, spot, role: { ...role, ...field }, node: node?.kind === 'object' ? node : null, known };
}

export interface Offer {
  readonly label: string;
  readonly kind: SuggestionKind;
  readonly detail?: string | undefined;
  readonly says?: string | undefined;
  readonly again?: boolean;
}

const about = ({ label, kind, detail, says, again }: Offer) => ({ label, kind, ...(detail !== undefined && { detail }), ...(says !== undefined && { says }), ...(again && { again }) });

/** The commas that a new member or item wants around it. */
function commas({ tree, spot }: Place): readonly TextEdit[] {
  return tree.format === 'json' && spot.commaAt !== null ? [{ offset: spot.commaAt, length: 0, text: ',' }] : [];
}
const tail = ({ tree, spot }: Place): string => (tree.format === 'json' && spot.commaAfter ? ',' : '');

/** A text as the format spells it, quotes included. */
export function spelled({ tree, spot }: Place, value: string): string {
  if (tree.format === 'json' || (spot.quoted && !spot.single)) return JSON.stringify(value);
  return !spot.single && /^[\w$./][\w$.:/ -]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|[\d.-]+)$|: |:$/i.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

/** As it would stand in the source from the token's beginning, for what is compared with what has been typed. */
export const source = ({ spot }: Place, text: string): string => (!spot.quoted ? text : spot.single ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text));

const rendered = ({ tree, spot }: Place, skeleton: Skeleton): string => render(skeleton, tree.format, ' '.repeat(spot.nested ?? 0));

/** A member: its name, and a value to fill in unless one follows already. */
export function keySuggestion(place: Place, name: string, skeleton: Skeleton, offer: Offer): Suggestion {
  const { tree, spot } = place;
  const key = literal(spelled(place, name));
  const value = rendered(place, skeleton);
  return { ...about(offer), insert: spot.hasValue ? key : `${key}:${tree.format === 'yaml' ? behindColon(value) : ` ${value}`}${tail(place)}`, replace: spot.token, filter: source(place, offer.label), also: commas(place) };
}

/** A text that stands as it is. */
export function textSuggestion(place: Place, value: string, offer: Offer): Suggestion {
  return { ...about(offer), insert: literal(spelled(place, value)) + tail(place), replace: place.spot.token, filter: source(place, value), also: commas(place) };
}

/** Any value, written as a skeleton. */
export function valueSuggestion(place: Place, skeleton: Skeleton, offer: Offer): Suggestion {
  return { ...about(offer), insert: rendered(place, skeleton) + tail(place), replace: place.spot.token, filter: source(place, offer.label), also: commas(place) };
}

/** A part of a text, from `from` (counted in the text before the caret) to the caret. Outside quotes it becomes a text. */
export function partSuggestion(place: Place, from: number, insert: string, filter: string, offer: Offer): Suggestion {
  const { spot, caret, tree } = place;
  if (!spot.quoted && tree.format === 'json') return { ...about(offer), insert: `"${insert}"${tail(place)}`, replace: spot.token, filter, also: commas(place) };
  const length = encodedLength(place, spot.before.slice(from));
  const replace: Range = { offset: caret - length, length };
  return { ...about(offer), insert: escapedInto(spot, insert), replace, filter, also: [] };
}

const encodedLength = ({ spot }: Place, text: string): number => {
  if (!spot.quoted) return text.length;
  return spot.single ? text.replaceAll("'", "''").length : JSON.stringify(text).length - 2;
};

const escapedInto = ({ quoted, single }: Spot, insert: string): string => {
  if (!quoted) return insert;
  return single ? insert.replaceAll("'", "''") : insert.replaceAll('"', String.raw`\\"`);
};
