import { setTo } from '../../asl/commands/operate.ts';
import { itemsOf, memberOf, valueOf } from '../../asl/pointer.ts';
import type { ObjectNode, ValueNode } from '../../asl/tree.ts';
import { asTemplate, doing, from, joined, NOTHING, renamed, saying, without, type Part } from './Part.ts';
import { INPUT, isWhole, mergedAt } from './resultToJsonata.ts';
import { templateInPlace } from './templateToJsonata.ts';

const ERROR_OUTPUT = { text: '$states.errorOutput', remarks: [] };

/** What only JSONPath states raise. Source: asl-semantics.md section 7. */
const JSONPATH_ERRORS: ReadonlySet<string> = new Set(['States.ParameterPathFailure', 'States.ResultPathMatchFailure', 'States.ReferencePathConflict', 'States.IntrinsicFailure']);

/** ResultPath and Assign of each catcher, and a word on errors that a JSONata state never raises. */
export function handlersToJsonata(state: ObjectNode): Part {
  const [retriers, catchers] = [itemsOf(valueOf(state, 'Retry')), itemsOf(valueOf(state, 'Catch'))];
  return joined([...catchers.map(catcherToJsonata), ...[...retriers, ...catchers].map(errorsOfJsonPath)]);
}

function catcherToJsonata(catcher: ValueNode, index: number): Part {
  if (catcher.kind !== 'object') return NOTHING;
  const field = `Catch[${index}]`;
  const assign = valueOf(catcher, 'Assign');
  return joined([resultPath(catcher, field), assign ? templateInPlace(assign, `${field}.Assign`, ERROR_OUTPUT.text) : NOTHING]);
}

function resultPath(catcher: ObjectNode, field: string): Part {
  const member = memberOf(catcher, 'ResultPath');
  if (!member) return NOTHING;
  if (isWhole(member.value)) return without(catcher, 'ResultPath');
  const place = `${field}.ResultPath`;
  return from(place, mergedAt(member.value, { kind: 'expression', expression: ERROR_OUTPUT }, INPUT), ({ text }) =>
    joined([renamed(catcher, member, 'Output', place), doing(setTo(member.value, asTemplate(text)))]),
  );
}

function errorsOfJsonPath(handler: ValueNode): Part {
  const names = itemsOf(valueOf(handler, 'ErrorEquals')).flatMap((name) => (name.kind === 'string' && JSONPATH_ERRORS.has(name.value) ? [name.value] : []));
  return saying(...names.map((name) => `${name} is named in Retry or Catch, and no JSONata state raises it: what cannot be evaluated fails with States.QueryEvaluationError.`));
}
