import { indexStates } from '../asl/states.ts';
import type { Tree } from '../asl/tree.ts';
import type { Checked, Problem, Rule } from './problem.ts';
import { choice } from './rules/choice.ts';
import { errorHandling } from './rules/errorHandling.ts';
import { httpRetries } from './rules/httpRetries.ts';
import { httpTask } from './rules/httpTask.ts';
import { legalFields } from './rules/legalFields.ts';
import { machineShape } from './rules/machineShape.ts';
import { parseProblems } from './rules/parseProblems.ts';
import { placeholders } from './rules/placeholders.ts';
import { queryLanguage } from './rules/queryLanguage.ts';
import { requiredParts } from './rules/requiredParts.ts';
import { size } from './rules/size.ts';
import { stateNames } from './rules/stateNames.ts';
import { stateType } from './rules/stateType.ts';
import { knownTargets, nextOrEnd, rulesLeadOn } from './rules/transitions.ts';
import { unreachable } from './rules/unreachable.ts';

export type { Problem, Severity } from './problem.ts';

const RULES: readonly Rule[] = [
  parseProblems, size, machineShape, queryLanguage, stateNames, stateType, nextOrEnd, knownTargets, rulesLeadOn, unreachable, choice, requiredParts, legalFields,
  errorHandling, httpTask, httpRetries, placeholders,
];

const found = new WeakMap<Tree, readonly Problem[]>();

/** Everything wrong with the document, in its order. Of a text that does not parse only that: the rest would be guesswork. */
export function problemsOf(tree: Tree): readonly Problem[] {
  let problems = found.get(tree);
  if (!problems) found.set(tree, (problems = check(tree)));
  return problems;
}

function check(tree: Tree): readonly Problem[] {
  const checked: Checked = { tree, index: indexStates(tree) };
  const broken = tree.problems.some((problem) => problem.fatal);
  const rules = broken ? [parseProblems] : RULES;
  return rules.flatMap((rule) => rule(checked)).toSorted((a, b) => a.offset - b.offset || WEIGHT[a.severity] - WEIGHT[b.severity]);
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;
