import { FIELD_NOTES } from '../../asl/fieldNotes.ts';
import { memberOf, stringOf } from '../../asl/pointer.ts';
import { expression, object, raw, text } from '../Skeleton.ts';
import { fieldsIn } from '../fieldsIn.ts';
import { comparisonNote } from '../notes/comparisons.ts';
import { parametersOf } from '../notes/resources.ts';
import type { KnownParameter, Suggestion } from '../Suggestion.ts';
import { keySuggestion, type Place } from './Place.ts';
import { fieldSkeleton, stateSnippets } from './skeletons.ts';

const AGAIN: ReadonlySet<string> = new Set(['Type', 'Next', 'Default', 'StartAt', 'Resource', 'ErrorEquals', 'Variable', 'InputType', 'Transformation', 'OutputType', 'CSVHeaderLocation', 'CSVDelimiter', 'ManifestType']);

/** Names of members that may stand at the caret. */
export function completeKeys(place: Place): readonly Suggestion[] {
  const { role, node, spot } = place;
  if (role.kind === 'states') return wholeStates(place);
  if (role.kind === 'template') return parameters(place);
  const own = spot.hasValue ? spot.before + spot.after : null;
  return fieldsIn(role, node, own).map(({ name, required }) => keySuggestion(place, name, fieldSkeleton(name, role), {
    label: name, kind: 'field', says: FIELD_NOTES[name]?.says ?? comparisonNote(name), detail: required ? 'required' : undefined, again: AGAIN.has(name) || name.endsWith('Path'),
  }));
}

function wholeStates(place: Place): readonly Suggestion[] {
  if (place.spot.hasValue) return [];
  const taken = new Set((place.node?.members ?? []).map(({ key }) => key.value));
  return stateSnippets(place.role.language).map(({ label, says, name, state }) => {
    const suggestion = keySuggestion(place, '¤', state, { label, kind: 'snippet', says });
    return { ...suggestion, insert: suggestion.insert.replace(/["']¤["']/, `"\${1:${freeName(name, taken)}}"`) };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let nth = 2; taken.has(free); nth += 1) free = `${name} ${nth}`;
  return free;
}

/** The members of what a resource takes. */
function parameters(place: Place): readonly Suggestion[] {
  const { role, node, known } = place;
  if (role.field !== 'Parameters' && role.field !== 'Arguments') return [];
  const resource = stringOf(role.state?.node, 'Resource') ?? '';
  if (role.inside.length === 1 && role.inside[0] === 'InvocationConfig') return missing(place, ['ConnectionArn'], () => ({}));
  const all = known.parameters?.(resource, role.inside) ?? (role.inside.length === 0 ? parametersOf(resource) : undefined) ?? [];
  const notes = new Map(all.map((one) => [one.name, one]));
  const names = all.map(({ name }) => name).filter((name) => !memberOf(node, name) && !memberOf(node, `${name}.$`));
  return missing(place, names, (name) => ({ takes: notes.get(name)?.takes, detail: notes.get(name)?.required ? 'required' : undefined, says: notes.get(name)?.says }));
}

function missing(place: Place, names: readonly string[], about: (name: string) => { readonly detail?: string | undefined; readonly says?: string | undefined; readonly takes?: KnownParameter['takes'] }): readonly Suggestion[] {
  const { node, role } = place;
  return names.filter((name) => !memberOf(node, name)).flatMap((name) => {
    const { takes, ...more } = about(name);
    const plain = keySuggestion(place, name, parameterSkeleton(name, role.language === 'JSONata', takes), { label: name, kind: 'field', again: true, ...more });
    if (role.language === 'JSONata' || name === 'InvocationConfig') return [plain];
    return [plain, keySuggestion(place, `${name}.$`, text('\\$$1'), { label: `${name}.$`, kind: 'field', again: true, ...more })];
  });
}

function parameterSkeleton(name: string, jsonata: boolean, takes: KnownParameter['takes']) {
  if (name === 'InvocationConfig') return object(['ConnectionArn', text('$1')]);
  if (name === 'Payload' || name === 'Input' || name === 'RequestBody') return jsonata ? expression('\\$states.input$1') : object(['$1', raw('$2')]);
  if (['Headers', 'QueryParameters', 'Key', 'Item', 'MessageAttributes'].includes(name)) return object(['$1', text('$2')]);
  if (takes === 'object') return raw('{ $1 }');
  if (takes === 'list') return raw('[$1]');
  if (takes === 'number') return raw('${1:0}');
  return takes === 'boolean' ? raw('${1|true,false|}') : text('$1');
}
