import { indexStates, type StateEntry } from '../asl/states.ts';
import type { Pointer } from '../asl/names.ts';
import type { Tree } from '../asl/tree.ts';
import { CATALOGUE } from './catalogue.ts';
import type { CheckRule, Facts, Finding } from './CheckRule.ts';
import { problem, type Checked, type Problem, type Severity } from './problem.ts';
import { parseProblems } from './rules/parseProblems.ts';
import { SHAPE_RULES, STATE_SHAPE_RULES } from './shapeRules.ts';
import { variableUse, type VariableUse } from './variables/variableUse.ts';

/** A problem that moves with its state: offsets from the state's member, the pointer without the state's. */
interface Relative {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  readonly pointer: string;
  readonly fix?: string;
}

interface Kept {
  readonly problems: readonly Relative[];
  readonly variables: VariableUse;
}

export interface Checker {
  /** Everything wrong with the document, in its order. */
  readonly check: (tree: Tree) => readonly Problem[];
  /** The same in steps, one for each state that is looked into; each tells what has been found so far. Given up, it keeps what it knows. */
  readonly steps: (tree: Tree) => Generator<SoFar, readonly Problem[], undefined>;
  /** How many states the last run looked into; the others were as before. */
  readonly lookedInto: () => number;
}

export type SoFar = () => readonly Problem[];

type Of<K extends CheckRule['of']> = Extract<CheckRule, { readonly of: K }>;
const STATE_RULES = CATALOGUE.filter((rule): rule is Of<'state'> => rule.of === 'state');
const MACHINE_RULES = CATALOGUE.filter((rule): rule is Of<'machine'> => rule.of === 'machine');
const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/**
 * Remembers by the text of each state what was found in it. An edit shifts the nodes of all states behind it, so their identity
 * says nothing; their text does. Only the last run is kept.
 */
export function createChecker(): Checker {
  let before = new Map<string, Kept>();
  let looked = 0;

  function* steps(tree: Tree): Generator<SoFar, readonly Problem[], undefined> {
    const checked: Checked = { tree, index: indexStates(tree) };
    looked = 0;
    if (tree.problems.some(({ fatal }) => fatal)) return inOrder(parseProblems(checked));
    const now = new Map<string, Kept>();
    const variables = new Map<StateEntry, VariableUse>();
    const found: Problem[] = [];
    const keyOf = keysOf(tree);
    for (const state of checked.index.all) {
      const key = keyOf(state);
      let kept = key === null ? undefined : (now.get(key) ?? before.get(key));
      if (!kept) {
        looked += 1;
        kept = lookInto(state, checked);
        // At once, for a run that is given up: the next one goes on from there.
        if (key !== null) before.set(key, kept);
        yield () => inOrder(found);
      }
      if (key !== null) now.set(key, kept);
      variables.set(state, kept.variables);
      for (const one of kept.problems) found.push(inPlace(one, state));
    }
    before = now;
    // Every state of the index has been asked for above.
    const facts: Facts = { ...checked, variablesOf: (state) => variables.get(state) ?? variableUse(state) };
    for (const rule of SHAPE_RULES) found.push(...rule(checked));
    for (const rule of MACHINE_RULES) found.push(...rule.find(facts).map((one) => said(rule, one)));
    return inOrder(found);
  }
  const check = (tree: Tree): readonly Problem[] => {
    const run = steps(tree);
    for (;;) {
      const step = run.next();
      if (step.done) return step.value;
    }
  };
  return { check, steps, lookedInto: () => looked };
}

/** What may be an anchor of YAML; in a text it does no harm but for the time. */
const ANCHOR = /(?:^|[\s[{,])&[^\s&]/;

/** Null: not to be kept. A container's text holds all states in it, and an alias of YAML speaks of text elsewhere. */
function keysOf({ format, text }: Tree): (state: StateEntry) => string | null {
  if (format === 'yaml' && ANCHOR.test(text)) return () => null;
  return ({ member, language, inner }) => {
    if (inner.length > 0) return null;
    // What lines of YAML mean depends on where the first one begins.
    const column = format === 'yaml' ? member.offset - text.lastIndexOf('\n', member.offset - 1) : '';
    return `${format}${column}${language}${text.slice(member.offset, member.offset + member.length)}`;
  };
}

function lookInto(state: StateEntry, checked: Checked): Kept {
  const problems = [
    ...STATE_SHAPE_RULES.flatMap((rule) => rule(state, checked)),
    ...STATE_RULES.flatMap((rule) => rule.find(state, checked.tree).map((one) => said(rule, one))),
  ];
  return {
    variables: variableUse(state),
    problems: problems.map(({ severity, code, message, offset, length, pointer, fix }) => ({
      severity, code, message, length, offset: offset - state.member.offset, pointer: pointer.slice(state.pointer.length), ...(fix !== undefined && { fix }),
    })),
  };
}

const inPlace = ({ offset, pointer, ...rest }: Relative, state: StateEntry): Problem => ({
  ...rest, offset: offset + state.member.offset, pointer: `${state.pointer}${pointer}` as Pointer, state: state.id,
});

function said({ severity, id, fix }: CheckRule, { message, fixable, ...place }: Finding): Problem {
  const plain = problem(severity, id, place, message);
  return fix === undefined || fixable === false ? plain : { ...plain, fix: fix.label };
}

const inOrder = (problems: readonly Problem[]): readonly Problem[] => problems.toSorted((a, b) => a.offset - b.offset || WEIGHT[a.severity] - WEIGHT[b.severity]);
