import { FIELD_NOTES } from '../asl/fieldNotes.ts';
import { isStateType } from '../asl/fields.ts';
import type { Segment } from '../asl/pointer.ts';
import { stringOf } from '../asl/pointer.ts';
import { referencesFrom, referencesTo } from '../asl/references.ts';
import type { StateEntry } from '../asl/states.ts';
import type { Range, StringNode, Tree } from '../asl/tree.ts';
import { contextMembers, CONTEXT } from './notes/context.ts';
import { comparisonNote } from './notes/comparisons.ts';
import { ERROR_NOTES } from './notes/errors.ts';
import { INTRINSIC_NOTES, type FunctionNote } from './notes/intrinsics.ts';
import { JSONATA_NOTES } from './notes/jsonataFunctions.ts';
import { titleOfResource } from './notes/resources.ts';
import { TYPE_NOTES } from './notes/values.ts';
import { tokensOfText, useOf } from './embedded/embeddedIn.ts';
import type { TextUse } from './embedded/textUse.ts';
import { namedAt } from './navigate.ts';
import { roleAt, type Role } from './roleAt.ts';
import { stringMap } from './stringMap.ts';
import { assignmentsTo } from './variables.ts';
import { wayAt } from './wayAt.ts';

/** What a person is told about a place: a heading in code, sentences below. Plain text: nothing in it is markup. */
export interface Hover {
  readonly range: Range;
  readonly heading: string;
  readonly lines: readonly string[];
}

export function hoverAt(tree: Tree, offset: number): Hover | null {
  const at = wayAt(tree, offset);
  if (!at) return null;
  const named = namedAt(tree, offset);
  if (named?.kind === 'state') return { range: named.range, heading: named.name, lines: aboutState(tree, named.state) };
  if (named?.kind === 'variable') {
    const by = [...new Set(assignmentsTo(tree, named.variable).map(({ state }) => state.name))];
    return { range: named.range, heading: `$${named.name}`, lines: [`A variable, assigned by ${by.join(', ')}.`] };
  }
  const container = at.way.slice(0, -1);
  const key = at.way.at(-1) ?? '';
  const role = roleAt(tree, container);
  if (at.on === 'key' && at.member) return aboutField(at.member.key, String(key), role);
  return at.node.kind === 'string' ? aboutText(tree, at.node, offset, role, key) : null;
}

function aboutState(tree: Tree, state: StateEntry): readonly string[] {
  const comment = stringOf(state.node, 'Comment');
  const to = [...new Set(referencesFrom(state).map(({ node }) => node.value))];
  const from = [...new Set(referencesTo(state.scope, state.name).map(({ from: source }) => source?.name ?? 'the start'))];
  const resource = stringOf(state.node, 'Resource');
  return [
    `${state.type ?? 'State without a type'}${resource === undefined ? '' : `: ${titleOfResource(resource) ?? resource}`}`,
    ...(comment === undefined ? [] : [comment]),
    ...(from.length === 0 ? ['Nothing leads here.'] : [`Comes from ${from.join(', ')}.`]),
    ...(to.length === 0 ? [] : [`Leads to ${to.join(', ')}.`]),
  ];
}

/** Fields of the language; members of templates and results are the person's own. */
function aboutField(range: Range, name: string, role: Role): Hover | null {
  if (role.kind === 'template' || role.kind === 'assign' || role.kind === 'opaque' || role.kind === 'states') return null;
  const test = comparisonNote(name);
  if (test !== undefined && (role.kind === 'rule' || role.kind === 'test')) return { range, heading: name, lines: [test] };
  const note = Object.hasOwn(FIELD_NOTES, name) ? FIELD_NOTES[name] : undefined;
  if (!note) return null;
  return { range, heading: name, lines: [note.says, ...(note.limit === undefined ? [] : [note.limit]), ...(note.default === undefined ? [] : [`Without it: ${note.default}.`])] };
}

function aboutText(tree: Tree, node: StringNode, offset: number, role: Role, key: Segment): Hover | null {
  const use = useOf(role, key, node.value);
  if (use !== null) return aboutToken(tree, node, offset, use);
  const { value } = node;
  if (role.kind === 'errors') return Object.hasOwn(ERROR_NOTES, value) ? { range: node, heading: value, lines: [ERROR_NOTES[value] ?? ''] } : null;
  if (key === 'Type' && isStateType(value)) return { range: node, heading: value, lines: [TYPE_NOTES[value]] };
  const title = key === 'Resource' ? titleOfResource(value) : undefined;
  return title === undefined ? null : { range: node, heading: value, lines: [`${title}.`] };
}

function aboutToken(tree: Tree, node: StringNode, offset: number, use: TextUse): Hover | null {
  const map = stringMap(tree, node);
  if (!map) return null;
  const token = tokensOfText(use, node.value).find(({ at, length }) => map(at) <= offset && offset < map(at + length));
  if (!token) return null;
  const text = node.value.slice(token.at, token.at + token.length);
  const range = { offset: map(token.at), length: map(token.at + token.length) - map(token.at) };
  const call = text.replace(/^\$/, '');
  if (use !== 'jsonata' && Object.hasOwn(INTRINSIC_NOTES, text)) return aboutFunction(range, text, INTRINSIC_NOTES[text as keyof typeof INTRINSIC_NOTES]);
  if (use === 'jsonata' && token.kind === 'function' && Object.hasOwn(JSONATA_NOTES, call)) return aboutFunction(range, text, JSONATA_NOTES[call] as FunctionNote);
  return aboutContext(range, node.value.slice(0, token.at + token.length), use);
}

const aboutFunction = (range: Range, name: string, { args, says, limit }: FunctionNote): Hover => ({ range, heading: `${name}(${args.join(', ')})`, lines: [says, ...(limit === undefined ? [] : [limit])] });

const STATES: { readonly [member: string]: string } = {
  input: 'The input of the state.', result: 'What the task, the branches or the items answered.', errorOutput: 'The error: its Error and Cause.', context: 'The context object.',
};

function aboutContext(range: Range, until: string, use: TextUse): Hover | null {
  const found = (use === 'jsonata' ? /\$states\.context((?:\.\w+)*)$/ : /\$\$((?:\.\w+)*)$/).exec(until)?.[1];
  if (found === undefined) {
    const member = use === 'jsonata' ? /\$states\.(\w+)$/.exec(until)?.[1] : undefined;
    return member !== undefined && Object.hasOwn(STATES, member) ? { range, heading: `$states.${member}`, lines: [STATES[member] ?? ''] } : null;
  }
  const way = found.split('.').slice(1);
  const name = way.at(-1);
  if (name === undefined) return { range, heading: use === 'jsonata' ? '$states.context' : '$$', lines: [`The context object: ${Object.keys(CONTEXT).join(', ')}.`] };
  const members = contextMembers(way.slice(0, -1), { inMap: true, hasToken: true });
  return Object.hasOwn(members, name) ? { range, heading: `${use === 'jsonata' ? '$states.context' : '$$'}.${way.join('.')}`, lines: [members[name]?.says ?? ''] } : null;
}
