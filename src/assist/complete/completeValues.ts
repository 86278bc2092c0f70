import { FIELD_NOTES } from '../../asl/fieldNotes.ts';
import { STATE_TYPES } from '../../asl/names.ts';
import { itemsOf, memberOf, objectIn, stringOf, valueOf } from '../../asl/pointer.ts';
import { referencesIn } from '../../asl/references.ts';
import { indexStates, machineLanguage, type ScopeEntry } from '../../asl/states.ts';
import type { StateType } from '../../asl/names.ts';
import { textUse } from '../embedded/textUse.ts';
import { errorsOf, ERROR_NOTES } from '../notes/errors.ts';
import { OPTIMIZED_RESOURCES, READER_RESOURCES, WRITER_RESOURCES, titleOfResource } from '../notes/resources.ts';
import { CLOSED_VALUES, HTTP_METHODS, READER_TRANSFORMATIONS, TYPE_NOTES, WRITER_TRANSFORMATIONS } from '../notes/values.ts';
import { expression, raw } from '../Skeleton.ts';
import type { KnownResource, Suggestion } from '../Suggestion.ts';
import { completeJsonata } from './completeJsonata.ts';
import { completePath } from './completePath.ts';
import { source, textSuggestion, valueSuggestion, type Place } from './Place.ts';
import { fieldSkeleton, itemSkeleton, stateSnippets } from './skeletons.ts';

/** The order people look for them in. */
const TYPES: readonly StateType[] = ['Task', 'Pass', 'Choice', 'Wait', 'Map', 'Parallel', 'Succeed', 'Fail'];

/** Values that may stand at the caret. */
export function completeValues(place: Place): readonly Suggestion[] {
  const { role, spot } = place;
  const use = textUse(role, spot.key);
  if (use === 'jsonata' && spot.quoted && spot.before.startsWith('{%')) return completeJsonata(place);
  if (use !== null && use !== 'jsonata') return completePath(place, use);
  const closed = closedValues(place);
  if (closed.length > 0) return closed;
  const used = role.kind === 'template' ? usedElsewhere(place) : [];
  if (use === 'jsonata') return [...used, ...wholeExpression(place)];
  return used.length > 0 || spot.quoted || spot.before !== '' ? used : skeletonHere(place);
}

function closedValues(place: Place): readonly Suggestion[] {
  const { role, spot } = place;
  const name = String(spot.key ?? '');
  const plain = (values: readonly string[]): readonly Suggestion[] => values.map((label) => textSuggestion(place, label, { label, kind: 'value' }));
  if (role.kind === 'errors') return errorNames(place);
  if (name === 'StartAt' && (role.kind === 'machine' || role.kind === 'branch' || role.kind === 'processor')) return stateNames(place, role.scope);
  if (name === 'Next' || name === 'Default') return ['state', 'rule', 'catcher'].includes(role.kind) ? stateNames(place, role.state?.scope) : [];
  if (name === 'Type' && role.kind === 'state') return TYPES.filter((type) => STATE_TYPES.includes(type)).map((type) => textSuggestion(place, type, { label: type, kind: 'value', says: TYPE_NOTES[type] }));
  if (name === 'QueryLanguage' && (role.kind === 'machine' || role.kind === 'state')) return plain(role.kind === 'state' && machineLanguage(place.tree) === 'JSONata' ? ['JSONata'] : ['JSONata', 'JSONPath']);
  if (name === 'Resource') return resources(place);
  if (name === 'Transformation') return plain(role.kind === 'reader-config' ? READER_TRANSFORMATIONS : role.kind === 'writer-config' ? WRITER_TRANSFORMATIONS : []);
  if (name === 'Method' && role.kind === 'template' && role.inside.length === 0 && /:(?:http|apigateway):invoke/.test(stringOf(role.state?.node, 'Resource') ?? '')) return plain(HTTP_METHODS);
  if (role.kind === 'template' || role.kind === 'assign' || role.kind === 'opaque') return [];
  if (spot.quoted && (name === 'End' || /^Is|^BooleanEquals$/.test(name))) return [];
  const bare = (label: string): Suggestion => valueSuggestion(place, raw(label), { label, kind: 'value' });
  if (name === 'End') return [bare('true')];
  if (/^Is[A-Z]|^BooleanEquals$/.test(name)) return [bare('true'), bare('false')];
  return plain(CLOSED_VALUES[name] ?? []);
}

/** Those that nothing leads to yet come first, then the others, the state itself last. */
function stateNames(place: Place, scope: ScopeEntry | undefined): readonly Suggestion[] {
  if (!scope) return [];
  const own = place.role.state;
  const known = referencesIn(scope).filter(({ node }) => !(node.offset <= place.caret && place.caret <= node.offset + node.length)).map(({ node }) => node.value);
  const reached = new Set<string>(known);
  const start = scope.children.findIndex((state) => state === own) + 1;
  const inOrder = [...scope.children.slice(start), ...scope.children.slice(0, start)];
  const rank = (name: string): number => (name === own?.name ? 2 : reached.has(name) ? 1 : 0);
  return inOrder.toSorted((a, b) => rank(a.name) - rank(b.name)).map(({ name, type, node }) =>
    textSuggestion(place, name, { label: name, kind: 'state', detail: type, says: stringOf(node, 'Comment') }));
}

function resources(place: Place): readonly Suggestion[] {
  const { role, tree, known } = place;
  if (role.kind === 'reader') return asResources(place, READER_RESOURCES);
  if (role.kind === 'writer') return asResources(place, WRITER_RESOURCES);
  if (role.kind !== 'state') return [];
  const here = new Map<string, number>();
  for (const { node } of indexStates(tree).all) {
    const arn = stringOf(node, 'Resource');
    if (node !== role.state?.node && arn?.startsWith('arn:')) here.set(arn, (here.get(arn) ?? 0) + 1);
  }
  const used = [...here].toSorted(([, a], [, b]) => b - a).map(([arn]) => ({ arn, title: titleOfResource(arn) ?? 'used in this workflow' }));
  const rest = [...OPTIMIZED_RESOURCES, ...(known.resources ?? [])].filter(({ arn }) => !here.has(arn));
  return asResources(place, [...used, ...rest]);
}

const asResources = (place: Place, all: readonly KnownResource[]): readonly Suggestion[] => [...new Map(all.map((one) => [one.arn, one])).values()].map(({ arn, title }) => textSuggestion(place, arn, { label: arn, kind: 'resource', says: title, again: arn.endsWith(':') }));

function errorNames(place: Place): readonly Suggestion[] {
  const { role, tree, spot, known } = place;
  const state = role.state;
  const handler = role.field === 'Retry' ? 'retry' : 'catch';
  const entries = itemsOf(valueOf(state?.node, role.field ?? ''));
  const nth = Number(role.inside[0] ?? 0);
  const names = itemsOf(valueOf(entries[nth], 'ErrorEquals')).flatMap((node) => (node.kind === 'string' && !(node.offset <= place.caret && place.caret <= node.offset + node.length) ? [node.value] : []));
  const alone = names.length === 0 && nth >= entries.length - 1;
  const all = errorsOf({
    type: state?.type, resource: stringOf(state?.node, 'Resource'), jsonata: role.language === 'JSONata',
    distributed: stringOf(objectIn(objectIn(state?.node, 'ItemProcessor'), 'ProcessorConfig'), 'Mode') === 'DISTRIBUTED',
  }, handler, known.errors?.(stringOf(state?.node, 'Resource') ?? '')).filter((name) => !names.includes(name) && (name !== 'States.ALL' || alone));
  // Beside `States.ALL` nothing else may stand.
  if (names.includes('States.ALL')) return [];
  const raised = indexStates(tree).all.filter(({ type, scope }) => type === 'Fail' && scope.parent === state && scope.parent !== undefined).flatMap(({ node }) => stringOf(node, 'Error') ?? []);
  const first = handler === 'catch' && alone && spot.key === 0 ? ['States.ALL'] : [];
  return [...new Set([...first, ...raised, ...all])].map((label) => textSuggestion(place, label, { label, kind: 'error', says: ERROR_NOTES[label] ?? (raised.includes(label) ? 'Raised by a Fail state inside.' : 'An error of this action.') }));
}

/** What the same parameter says elsewhere: functions, tables, queues, connections. */
function usedElsewhere({ tree, role, spot, caret, ...rest }: Place): readonly Suggestion[] {
  const place = { tree, role, spot, caret, ...rest };
  const key = String(spot.key ?? '');
  if (!/(?:Name|Arn|Url|Endpoint|Id|Bucket)$/.test(key) || (role.field !== 'Parameters' && role.field !== 'Arguments')) return [];
  const found = indexStates(tree).all.flatMap(({ node }) => {
    const given = valueOf(node, role.field ?? '');
    const value = memberOf(role.inside[0] === 'InvocationConfig' ? valueOf(given, 'InvocationConfig') : given, key)?.value;
    return value?.kind === 'string' && value.value !== '' && !(value.offset <= caret && caret <= value.offset + value.length) ? [value.value] : [];
  });
  return [...new Set(found)].map((label) => textSuggestion(place, label, { label, kind: 'value', detail: 'used in this workflow' }));
}

function wholeExpression(place: Place): readonly Suggestion[] {
  const { spot } = place;
  if (spot.before !== '' && !'{%'.startsWith(spot.before)) return [];
  const made = valueSuggestion(place, expression('$1'), { label: '{% %}', kind: 'snippet', says: 'A JSONata expression.', again: true });
  return [{ ...made, filter: source(place, '{% %}') }];
}

/** Nothing is written yet: the value as a whole. */
function skeletonHere(place: Place): readonly Suggestion[] {
  const { role, spot } = place;
  if (role.kind === 'states') return stateSnippets(role.language).map(({ label, says, state }) => valueSuggestion(place, state, { label, kind: 'snippet', says }));
  const item = itemSkeleton(role);
  if (item) return [valueSuggestion(place, item.skeleton, { label: item.label, kind: 'snippet' })];
  const name = String(spot.key ?? '');
  if (['template', 'assign', 'opaque', 'errors', 'states'].includes(role.kind) || FIELD_NOTES[name] === undefined || name === 'Comment') return [];
  return [valueSuggestion(place, fieldSkeleton(name, role), { label: name, kind: 'snippet', says: FIELD_NOTES[name].says })];
}
