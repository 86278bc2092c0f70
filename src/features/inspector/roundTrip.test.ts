import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../asl/json/parseJson.ts';
import { fieldsOf, isStateType } from '../../asl/fields.ts';
import { itemsOf, valueOf } from '../../asl/pointer.ts';
import { findState, indexStates, type StateEntry } from '../../asl/states.ts';
import type { Command } from '../../asl/operations.ts';
import { edit } from '../../asl/testing/edit.ts';
import { toJson } from '../../asl/toJson.ts';
import type { Tree } from '../../asl/tree.ts';
import { changeOperator } from './choice/testCommands.ts';
import { literalForm, pathForm, readTest } from './choice/tests.ts';
import { controlsOf } from './fieldRows.ts';
import { moveItem } from './lists/listCommands.ts';
import { textOfValue } from './textValues.ts';
import { fieldValue, fitsLine, hasToggle, lineCommand, otherForm, readValue, toggleCommand, type ValueSpec } from './valueForm.ts';

/** There and back: what the form would do, each command on the document that the one before left. */
type Step = (entry: StateEntry) => Command | null;

function walk(text: string, entry: StateEntry, steps: readonly Step[]): string {
  let now = text;
  for (const step of steps) {
    const here = findState(parseJson(now), entry.id);
    const command = here && step(here);
    if (!command) throw new Error(`${entry.name}: a control has gone`);
    const done = edit(now, command);
    if (!done.ok) throw new Error(`${entry.name}: ${done.error.message}`);
    now = done.value.text;
  }
  return now;
}

const typed = (spec: ValueSpec, text: string): Step => (entry) => {
  if (spec.kind === 'json') return null;
  const command = lineCommand(entry, { ...spec, kind: spec.kind }, readValue(entry, spec).mode, text);
  return command.ok ? command.value : null;
};

const OTHER: { readonly [kind: string]: string } = { text: 'something else', path: '$.somewhere.else', count: '41', decimal: '1.25' };

/** Every control with one line, and every toggle, of a state. */
function fieldTrips(entry: StateEntry): readonly { readonly what: string; readonly steps: readonly Step[] }[] {
  if (!isStateType(entry.type)) return [];
  return controlsOf(fieldsOf(entry.type, entry.language)).flatMap((field) => {
    const spec = fieldValue(entry, field);
    const { node, mode, twice } = readValue(entry, spec);
    if (!node || twice) return [];
    const trips: { what: string; steps: readonly Step[] }[] = [];
    if (spec.kind !== 'json' && fitsLine(node, mode === 'expression' ? 'path' : spec.kind) && spelledPlainly(node)) {
      const other = mode === 'expression' ? (entry.language === 'JSONata' ? '{% $other %}' : '$.other') : (OTHER[spec.kind] ?? 'x');
      trips.push({ what: field, steps: [typed(spec, other), typed(spec, textOfValue(node))] });
    }
    if (hasToggle(entry, spec) && spec.kind !== 'json' && node.kind !== 'string') {
      const old = toJson(node);
      const back = mode;
      trips.push({ what: `${field} toggled`, steps: [(here) => toggleCommand(here, spec, back === 'literal' ? 'expression' : 'literal', otherForm(here, spec, back === 'literal' ? 'expression' : 'literal')), (here) => toggleCommand(here, spec, back, old)] });
    }
    return trips;
  });
}

/** A text with escapes that need not be, or a number such as 3.0, comes back in its plain spelling by the toggle, and a text always. */
function spelledPlainly(node: NonNullable<ReturnType<typeof readValue>['node']>): boolean {
  return node.kind !== 'string' || JSON.stringify(node.value).length === node.length;
}

function listTrips(entry: StateEntry): readonly { readonly what: string; readonly steps: readonly Step[] }[] {
  return ['Choices', 'Retry', 'Catch', 'Branches'].flatMap((field) => {
    const count = itemsOf(valueOf(entry.node, field)).length;
    return count < 2 ? [] : [{ what: `${field} moved`, steps: [() => moveItem(entry.id, [field], 0, count - 1), () => moveItem(entry.id, [field], count - 1, 0)] }];
  });
}

function operatorTrips(entry: StateEntry): readonly { readonly what: string; readonly steps: readonly Step[] }[] {
  if (entry.type !== 'Choice' || entry.language !== 'JSONPath') return [];
  return itemsOf(valueOf(entry.node, 'Choices')).flatMap((rule, at) => {
    const form = readTest(rule, 'JSONPath');
    if (form.kind !== 'comparison') return [];
    const same = literalForm(form.operator).startsWith('Is') ? 'IsPresent' : pathForm(form.operator);
    const kept = form.operator.startsWith('Is') && same !== form.operator && same !== null;
    return kept ? [{ what: `rule ${at}`, steps: [() => changeOperator(entry.id, ['Choices', at], form.operator, same), () => changeOperator(entry.id, ['Choices', at], same, form.operator)] }] : [];
  });
}

function changedBack(text: string, tree: Tree): { readonly trips: number; readonly broken: readonly string[] } {
  const broken: string[] = [];
  let trips = 0;
  for (const entry of indexStates(tree).all) {
    for (const { what, steps } of [...fieldTrips(entry), ...listTrips(entry), ...operatorTrips(entry)]) {
      trips += 1;
      if (walk(text, entry, steps) !== text) broken.push(`${entry.name}: ${what}`);
    }
  }
  return { trips, broken };
}

const readable = (text: string): Tree | null => {
  const tree = parseJson(text);
  return tree.problems.some(({ fatal }) => fatal) ? null : tree;
};

describe('a value changed and changed back through the form', () => {
  const own = readdirSync('public/starters').filter((name) => name.endsWith('.asl.json'));
  it.each(own)('leaves %s as it was, to the byte', (name) => {
    const text = readFileSync(`public/starters/${name}`, 'utf8');
    const tree = readable(text);
    expect(tree && changedBack(text, tree).broken).toEqual([]);
  });

  const corpus = '../shared/corpus';
  const there = existsSync(corpus);
  // A spread sample: every document costs a parse for each control of each state.
  it.skipIf(!there)(there ? 'leaves definitions of strangers as they were' : 'needs ../shared/corpus', () => {
    const names = readdirSync(corpus).filter((name) => name.endsWith('.asl.json')).toSorted();
    let trips = 0;
    for (const name of names.filter((_, at) => at % 24 === 0)) {
      const text = readFileSync(`${corpus}/${name}`, 'utf8');
      const tree = text.length < 20_000 ? readable(text) : null;
      if (!tree) continue;
      const result = changedBack(text, tree);
      trips += result.trips;
      expect({ name, broken: result.broken }).toEqual({ name, broken: [] });
    }
    expect(trips).toBeGreaterThan(50);
  });
});
