import type { Rule, StateCheck } from './problem.ts';
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

/** The shape of a machine: each says several things, under several codes. */
export const SHAPE_RULES: readonly Rule[] = [parseProblems, size, machineShape, queryLanguage, stateNames, knownTargets, unreachable, placeholders];

/** Those that look at one state alone. */
export const STATE_SHAPE_RULES: readonly StateCheck[] = [stateType, nextOrEnd, rulesLeadOn, choice, requiredParts, legalFields, errorHandling, httpTask, httpRetries];
