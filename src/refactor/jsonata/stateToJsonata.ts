import { itemsOf, memberOf, valueOf } from '../../asl/pointer.ts';
import type { Member, ObjectNode } from '../../asl/tree.ts';
import { tight, type Converted, type Expression } from './Converted.ts';
import { handlersToJsonata } from './handlersToJsonata.ts';
import { mapToJsonata } from './mapToJsonata.ts';
import { asTemplate, added, doing, from, joined, NOTHING, refusing, renamed, replaced, saying, without, type Part } from './Part.ts';
import { effectiveInput, INPUT, isNull, resultToJsonata, selectedExpression, type Selected } from './resultToJsonata.ts';
import { ruleToJsonata } from './ruleToJsonata.ts';
import { asNumber, atPath } from './scalarToJsonata.ts';
import { expressionToJsonata } from './expressionToJsonata.ts';
import { literalsInPlace, templateInPlace } from './templateToJsonata.ts';

/**
 * The fields of a JSONPath state as JSONata, its `QueryLanguage` and the states inside it left alone. Sources for what the fields mean:
 * asl-semantics.md sections 2 to 5, and `interpreter/states`, whose recorded behaviour the tests hold it to.
 */
export function stateToJsonata(state: ObjectNode, type: string | undefined): Part {
  const input = effectiveInput(state);
  return from('InputPath', input, (effective) => {
    const write = type !== undefined && Object.hasOwn(byType, type) ? byType[type as keyof typeof byType] : undefined;
    if (!write) return refusing('Type', { reason: 'The state has no type of Step Functions.', nextStep: 'Give it a Type first.' });
    return joined([without(state, 'InputPath'), write(state, effective)]);
  });
}

const byType: { readonly [type: string]: (state: ObjectNode, input: Expression) => Part } = {
  Task: (state, input) => joined([argumentsOf(state, input), credentials(state, input), durations(state, input), performed(state)]),
  Parallel: (state, input) => joined([argumentsOf(state, input), performed(state)]),
  Map: (state, input) => joined([mapToJsonata(state, input), performed(state)]),
  Pass: pass,
  Choice: choice,
  Wait: (state, input) => joined([waiting(state, input), passedOn(state, input)]),
  Succeed: passedOn,
  Fail: failing,
};

const RESULT: Expression = { text: '$states.result', remarks: [] };

/** Parameters, or what InputPath chose: JSONata has no way to say that but Arguments. */
function argumentsOf(state: ObjectNode, input: Expression): Part {
  const parameters = memberOf(state, 'Parameters');
  if (parameters) return joined([renamed(state, parameters, 'Arguments', 'Parameters'), templateInPlace(parameters.value, 'Parameters', tight(input))]);
  if (input.text === INPUT.text) return NOTHING;
  return added(state, 'Arguments', input.text === '{}' ? {} : asTemplate(input.text));
}

function credentials(state: ObjectNode, input: Expression): Part {
  const value = valueOf(state, 'Credentials');
  return value ? templateInPlace(value, 'Credentials', tight(input)) : NOTHING;
}

/** The way from a result to the next state, Catch included. */
function performed(state: ObjectNode): Part {
  const selector = memberOf(state, 'ResultSelector');
  const selected: Selected = selector ? { kind: 'template', member: selector, data: RESULT.text } : { kind: 'expression', expression: RESULT };
  return joined([resultToJsonata(state, selected, RESULT.text), assign(state, RESULT.text), handlersToJsonata(state)]);
}

/** `Result: null` counts as no Result; any other makes InputPath and Parameters irrelevant (recorded). */
function pass(state: ObjectNode, input: Expression): Part {
  const result = memberOf(state, 'Result');
  const parameters = memberOf(state, 'Parameters');
  const literal = result && !isNull(result.value) ? result : undefined;
  const selected = passed(literal, parameters, input);
  const dropped = without(state, ...(literal ? ['Parameters'] : ['Result']));
  return joined([dropped, resultToJsonata(state, selected, INPUT.text), assignFrom(state, selectedExpression(selected))]);
}

function passed(result: Member | undefined, parameters: Member | undefined, input: Expression): Selected {
  if (result) return { kind: 'template', member: result, data: null };
  return parameters ? { kind: 'template', member: parameters, data: tight(input) } : { kind: 'expression', expression: input };
}

function passedOn(state: ObjectNode, input: Expression): Part {
  return joined([resultToJsonata(state, { kind: 'expression', expression: input }, INPUT.text), assign(state, tight(input))]);
}

function assign(state: ObjectNode, data: string): Part {
  const value = valueOf(state, 'Assign');
  return value ? templateInPlace(value, 'Assign', data) : NOTHING;
}

const assignFrom = (state: ObjectNode, data: Converted): Part => (memberOf(state, 'Assign') ? from('Assign', data, (expression) => assign(state, tight(expression))) : NOTHING);

const CHOICE_REMARK = 'Where a value that a rule compares is missing, the JSONPath state fails; in JSONata the comparison is false, and the next rule is asked.';

/** A rule leaves with its own Output, so what InputPath and OutputPath made goes into each. */
function choice(state: ObjectNode, input: Expression): Part {
  const rules = itemsOf(valueOf(state, 'Choices'));
  const data = tight(input);
  const own = resultToJsonata(state, { kind: 'expression', expression: input }, INPUT.text);
  const output = own.ops.flatMap((op) => (op.op === 'insert' && op.key === 'Output' && op.content.kind === 'json' ? [op.content.value] : []))[0];
  const parts = rules.map((rule, index) => {
    const field = `Choices[${index}]`;
    const value = rule.kind === 'object' ? valueOf(rule, 'Assign') : undefined;
    return joined([
      ruleToJsonata(rule, field, data),
      value ? templateInPlace(value, `${field}.Assign`, data) : NOTHING,
      output !== undefined && rule.kind === 'object' ? doing({ op: 'insert', place: { into: rule, at: 'end' }, key: 'Output', content: { kind: 'json', value: output } }) : NOTHING,
    ]);
  });
  return joined([...parts, own, assign(state, data), rules.length > 0 ? saying(CHOICE_REMARK) : NOTHING]);
}

/** A text that spells a whole number counts as one in SecondsPath. */
function waiting(state: ObjectNode, input: Expression): Part {
  const literal = memberOf(state, 'Timestamp');
  return joined([
    atPath(state, 'SecondsPath', 'Seconds', input, asNumber),
    atPath(state, 'TimestampPath', 'Timestamp', input, tight),
    literal ? literalsInPlace(literal.value) : NOTHING,
  ]);
}

const durations = (state: ObjectNode, input: Expression): Part =>
  joined([atPath(state, 'TimeoutSecondsPath', 'TimeoutSeconds', input, tight), atPath(state, 'HeartbeatSecondsPath', 'HeartbeatSeconds', input, tight)]);

/** ErrorPath and CausePath read the raw input, take functions too, and write what is no text as JSON. */
function failing(state: ObjectNode): Part {
  return joined(
    ['Error', 'Cause'].map((name) => {
      const literal = memberOf(state, name);
      const member = memberOf(state, `${name}Path`);
      if (!member) return literal ? literalsInPlace(literal.value) : NOTHING;
      const field = member.key.value;
      const made: Converted = member.value.kind === 'string' ? expressionToJsonata(member.value.value, INPUT.text) : { ok: false, error: { reason: `${field} is no path.`, nextStep: 'Correct it first.' } };
      return from(field, made, (value) => replaced(state, member, name, field, value.gives === 'text' ? value.text : `$string(${value.text})`));
    }),
  );
}
